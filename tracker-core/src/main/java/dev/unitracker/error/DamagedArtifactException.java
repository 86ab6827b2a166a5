package dev.unitracker.error;

/** An artifact is no longer what was kept. Trying again does not help; it has to be restored from a copy. */
public final class DamagedArtifactException extends StoreException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what failed, on what, and what to do; no secret
     */
    public DamagedArtifactException(String message) {
        super(message);
    }
}
