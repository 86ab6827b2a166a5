package dev.unitracker.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.notice.Message.Action;
import dev.unitracker.words.Language;
import dev.unitracker.words.LengthText;
import dev.unitracker.words.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @Test
    void both_languages_say_the_same_things() throws IOException {
        assertThat(names(Language.SPANISH)).isEqualTo(names(Language.ENGLISH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "en", "pt"})
    void each_button_is_named(String language) {
        Texts words = words(Language.of(language));

        assertThat(Action.values())
                .allSatisfy(action -> assertThat(words.text(button(action))).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "en"})
    void whatever_becomes_of_a_press_is_said(String language) {
        Texts words = words(Language.of(language));

        assertThat(Outcome.Kind.values())
                .allSatisfy(kind -> assertThat(words.text(Outcome.of(kind).pressed(Optional.of(Action.DONE))))
                        .isNotBlank());
    }

    @Test
    void words_are_read_whatever_the_machines_default_encoding_is() {
        Texts words = words(Language.SPANISH);

        assertThat(words.text("telegram.deadlines", new LengthText(words).days(7)))
                .isEqualTo("Vence de acá a 7 días");
        assertThat(words.text(button(Action.ACKNOWLEDGE))).isEqualTo("✔ Enterado");
    }

    @Test
    void a_hosts_own_language_says_what_this_module_says_too() {
        Texts words = words(Language.of("pt").with(Map.of("button.done", "Feito")));

        assertThat(words.text(button(Action.DONE))).isEqualTo("Feito");
        assertThat(words.text(button(Action.OPEN))).isEqualTo("Open");
    }

    @Test
    void what_is_not_there_is_a_mistake() {
        assertThatThrownBy(() -> words(Language.ENGLISH).text("telegram.nothing"))
                .hasMessageContaining("telegram.nothing");
    }

    private static Texts words(Language language) {
        return TelegramNotifier.words(language);
    }

    private static String button(Action action) {
        return "button." + action.name().toLowerCase(Locale.ROOT);
    }

    private static Set<String> names(Language language) throws IOException {
        String file = language.code() + ".properties";
        try (InputStream in = Objects.requireNonNull(TelegramNotifier.class.getResourceAsStream(file))) {
            Properties words = new Properties();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words.stringPropertyNames();
        }
    }
}
