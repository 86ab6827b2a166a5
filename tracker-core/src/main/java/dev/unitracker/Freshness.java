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
 * How fresh what is known of an account is, so that "nothing new" and "nothing read" differ. Immutable.
 *
 * @param parts how fresh each part of its sources is, by name; empty if nothing was looked at yet
 */
public record Freshness(List<OfPart> parts) {

    /**
     * How fresh one part is.
     *
     * @param part the part, with what people call it
     * @param lookedAt when the latest look at it ended
     * @param completeAt when the latest look ended that saw all of it; null if none of the latest five hundred looks did
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
     * Returns the moment at which everything had been seen completely: that of the part whose last complete look is the
     * oldest. Empty if nothing was looked at yet, or some part was never seen completely.
     */
    public Optional<Instant> completeAt() {
        if (parts.stream().anyMatch(part -> part.completeAt() == null)) {
            return Optional.empty();
        }
        return parts.stream()
                .flatMap(part -> Optional.ofNullable(part.completeAt()).stream())
                .min(Comparator.naturalOrder());
    }

    /** Returns the names of the parts of which the latest look did not see all, ordered. */
    public List<String> notLooked() {
        return parts.stream()
                .filter(part -> !part.missed().isEmpty())
                .map(part -> part.part().name())
                .toList();
    }
}
