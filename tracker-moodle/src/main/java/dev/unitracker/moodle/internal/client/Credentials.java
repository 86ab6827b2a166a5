package dev.unitracker.moodle.internal.client;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the student logs in. Never shown.
 *
 * @param token a web-service token; null to fetch one
 * @param username null if only a token is known
 * @param password null if only a token is known
 * @param service the short name of the web service that a token is fetched for
 */
public record Credentials(
        @Nullable String token,
        @Nullable String username,
        @Nullable String password,
        String service) {

    public Credentials {
        Objects.requireNonNull(service, "service");
        if (token == null && (username == null || password == null)) {
            throw new IllegalArgumentException("a login needs a token, or a user and a password");
        }
    }

    boolean canLogIn() {
        return username != null && password != null;
    }

    @Override
    public String toString() {
        return "Credentials[***]";
    }
}
