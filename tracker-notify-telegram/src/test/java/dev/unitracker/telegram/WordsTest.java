package dev.unitracker.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.spi.Message.Action;
import dev.unitracker.words.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

    @Test
    void both_languages_say_the_same_things() throws IOException {
        assertThat(names(Language.SPANISH)).isEqualTo(names(Language.ENGLISH));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void each_button_is_named(Language language) {
        Words words = new Words(language);

        assertThat(Action.values())
                .allSatisfy(action -> assertThat(words.button(action)).isNotBlank());
    }

    @Test
    void words_are_read_whatever_the_machines_default_encoding_is() {
        Words words = new Words(Language.SPANISH);

        assertThat(words.text("deadlines", words.days(7))).isEqualTo("Vence de acá a 7 días");
        assertThat(words.button(Action.ACKNOWLEDGE)).isEqualTo("✔ Enterado");
    }

    @Test
    void what_is_not_there_is_a_mistake() {
        assertThatThrownBy(() -> new Words(Language.ENGLISH).text("nothing")).hasMessageContaining("telegram.nothing");
    }

    private static Set<String> names(Language language) throws IOException {
        String file = language.code() + ".properties";
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(file))) {
            Properties words = new Properties();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words.stringPropertyNames();
        }
    }
}
