package dev.unitracker.telegram;

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

    static Outcome of(Kind kind) {
        return new Outcome(kind, "");
    }
}
