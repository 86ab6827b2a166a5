package dev.unitracker.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void both_languages_have_the_same_texts_with_the_same_places() throws IOException {
        Properties spanish = words(Language.SPANISH);
        Properties english = words(Language.ENGLISH);

        assertThat(spanish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(spanish.stringPropertyNames())
                .allSatisfy(name -> assertThat(places(spanish.getProperty(name)))
                        .as(name)
                        .isEqualTo(places(english.getProperty(name))));
    }

    @Test
    void any_language_can_be_one() {
        assertThat(Language.of(" PT-br ").code()).isEqualTo("pt-BR");
        assertThat(Language.of("pt-BR")).isEqualTo(Language.of("pt-br"));
        assertThat(Language.of("pt").locale()).isEqualTo(Locale.forLanguageTag("pt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "no language", "x_y", "und"})
    void what_is_no_code_is_refused(String code) {
        assertThatThrownBy(() -> Language.of(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_language_is_found_among_some_by_its_code() {
        assertThat(Language.find(" ES ", Language.BUILT_IN)).contains(Language.SPANISH);
        assertThat(Language.find("eo", Language.BUILT_IN)).isEmpty();
    }

    @Test
    void a_hosts_texts_are_added_and_the_later_ones_win() {
        Language language = Language.of("eo").with(Map.of("a", "1", "b", "1")).with(Map.of("b", "2"));

        assertThat(language.texts()).isEqualTo(Map.of("a", "1", "b", "2"));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(place -> place.group()).collect(Collectors.toSet());
    }

    private static Properties words(Language language) throws IOException {
        Properties words = new Properties();
        try (InputStream file = Language.class.getResourceAsStream(language.code() + ".properties")) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return words;
    }
}
