package dev.unitracker.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnePlaceTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "unitracker");

    /** A line that goes on in the next one ends with a backslash. */
    private static final Pattern NAME = Pattern.compile("(?<!\\\\\n)^([a-z_.0-9]+)=", Pattern.MULTILINE);

    private static final Pattern MADE =
            Pattern.compile("ofPattern\\(|ofLocalized|\\.properties\"|java\\.util\\.Properties");

    @Test
    void patterns_of_dates_and_files_of_texts_are_read_by_the_package_of_words_alone() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> places = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> MADE.matcher(read(file)).find())
                    .map(file -> SOURCES.relativize(file.getParent()).toString())
                    .distinct()
                    .toList();

            assertThat(places).containsExactly("words");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void no_file_has_two_texts_of_one_name(String code) {
        Path file = Path.of("src", "main", "resources", "dev", "unitracker", "words", code + ".properties");

        List<String> names =
                NAME.matcher(read(file)).results().map(found -> found.group(1)).toList();

        assertThat(names).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
