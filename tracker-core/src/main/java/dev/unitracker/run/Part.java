package dev.unitracker.run;

import dev.unitracker.words.Bundle;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A named piece of a source, for example the forums of a site. A look may be made at some parts only, and each part has
 * an outcome of its own. Immutable.
 *
 * @param name the name it is stored and reported by, for example {@code campus_forums}; it never changes
 * @param labels what people call it, by code of the language, for example {@code es} or {@code pt-BR}; if it is empty,
 *     people see the name
 */
public record Part(String name, SortedMap<String, String> labels) {

    /** The beginning of the names of texts that are labels of parts; the part's name follows. */
    public static final String TEXTS = "part.";

    /**
     * Copies the labels.
     *
     * @throws IllegalArgumentException if the name is blank or has a slash, or if the name or a label has a tab, a line
     *     break or another control character
     */
    public Part {
        Objects.requireNonNull(name, "name");
        if (name.isBlank() || name.contains("/") || !isLine(name)) {
            throw new IllegalArgumentException(
                    "a part has a name of one line without slashes and tabs, not '" + name + "'");
        }
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        if (!labels.entrySet().stream().allMatch(label -> isLine(label.getKey()) && isLine(label.getValue()))) {
            throw new IllegalArgumentException("a label of a part is one line without tabs: " + labels);
        }
    }

    private static boolean isLine(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    /** Returns a part without labels: people see its name. */
    public static Part named(String name) {
        return new Part(name, new TreeMap<>());
    }

    /** Returns this part with a label in one more language, given by its code, or with another label in that language. */
    public Part labelled(String language, String label) {
        Map<String, String> more = new TreeMap<>(labels);
        more.put(language, label);
        return new Part(name, new TreeMap<>(more));
    }

    /** Returns the labels of parts as texts: each is called {@value #TEXTS} and the part's name. */
    public static Bundle texts(Collection<Part> parts) {
        Map<String, Map<String, String>> byLanguage = new TreeMap<>();
        parts.forEach(part -> part.labels.forEach((language, label) ->
                byLanguage.computeIfAbsent(language, first -> new TreeMap<>()).put(TEXTS + part.name, label)));
        return Bundle.of(byLanguage);
    }
}
