package dev.unitracker.example.server.guard;

import dev.unitracker.example.server.Scope;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a token; not what opens the API.
 *
 * @param id names it: it is no secret
 * @param account the account that it is for; one of the scope {@link Scope#ADMIN} opens all accounts
 * @param scope what whoever has it may do
 * @param label what it is for, in somebody's words; may be empty
 * @param createdAt when it was made
 * @param expiry from when on it opens nothing; null if it opens until it is revoked
 */
public record Token(
        String id,
        String account,
        Scope scope,
        String label,
        Instant createdAt,
        @Nullable Instant expiry) {

    /** Null is refused, but for the end. */
    public Token {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(createdAt, "createdAt");
    }

    /** Returns from when on it opens nothing; empty if it opens until it is revoked. */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiry);
    }

    boolean isValidAt(Instant moment) {
        return expiry == null || moment.isBefore(expiry);
    }

    /** Tells whether it is for an account, by the name that the account really has. */
    boolean opens(String name) {
        return scope == Scope.ADMIN || account.equals(name);
    }
}
