package dev.unitracker.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** A language that people are told things in. It does not depend on the machine's locale. */
public enum Language {
    SPANISH("es"),
    ENGLISH("en");

    private final String code;
    private final Locale locale;

    /** Filled once, before anybody else sees it. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Properties words = new Properties();

    Language(String code) {
        this.code = code;
        this.locale = Locale.forLanguageTag(code);
        try (InputStream file =
                Objects.requireNonNull(Language.class.getResourceAsStream(code + ".properties"), code)) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the library's own words cannot be read", e);
        }
    }

    /**
     * Returns the language with a two-letter code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Language of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no words in the language '" + code + "'; es or en"));
    }

    /** Returns the two-letter code, for example {@code es}. */
    public String code() {
        return code;
    }

    /** Returns the locale whose names of weekdays and months are used. */
    public Locale locale() {
        return locale;
    }

    /**
     * Returns a text of the library in this language, with {@code {0}}, {@code {1}} … replaced.
     *
     * @throws IllegalArgumentException if there is no such text
     */
    public String text(String name, Object... values) {
        String text = words.getProperty(name);
        if (text == null) {
            throw new IllegalArgumentException("no text '" + name + "' in " + code);
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", values[i].toString());
        }
        return text;
    }

    /** Returns whether there is a text of a name. */
    public boolean knows(String name) {
        return words.containsKey(name);
    }
}
