package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.moodle.internal.look.MoodleProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MoodleTextsTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void both_languages_have_the_same_texts_with_the_same_places() throws IOException {
        Properties spanish = texts("es");
        Properties english = texts("en");

        assertThat(spanish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(spanish.stringPropertyNames())
                .allSatisfy(name -> assertThat(places(spanish.getProperty(name)))
                        .as(name)
                        .isEqualTo(places(english.getProperty(name))));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Properties texts(String code) throws IOException {
        String file = code + ".properties";
        try (InputStream in = Objects.requireNonNull(MoodleProfile.class.getResourceAsStream(file), file)) {
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        }
    }
}
