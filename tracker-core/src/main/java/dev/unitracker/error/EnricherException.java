package dev.unitracker.error;

/** A language model did not answer. It is {@link #permanent}, or asking again later may help. */
public final class EnricherException extends TrackerException {

    private static final long serialVersionUID = 1L;

    private final boolean permanent;

    private EnricherException(String message, boolean permanent, Throwable cause) {
        super(message, cause);
        this.permanent = permanent;
    }

    /** Returns an exception that says that asking again later may help. */
    public static EnricherException temporary(String message, Throwable cause) {
        return new EnricherException(message, false, cause);
    }

    /** Returns an exception that says that only other settings help, for example another key. */
    public static EnricherException permanent(String message, Throwable cause) {
        return new EnricherException(message, true, cause);
    }

    /** Tells whether only other settings help. */
    public boolean permanent() {
        return permanent;
    }
}
