package dev.unitracker.spi;

import java.time.Instant;
import java.util.Objects;

/**
 * An artifact as it lies in its store.
 *
 * @param sha256 the hash that it is addressed by, in lower-case hex
 * @param bytes its size
 * @param keptAt when it was last kept, to about a day
 */
public record Artifact(String sha256, long bytes, Instant keptAt) {

    /** Null is refused. */
    public Artifact {
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(keptAt, "keptAt");
    }
}
