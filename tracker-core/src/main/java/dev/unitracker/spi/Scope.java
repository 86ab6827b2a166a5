package dev.unitracker.spi;

import java.util.Objects;

/**
 * A part of a source that is looked at as a whole, so that absence from it can mean something: a course's contents, a
 * forum's discussions, the calendar.
 *
 * @param collector the name of the collector that looks at it
 * @param key what it is, for example {@code contents/course:2}; unique within the collector
 */
public record Scope(String collector, String key) implements Comparable<Scope> {

    public Scope {
        Objects.requireNonNull(collector, "collector");
        key = StorableText.of(key);
        if (collector.isBlank() || collector.contains("/")) {
            throw new IllegalArgumentException("a collector's name has no slash: '" + collector + "'");
        }
    }

    /** Returns the scope that {@link #toString} wrote. */
    public static Scope parse(String text) {
        int slash = text.indexOf('/');
        return new Scope(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public int compareTo(Scope other) {
        int byCollector = collector.compareTo(other.collector);
        return byCollector != 0 ? byCollector : key.compareTo(other.key);
    }

    /** Returns collector and key, joined by a slash. */
    @Override
    public String toString() {
        return collector + "/" + key;
    }
}
