package dev.unitracker.memory;

/** Tells whether something in memory may still be changed. What readers see may not. */
final class Seal {

    private boolean sealed;
    private boolean written;

    /** Says that nothing is changed any more. */
    void close() {
        sealed = true;
    }

    /**
     * Is called before anything is changed.
     *
     * @throws IllegalStateException if it may not be
     */
    void check() {
        if (sealed) {
            throw new IllegalStateException("work that reads an account must not write it; write in a transaction");
        }
        written = true;
    }

    /** Tells whether anything was changed since the copy was made. */
    boolean wasWritten() {
        return written;
    }
}
