package dev.unitracker.crash;

import java.nio.file.Path;

class H2CrashTest extends CrashContract {

    @Override
    Places places(Path folder) {
        return new H2Places(folder);
    }

    @Override
    String database() {
        return "H2";
    }
}
