package dev.unitracker.moodle.internal.look;

/** One file could not be read; everything else goes on. */
final class UnreadFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadFileException(String message) {
        super(message);
    }

    UnreadFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
