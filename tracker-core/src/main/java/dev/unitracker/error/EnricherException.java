package dev.unitracker.error;

/** A model gave no answer. */
public final class EnricherException extends TrackerException {

    private static final long serialVersionUID = 1L;

    private final boolean permanent;

    private EnricherException(String message, boolean permanent, Throwable cause) {
        super(message, cause);
        this.permanent = permanent;
    }

    /** Returns what to throw if asking again later may help. */
    public static EnricherException temporary(String message, Throwable cause) {
        return new EnricherException(message, false, cause);
    }

    /** Returns what to throw if nothing helps but other settings, another key for example. */
    public static EnricherException permanent(String message, Throwable cause) {
        return new EnricherException(message, true, cause);
    }

    /** Tells whether nothing helps but other settings. */
    public boolean permanent() {
        return permanent;
    }
}
