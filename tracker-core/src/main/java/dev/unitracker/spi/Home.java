package dev.unitracker.spi;

import dev.unitracker.model.Item;
import dev.unitracker.model.SourceKeys;
import java.util.Comparator;
import java.util.Objects;

/**
 * Where an item belongs: to a course of a source, or to no course of it. A look writes what it saw home by home.
 * Immutable; ordered by source, then by course, no course first.
 *
 * @param source the name of the source
 * @param course the source key of the course; empty for what belongs to none
 */
public record Home(String source, String course) implements Comparable<Home> {

    private static final Comparator<Home> ORDER =
            Comparator.comparing(Home::source).thenComparing(Home::course, SourceKeys.ORDER);

    /**
     * Null is refused.
     *
     * @throws IllegalArgumentException if the source is blank
     */
    public Home {
        Objects.requireNonNull(course, "course");
        if (source.isBlank()) {
            throw new IllegalArgumentException("a home needs the name of its source");
        }
    }

    /** Returns where an item belongs now. */
    public static Home of(Item item) {
        return new Home(item.id().source(), item.course().orElse(""));
    }

    /** Tells whether it stands for what belongs to no course. */
    public boolean hasNoCourse() {
        return course.isEmpty();
    }

    @Override
    public int compareTo(Home other) {
        return ORDER.compare(this, other);
    }

    /** Returns source and course, joined by a slash. */
    @Override
    public String toString() {
        return source + "/" + course;
    }
}
