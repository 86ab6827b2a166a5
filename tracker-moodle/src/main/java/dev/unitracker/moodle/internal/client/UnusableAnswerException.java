package dev.unitracker.moodle.internal.client;

import dev.unitracker.http.NoAnswerException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Something came, or ended, where an answer was due. The cause of what the callers are told. */
final class UnusableAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    UnusableAnswerException(String what) {
        super(what);
    }

    /**
     * Tells whether a smaller question may be answered although this one was not: a batch breaks as a whole where one of
     * its functions does. It may not where nobody answers at all, or asks to be left alone.
     */
    static boolean smallerMayHelp(@Nullable Throwable cause) {
        return cause instanceof UnusableAnswerException
                || (cause instanceof NoAnswerException failure
                        && failure.reason().reached());
    }
}
