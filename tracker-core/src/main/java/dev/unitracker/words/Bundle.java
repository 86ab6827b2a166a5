package dev.unitracker.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Texts of an adapter or a host in several languages. They may come from files of properties in UTF-8, one for each
 * language, named by its code, for example {@code es.properties}. Immutable and safe for use by several threads.
 */
public final class Bundle {

    private final Map<String, Map<String, String>> byCode;

    /**
     * Opens files of texts: usually {@code Some.class::getResourceAsStream}, so that a module need not open its
     * packages.
     */
    @FunctionalInterface
    public interface Files {

        /**
         * Opens a file.
         *
         * @param name the file's name, for example {@code es.properties}
         * @return its bytes, which the caller closes; null if there is no such file
         */
        @Nullable
        InputStream open(String name);
    }

    private Bundle(Map<String, Map<String, String>> byCode) {
        this.byCode = Map.copyOf(byCode);
    }

    /** Returns a bundle of texts, given by the code of the language, then by name; the maps are copied. */
    public static Bundle of(Map<String, Map<String, String>> byCode) {
        Map<String, Map<String, String>> copy = new HashMap<>();
        byCode.forEach((code, texts) -> copy.put(code, Map.copyOf(texts)));
        return new Bundle(copy);
    }

    /**
     * Reads the texts of some languages at once.
     *
     * @param files opens the files
     * @param languages the languages; each needs a file
     * @throws IllegalArgumentException if the file of one is missing
     * @throws UncheckedIOException if one cannot be read
     */
    public static Bundle read(Files files, Collection<Language> languages) {
        Map<String, Map<String, String>> byCode = new HashMap<>();
        for (Language language : languages) {
            byCode.put(language.code(), read(files, language.code() + ".properties"));
        }
        return new Bundle(byCode);
    }

    /** Returns the texts in a language by name; empty if there are none. */
    Map<String, String> in(String code) {
        return byCode.getOrDefault(code, Map.of());
    }

    private static Map<String, String> read(Files files, String name) {
        try (InputStream file = files.open(name)) {
            if (file == null) {
                throw new IllegalArgumentException("the file of texts " + name + " is missing");
            }
            Properties read = new Properties();
            read.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return read.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(text -> text, read::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException("the texts of " + name + " cannot be read", e);
        }
    }
}
