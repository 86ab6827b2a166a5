package dev.unitracker.custom.collector;

import dev.unitracker.testkit.CollectorContract;
import dev.unitracker.testkit.TestSource;

class FacultyNewsTest extends CollectorContract {

    @Override
    protected TestSource source() {
        return new Faculty();
    }
}
