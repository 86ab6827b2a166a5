package dev.unitracker.moodle.simulator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The demo, playing anew for each test. */
abstract class Playing {
    static final Recording DEMO = Recording.demo();

    MoodleSimulator moodle = MoodleSimulator.playing(DEMO);
    Browser browser = Browser.of(moodle);

    @BeforeEach
    void start() {
        moodle.start();
    }

    @AfterEach
    void stop() {
        moodle.close();
    }
}
