package dev.unitracker.error;

/**
 * The bytes of an artifact are not those that were kept. Trying again does not help; restore the artifact from a copy.
 */
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
