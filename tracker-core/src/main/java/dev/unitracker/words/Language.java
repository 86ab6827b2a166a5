package dev.unitracker.words;

import java.util.Collection;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A language in which people are told things. The library has {@linkplain Texts texts} in the
 * {@linkplain #BUILT_IN built-in} ones; a host adds texts of any other language, or replaces texts of the library, by
 * {@link #with}. Nothing depends on the machine's locale. Immutable.
 *
 * @param code the language as a tag of BCP 47, for example {@code es}, {@code es-AR} or {@code pt}
 * @param texts the texts of the host, by name; they go before all others. Empty if there are none
 */
public record Language(String code, Map<String, String> texts) {

    /** Spanish, of no country. */
    public static final Language SPANISH = of("es");

    /** English, of no country. It stands in for texts that a language lacks. */
    public static final Language ENGLISH = of("en");

    /** The languages that the library has texts in. */
    public static final List<Language> BUILT_IN = List.of(SPANISH, ENGLISH);

    /**
     * Copies the texts, and writes the code as BCP 47 does ({@code es-AR}).
     *
     * @throws IllegalArgumentException if the code is no tag of BCP 47
     */
    public Language {
        code = normal(code);
        texts = Map.copyOf(texts);
    }

    /**
     * Returns a language without texts of the host. A text that the library does not have in it is told in English.
     *
     * @param code a tag of BCP 47, in any case
     * @throws IllegalArgumentException if it is no such tag
     */
    public static Language of(String code) {
        return new Language(code, Map.of());
    }

    /**
     * Returns the language with a code among some; empty if there is none.
     *
     * @param code a code in any case; if it is no tag of BCP 47, the answer is empty
     * @param among the languages to look among
     */
    public static Optional<Language> find(String code, Collection<Language> among) {
        return among.stream()
                .filter(language -> language.code.equalsIgnoreCase(code.strip()))
                .findFirst();
    }

    /**
     * Returns this language with more texts of the host, which replace those of the same name. Names are those in the
     * files of the library ({@code kind.new}, {@code message.reminder}) and of adapters ({@code telegram.start}). In a
     * text {@code {0}}, {@code {1}} … stand for values.
     *
     * @param more the texts by name
     */
    public Language with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(texts);
        all.putAll(more);
        return new Language(code, all);
    }

    /** Returns the locale whose names of weekdays and months are used. */
    public Locale locale() {
        return Locale.forLanguageTag(code);
    }

    /** Returns the code. */
    @Override
    public String toString() {
        return code;
    }

    private static String normal(String code) {
        try {
            String tag =
                    new Locale.Builder().setLanguageTag(code.strip()).build().toLanguageTag();
            if (tag.equals("und")) {
                throw new IllegalArgumentException("a language needs a code, for example es");
            }
            return tag;
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException("'" + code + "' is no code of a language; it looks like es or pt-BR", e);
        }
    }
}
