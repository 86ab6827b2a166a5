package dev.unitracker.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Bundle BUNDLE = Bundle.read(
            name -> file("shop.open=" + name + "\nshop.sells=sells {0} of {shop.open}\nkind.new=Arrived\n"),
            List.of(Language.SPANISH, Language.ENGLISH));

    @Test
    void a_text_has_its_values_put_in_as_they_are() {
        Texts texts = Texts.in(Language.ENGLISH.with(Map.of("pair", "{0} and {1}; {2}")));

        assertThat(texts.text("pair", "{1}", 7)).isEqualTo("{1} and 7; {2}");
    }

    @Test
    void a_text_can_hold_another_one() {
        Texts texts = Texts.in(Language.ENGLISH).and(BUNDLE);

        assertThat(texts.text("shop.sells", "{shop.open}")).isEqualTo("sells {shop.open} of en.properties");
    }

    @Test
    void what_is_not_there_is_a_mistake() {
        assertThatThrownBy(() -> Texts.in(Language.ENGLISH).text("nothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing");
    }

    @Test
    void a_hosts_own_text_goes_before_a_bundles_and_a_bundles_before_the_librarys() {
        Language own = Language.SPANISH.with(Map.of("shop.open", "abierto"));

        assertThat(Texts.in(own).and(BUNDLE).text("shop.open")).isEqualTo("abierto");
        assertThat(Texts.in(own).and(BUNDLE).text("kind.new")).isEqualTo("Arrived");
        assertThat(Texts.in(own).text("kind.new")).isEqualTo("Nuevo");
    }

    @Test
    void a_country_has_the_texts_of_its_language() {
        Texts texts = Texts.in(Language.of("es-UY")).and(BUNDLE);

        assertThat(texts.text("kind.removed")).isEqualTo("Eliminado");
        assertThat(texts.text("shop.open")).isEqualTo("es.properties");
    }

    @Test
    void what_a_language_lacks_is_said_in_english() {
        Texts texts =
                Texts.in(Language.of("eo").with(Map.of("kind.new", "Nova"))).and(BUNDLE);

        assertThat(texts.text("kind.new")).isEqualTo("Nova");
        assertThat(texts.text("kind.removed")).isEqualTo("Removed");
        assertThat(texts.text("shop.open")).isEqualTo("en.properties");
    }

    @Test
    void what_a_language_says_in_general_goes_before_what_english_says_in_particular() {
        Texts texts = Texts.in(Language.of("eo").with(Map.of("brief.until", "fermos {0}")));

        assertThat(texts.textOr("brief.until.assignment", "brief.until", "x")).isEqualTo("fermos x");
        assertThat(Texts.in(Language.ENGLISH).textOr("brief.until.assignment", "brief.until", "x"))
                .isEqualTo("hand in before x");
    }

    @Test
    void a_bundle_without_the_file_of_a_language_says_which_is_missing() {
        assertThatThrownBy(() -> Bundle.read(name -> null, List.of(Language.SPANISH)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("es.properties");
    }

    private static ByteArrayInputStream file(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
