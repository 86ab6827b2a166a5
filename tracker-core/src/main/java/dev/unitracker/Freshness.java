package dev.unitracker;

import dev.unitracker.spi.Missed;
import dev.unitracker.spi.Part;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
     * @param courses when the latest look ended that saw all of it in most courses, and in the others
     */
    public record OfPart(
            Part part, Instant lookedAt, @Nullable Instant completeAt, List<Missed> missed, OfCourses courses) {

        /** Copies the list. Only {@code completeAt} may be null. */
        public OfPart {
            Objects.requireNonNull(part, "part");
            Objects.requireNonNull(lookedAt, "lookedAt");
            Objects.requireNonNull(courses, "courses");
            missed = List.copyOf(missed);
        }

        /**
         * Returns when the latest look ended that saw all of this part in a course; empty if none of the latest five hundred
         * looks did.
         *
         * @param course the source key of a course of the part's source
         */
        public Optional<Instant> completeAt(String course) {
            return courses.behind().containsKey(course)
                    ? courses.behind().get(course)
                    : Optional.ofNullable(courses.mostAt());
        }

        /** Returns what the latest look at this part did not see in a course, and why; empty if it saw all. */
        public List<Missed> missed(String course) {
            return missed.stream()
                    .filter(one -> one.course().isEmpty() || one.course().equals(course))
                    .toList();
        }
    }

    /**
     * How fresh a part is by course. What was missed without a course being named was missed in all of them.
     *
     * @param mostAt when the latest look ended that saw all of the courses that are not named here; null if none did
     * @param behind the courses that a look since then did not see wholly, by source key, with when the latest look ended that
     *     saw all of each; empty if none did
     */
    public record OfCourses(@Nullable Instant mostAt, SortedMap<String, Optional<Instant>> behind) {

        public OfCourses {
            behind = Collections.unmodifiableSortedMap(new TreeMap<>(behind));
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
