package dev.unitracker.moodle.simulator;

import com.fasterxml.jackson.databind.JsonNode;

/** Answers web-service functions, in recorded times. */
@FunctionalInterface
interface Answering {

    /**
     * Returns the answer at a moment.
     *
     * @throws Refused if Moodle would refuse the call
     */
    JsonNode answer(Scene scene, String function, Arguments arguments);
}
