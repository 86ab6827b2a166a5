package dev.unitracker.documents;

import java.io.IOException;

/** A file's text cannot be had; the failure says why. It never leaves this package. */
final class UnreadableException extends IOException {
    private final Extraction.Failure failure;

    UnreadableException(Extraction.Failure failure, String message) {
        super(message);
        this.failure = failure;
    }

    Extraction.Failure failure() {
        return failure;
    }
}
