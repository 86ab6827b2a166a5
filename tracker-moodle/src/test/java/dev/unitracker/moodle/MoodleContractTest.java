package dev.unitracker.moodle;

import dev.unitracker.testkit.CollectorContract;
import dev.unitracker.testkit.TestSource;

class MoodleContractTest extends CollectorContract {

    @Override
    protected TestSource source() {
        return new Campus();
    }
}
