package dev.unitracker.example;

import dev.unitracker.run.Run.Outcome;

/** What the process tells whoever started it. */
final class ExitStatus {

    static final int COMPLETE = 0;
    static final int UNEXPECTED = 1;
    static final int WRONG_SETTINGS = 2;
    static final int PARTIAL = 3;
    static final int LOGIN_REFUSED = 4;
    static final int DIFFERENT = 5;

    private ExitStatus() {}

    static int of(Outcome outcome) {
        return switch (outcome) {
            case COMPLETE -> COMPLETE;
            case PARTIAL, BROKEN_OFF -> PARTIAL;
            case LOGIN_REFUSED -> LOGIN_REFUSED;
        };
    }
}
