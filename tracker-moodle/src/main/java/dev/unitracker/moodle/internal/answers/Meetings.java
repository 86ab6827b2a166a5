package dev.unitracker.moodle.internal.answers;

import java.util.List;
import java.util.Locale;

/** Activities at which something is held: when they end, nothing is to be handed in. */
final class Meetings {

    private static final List<String> WORDS = List.of(
            "meet",
            "zoom",
            "webex",
            "teams",
            "jitsi",
            "bigbluebutton",
            "conferenc",
            "webinar",
            "collaborate",
            "connect",
            "chat",
            "session",
            "lecture",
            "appointment",
            "class",
            "attendance");

    private Meetings() {}

    /** Tells whether the name of a module, or of a kind of event, is that of something that is held. */
    static boolean isOne(String name) {
        String words = name.toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(words::contains);
    }
}
