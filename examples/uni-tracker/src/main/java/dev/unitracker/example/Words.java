package dev.unitracker.example;

import dev.unitracker.words.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** What the application says itself of what it saw, in the language of the messages. Immutable. */
final class Words {

    private final Language language;
    private final Properties words = new Properties();

    Words(Language language) {
        this.language = language;
        String file = language.code() + ".properties";
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(file), file)) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the application's own words cannot be read", e);
        }
    }

    Language language() {
        return language;
    }

    /**
     * Returns a text with {@code {0}}, {@code {1}} … replaced.
     *
     * @throws IllegalArgumentException if there is no such text
     */
    String text(String name, Object... values) {
        String text = words.getProperty(name);
        if (text == null) {
            throw new IllegalArgumentException("no text '" + name + "' in " + language.code());
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", values[i].toString());
        }
        return text;
    }

    /** Returns so many of something, by the name that it has if it is one. */
    String count(int number, String name) {
        return text(number == 1 ? name : name + "s", number);
    }
}
