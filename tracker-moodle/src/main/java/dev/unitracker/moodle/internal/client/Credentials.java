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
 * @param tryRefused whether the host says that a password is to be tried, once, though the site refused it
 */
public record Credentials(
        @Nullable String token,
        @Nullable String username,
        @Nullable String password,
        String service,
        boolean tryRefused) {

    public Credentials {
        Objects.requireNonNull(service, "service");
        if (token == null && (username == null || password == null)) {
            throw new IllegalArgumentException("a login needs a token, or a user and a password");
        }
    }

    /** Makes credentials whose password is tried when its time has come. */
    public Credentials(@Nullable String token, @Nullable String username, @Nullable String password, String service) {
        this(token, username, password, service, false);
    }

    boolean canLogIn() {
        return username != null && password != null;
    }

    @Override
    public String toString() {
        return "Credentials[***]";
    }
}
