package dev.unitracker.crash;

import java.nio.file.Path;

class PostgreSqlCrashTest extends CrashContract {

    @Override
    Places places(Path folder) {
        return new PostgreSqlPlaces(folder);
    }

    @Override
    String database() {
        return "PostgreSQL";
    }
}
