/** A Moodle for tests: replays recordings, applies edits, misbehaves on request. */
module dev.unitracker.moodle.simulator {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires java.logging;
    requires mockwebserver3;
    requires okhttp3;
    requires okio;

    exports dev.unitracker.moodle.simulator;
}
