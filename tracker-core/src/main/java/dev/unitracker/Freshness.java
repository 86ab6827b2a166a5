package dev.unitracker;

import dev.unitracker.run.Missed;
import dev.unitracker.run.Part;
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
     * @param courses how fresh the part is in each course
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
         * Returns when the latest look that saw all of this part in a course ended; empty if none of the latest five
         * hundred looks did.
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
     * How fresh a part is in each course. Something that was missed without naming a course counts as missed in every
     * course. Immutable.
     *
     * @param mostAt when the latest look ended that saw all of the part in the courses that are not in {@code behind};
     *     null if none of the latest five hundred did
     * @param behind the courses in which a later look did not see all, by source key, each with when the latest look
     *     that saw all of it ended; that is empty if none did
     */
    public record OfCourses(@Nullable Instant mostAt, SortedMap<String, Optional<Instant>> behind) {

        /** Copies the map. Only {@code mostAt} may be null. */
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
