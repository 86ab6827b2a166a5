package dev.unitracker.model;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The words under which the constants of an enum are stored: their names in lower case. A word that a program states
 * and that does not exist is {@linkplain #parse refused}. A word from a store may be one of a later version:
 * {@link #find} does not find it, and the enum says which constant it counts as, the one that claims least. So looks go
 * on. Immutable.
 *
 * @param <E> the enum
 */
public final class StoredWords<E extends Enum<E>> {

    private final String what;
    private final Map<String, E> byWord = new LinkedHashMap<>();

    private StoredWords(Class<E> type, String what) {
        this.what = what;
        for (E constant : type.getEnumConstants()) {
            byWord.put(word(constant), constant);
        }
    }

    /**
     * Returns the words of an enum.
     *
     * @param <E> the enum
     * @param type its class
     * @param what what the enum is about, for messages, for example {@code state of a submission}
     */
    public static <E extends Enum<E>> StoredWords<E> of(Class<E> type, String what) {
        return new StoredWords<>(type, what);
    }

    /** Returns the word of a constant. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the constant with a word.
     *
     * @throws IllegalArgumentException if there is none; the message says which there are
     */
    public E parse(String word) {
        return find(word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no such " + what + ": '" + word + "'; it is one of " + String.join(", ", byWord.keySet())));
    }

    /** Returns the constant with a word; empty if there is none, or the word is null. */
    public Optional<E> find(@Nullable String word) {
        return Optional.ofNullable(byWord.get(word));
    }
}
