package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.moodle.internal.look.MoodleProfile;
import dev.unitracker.spi.SourceProfile;
import dev.unitracker.words.Language;
import dev.unitracker.words.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

    @Test
    void a_moodle_of_another_name_has_the_same_parts_under_that_name() {
        Texts texts =
                Texts.in(Language.SPANISH).and(MoodleProfile.of("campus_b").texts());

        assertThat(texts.text("area.campus_b_files")).isEqualTo("archivos");
        assertThat(texts.knows("area.moodle_files")).isFalse();
        assertThat(texts.text("brief.is.removed")).isEqualTo("ya no está en Moodle");
    }

    @Test
    void of_two_in_one_account_it_is_said_what_their_parts_are_called_but_not_which_one_a_text_is_about() {
        Texts texts = SourceProfile.speakingOf(
                List.of(Moodle.profile(), MoodleProfile.of("campus_b")), Texts.in(Language.SPANISH));

        assertThat(texts.text("area.moodle_grades")).isEqualTo("notas");
        assertThat(texts.text("area.campus_b_grades")).isEqualTo("notas");
        assertThat(texts.text("brief.type.workshop")).isEqualTo("Taller");
        assertThat(texts.text("brief.is.removed")).isEqualTo("ya no está en el sitio");
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
