package dev.unitracker.example.server;

import java.time.Duration;
import java.util.Objects;

/**
 * What the server says of itself.
 *
 * @param environment where it runs, in a word, for example {@code production}
 * @param artifactStorage where raw answers are kept, in a word
 * @param staleAfter after how long without a look that read something an account is stale
 */
public record Premises(String environment, String artifactStorage, Duration staleAfter) {

    /** Null is refused. */
    public Premises {
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(artifactStorage, "artifactStorage");
        Objects.requireNonNull(staleAfter, "staleAfter");
    }
}
