package dev.unitracker.telegram;

import dev.unitracker.spi.Message.Action;
import dev.unitracker.words.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** What this module says itself, in one language. Immutable. */
final class Words {

    private final Language language;
    private final Properties words = new Properties();

    Words(Language language) {
        this.language = language;
        String file = language.code() + ".properties";
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(file), file)) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the library's own words cannot be read", e);
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
        String text = words.getProperty("telegram." + name);
        if (text == null) {
            throw new IllegalArgumentException("no text 'telegram." + name + "' in " + language.code());
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", values[i].toString());
        }
        return text;
    }

    /** Returns so many days in words. */
    String days(long days) {
        return days == 1 ? language.text("message.day") : language.text("message.days", days);
    }

    /** Returns so many hours in words. */
    String hours(long hours) {
        return language.text("message.hours", hours);
    }

    /** Returns what is written on a button. */
    String button(Action action) {
        return text("button." + action.name().toLowerCase(Locale.ROOT));
    }
}
