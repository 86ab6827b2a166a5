package dev.unitracker.model;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer that something was learnt from. Immutable; ordered by part, request and hash.
 *
 * @param collector the name of the part that saw it, for example {@code campus_assignments}; {@code student} for what
 *     the student said
 * @param request what was asked, without secrets, for example {@code mod_assign_get_assignments}
 * @param artifact the SHA-256 of the answer that is kept, in lower-case hex; null if no answer is kept
 */
public record Evidence(
        String collector, String request, @Nullable String artifact) implements Comparable<Evidence> {

    private static final Comparator<Evidence> ORDER = Comparator.comparing(Evidence::collector)
            .thenComparing(Evidence::request)
            .thenComparing(evidence -> evidence.artifact == null ? "" : evidence.artifact);

    /** Only {@code artifact} may be null. */
    public Evidence {
        Objects.requireNonNull(collector, "collector");
        Objects.requireNonNull(request, "request");
    }

    @Override
    public int compareTo(Evidence other) {
        return ORDER.compare(this, other);
    }
}
