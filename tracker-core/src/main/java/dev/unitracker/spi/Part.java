package dev.unitracker.spi;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A named piece of a source, for example the forums of a site. A look may be made at some parts only, and each part has an
 * outcome of its own.
 *
 * @param name the name it is stored and reported by, for example {@code campus_forums}; it never changes
 * @param labels what people call it, by two-letter code of the language; empty if the name has to do
 */
public record Part(String name, SortedMap<String, String> labels) {

    public Part {
        Objects.requireNonNull(name, "name");
        if (name.isBlank() || name.contains("/")) {
            throw new IllegalArgumentException("a part has a name without a slash, not '" + name + "'");
        }
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    /** Returns a part that people know by its name. */
    public static Part named(String name) {
        return new Part(name, new TreeMap<>());
    }

    /** Returns this part with a label in one more language, given by its two-letter code. */
    public Part labelled(String language, String label) {
        Map<String, String> more = new TreeMap<>(labels);
        more.put(language, label);
        return new Part(name, new TreeMap<>(more));
    }

    /** Returns what people call it in a language, given by its two-letter code; its name if there is no label for that. */
    public String label(String language) {
        return labels.getOrDefault(language, name);
    }
}
