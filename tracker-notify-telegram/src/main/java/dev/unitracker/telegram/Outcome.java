package dev.unitracker.telegram;

import dev.unitracker.notice.Message.Action;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of something that was asked.
 *
 * @param kind what it was
 * @param name the title of what it was about; empty if that is not told
 */
record Outcome(Kind kind, String name) {

    enum Kind {
        /** Nothing was to be changed; it is only to be answered. */
        NOTHING_TO_DO,
        DONE,
        DONE_ALREADY,
        /** It is due before what was asked for. */
        TOO_LATE,
        /** What it is about is not there, or nobody was told of it. */
        UNKNOWN,
        /** It went wrong in a way in which it would go wrong again. */
        FAILED
    }

    /**
     * Returns the name of the text that answers whoever pressed a button.
     *
     * @param action what the button stands for; empty if it stands for nothing that is known, and so nothing was done
     */
    String pressed(Optional<Action> action) {
        return switch (kind) {
            case DONE, DONE_ALREADY ->
                "telegram.pressed." + action.orElseThrow().name().toLowerCase(Locale.ROOT);
            case TOO_LATE -> "telegram.pressed.too_late";
            case UNKNOWN, NOTHING_TO_DO -> "telegram.pressed.unknown";
            case FAILED -> "telegram.failed";
        };
    }

    static Outcome of(Kind kind) {
        return new Outcome(kind, "");
    }
}
