package dev.unitracker.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a deadline is what it is.
 *
 * @param rule the {@linkplain DateRule#key key} of the rule that won
 * @param request what was asked to learn it, in one word
 * @param classDate the date the rest of the class has, where it is known and another one; null otherwise
 */
public record DateSource(
        String rule, String request, @Nullable Instant classDate) {

    /** Only {@code classDate} may be null. */
    public DateSource {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(request, "request");
    }

    /** Returns the form that is stored: rule, request, and the class's date where there is one. */
    public String encode() {
        return rule + " " + request + (classDate == null ? "" : " " + classDate);
    }

    /** Returns the source that {@link #encode} wrote. */
    public static DateSource decode(String text) {
        String[] parts = text.split(" ", 3);
        return new DateSource(parts[0], parts[1], parts.length < 3 ? null : Instant.parse(parts[2]));
    }
}
