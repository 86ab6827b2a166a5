package dev.unitracker.spi;

import dev.unitracker.model.StorableText;
import java.util.Objects;

/**
 * What is seen as a whole, so that absence from it can mean something: a course's contents, a forum's discussions, the
 * calendar. Immutable; ordered by part, then by key.
 *
 * @param part the name of the part that it belongs to
 * @param key what it is, for example {@code contents/course:2}; unique within the part
 */
public record Scope(String part, String key) implements Comparable<Scope> {

    /**
     * Makes the key {@linkplain StorableText storable}. Null is refused.
     *
     * @throws IllegalArgumentException if the part is blank or has a slash
     */
    public Scope {
        Objects.requireNonNull(part, "part");
        key = StorableText.of(key);
        if (part.isBlank() || part.contains("/")) {
            throw new IllegalArgumentException("a part's name has no slash: '" + part + "'");
        }
    }

    /**
     * Returns the scope that {@link #toString} wrote.
     *
     * @throws IndexOutOfBoundsException if the text has no slash
     * @throws IllegalArgumentException if it begins with a slash
     */
    public static Scope parse(String text) {
        int slash = text.indexOf('/');
        return new Scope(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public int compareTo(Scope other) {
        int byPart = part.compareTo(other.part);
        return byPart != 0 ? byPart : key.compareTo(other.key);
    }

    /** Returns part and key, joined by a slash. */
    @Override
    public String toString() {
        return part + "/" + key;
    }
}
