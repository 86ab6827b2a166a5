package dev.unitracker;

import dev.unitracker.spi.Missed;
import dev.unitracker.spi.Part;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How fresh the data of an account is, so that a host can tell "nothing new" from "nothing read". Immutable.
 *
 * @param parts how fresh each part of its sources is, ordered by the part's name; empty before the end of the first
 *     look
 */
public record Freshness(List<OfPart> parts) {

    /**
     * How fresh one part is.
     *
     * @param part the part, with what people call it
     * @param lookedAt when the latest look at it ended
     * @param completeAt when the latest look that saw all of it ended; null if none of the latest five hundred looks
     *     did
     * @param missed what the latest look at it did not see, and why; empty if it saw all
     */
    public record OfPart(
            Part part, Instant lookedAt, @Nullable Instant completeAt, List<Missed> missed) {

        /** Copies the list. Only {@code completeAt} may be null. */
        public OfPart {
            Objects.requireNonNull(part, "part");
            Objects.requireNonNull(lookedAt, "lookedAt");
            missed = List.copyOf(missed);
        }
    }

    /** Copies the parts, ordered by name. */
    public Freshness {
        parts = parts.stream()
                .sorted(Comparator.comparing((OfPart part) -> part.part().name()))
                .toList();
    }

    /**
     * Returns the moment up to which everything is known: each part was seen completely then or later. Empty before the
     * end of the first look, or if a part has no {@code completeAt}.
     */
    public Optional<Instant> completeAt() {
        if (parts.stream().anyMatch(part -> part.completeAt() == null)) {
            return Optional.empty();
        }
        return parts.stream()
                .flatMap(part -> Optional.ofNullable(part.completeAt()).stream())
                .min(Comparator.naturalOrder());
    }

    /** Returns the names of the parts of which the latest look did not see all, ordered; empty if it saw all. */
    public List<String> notLooked() {
        return parts.stream()
                .filter(part -> !part.missed().isEmpty())
                .map(part -> part.part().name())
                .toList();
    }
}
