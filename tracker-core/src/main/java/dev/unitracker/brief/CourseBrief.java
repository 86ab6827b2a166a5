package dev.unitracker.brief;

import dev.unitracker.model.Item;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A course in a few lines: its most pressing items, each with its brief. Immutable.
 *
 * @param course the course's item
 * @param summaryShort one or two sentences
 * @param origin who wrote the briefs
 * @param items the ten most pressing items, the most pressing first; empty if nothing is
 */
public record CourseBrief(Item course, String summaryShort, Origin origin, List<Entry> items) {

    /** Who wrote the briefs of a course. */
    public enum Origin {
        /** All are a model's. */
        STORED,

        /** Some are a model's, some were written by rules. */
        MIXED,

        /** All were written by rules. */
        FALLBACK;

        /** Returns the name that is shown, for example {@code mixed}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns what some briefs are together; without any it is {@link #FALLBACK}. */
        public static Origin of(List<Brief> briefs) {
            long rules = briefs.stream()
                    .filter(brief -> brief.origin() == Brief.Origin.FALLBACK)
                    .count();
            if (rules == briefs.size()) {
                return FALLBACK;
            }
            return rules == 0 ? STORED : MIXED;
        }
    }

    /**
     * An item with its brief.
     *
     * @param item the item as it is now
     * @param brief its brief
     */
    public record Entry(Item item, Brief brief) {}

    /** Copies the list. Null is refused. */
    public CourseBrief {
        Objects.requireNonNull(course, "course");
        Objects.requireNonNull(summaryShort, "summaryShort");
        Objects.requireNonNull(origin, "origin");
        items = List.copyOf(items);
    }
}
