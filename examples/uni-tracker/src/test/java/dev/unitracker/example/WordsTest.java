package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.words.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void every_language_says_the_same_things_with_the_same_blanks() throws IOException {
        Properties english = words(Language.ENGLISH);
        Properties spanish = words(Language.SPANISH);

        assertThat(spanish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames())
                .allSatisfy(name -> assertThat(blanks(spanish.getProperty(name)))
                        .as(name)
                        .isEqualTo(blanks(english.getProperty(name))));
    }

    private static List<String> blanks(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static Properties words(Language language) throws IOException {
        Properties words = new Properties();
        String file = language.code() + ".properties";
        try (InputStream in = Objects.requireNonNull(AppTexts.class.getResourceAsStream(file))) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return words;
    }
}
