package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.moodle.internal.look.MoodleProfile;
import dev.unitracker.run.Part;
import dev.unitracker.spi.SourceProfile;
import dev.unitracker.words.Bundle;
import dev.unitracker.words.Language;
import dev.unitracker.words.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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
        Texts spanish = Texts.in(Language.SPANISH).and(Part.texts(parts("campus_b")));
        Texts english = Texts.in(Language.ENGLISH).and(Part.texts(parts("campus_b")));

        assertThat(spanish.text("part.campus_b_files")).isEqualTo("archivos");
        assertThat(english.text("part.campus_b_files")).isEqualTo("files");
        assertThat(spanish.knows("part.moodle_files")).isFalse();
    }

    @Test
    void every_part_has_a_label_in_every_language() {
        assertThat(parts("moodle"))
                .hasSize(9)
                .allSatisfy(part -> assertThat(part.labels())
                        .containsOnlyKeys(
                                Language.BUILT_IN.stream().map(Language::code).toList()));
    }

    @Test
    void of_two_in_one_account_it_is_said_what_things_are_called_but_not_which_one_a_text_is_about() {
        Texts one = SourceProfile.speakingOf(List.of(Moodle.profile()), Texts.in(Language.SPANISH));
        Texts two = SourceProfile.speakingOf(
                List.of(Moodle.profile(), new SourceProfile("campus", Bundle.of(Map.of()))),
                Texts.in(Language.SPANISH));

        assertThat(one.text("brief.is.removed")).isEqualTo("ya no está en Moodle");
        assertThat(two.text("brief.type.workshop")).isEqualTo("Taller");
        assertThat(two.text("brief.is.removed")).isEqualTo("ya no está en el sitio");
    }

    private static List<Part> parts(String name) {
        return Moodle.at("https://campus.example")
                .token("t")
                .named(name)
                .build()
                .parts();
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
