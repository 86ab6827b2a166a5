package dev.unitracker.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a deadline is what it is. Immutable.
 *
 * @param rule the {@linkplain DateRule#key key} of the rule that won
 * @param request the request whose answer gave it, in one word
 * @param classDate the date for everybody else, if it is known and differs; null otherwise
 */
public record DateSource(
        String rule, String request, @Nullable Instant classDate) {

    /** Only {@code classDate} may be null. */
    public DateSource {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(request, "request");
    }

    /** Returns the text that is stored: rule, request and, if there is one, the date for everybody else. */
    public String encode() {
        return rule + " " + request + (classDate == null ? "" : " " + classDate);
    }

    /** Returns the source that {@link #encode} wrote. */
    public static DateSource decode(String text) {
        String[] parts = text.split(" ", 3);
        return new DateSource(parts[0], parts[1], parts.length < 3 ? null : Instant.parse(parts[2]));
    }
}
