package dev.unitracker.example.server;

import dev.unitracker.example.metrics.Meters;
import java.time.Duration;
import java.util.Objects;

/**
 * What the server says of itself.
 *
 * @param environment where it runs, in a word, for example {@code production}
 * @param artifactStorage where raw answers are kept, in a word
 * @param staleAfter after how long without a look that read something an account is stale
 * @param meters counts what it does
 */
public record Premises(String environment, String artifactStorage, Duration staleAfter, Meters meters) {

    /** Makes it for a server that counts what it does by itself. */
    public Premises(String environment, String artifactStorage, Duration staleAfter) {
        this(environment, artifactStorage, staleAfter, new Meters());
    }

    /** Null is refused. */
    public Premises {
        Objects.requireNonNull(meters, "meters");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(artifactStorage, "artifactStorage");
        Objects.requireNonNull(staleAfter, "staleAfter");
    }
}
