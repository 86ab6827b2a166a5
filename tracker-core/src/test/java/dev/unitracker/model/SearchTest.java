package dev.unitracker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchTest {

    @Test
    void words_are_letters_or_digits_without_accents_each_once() {
        assertThat(Search.of("TP-1: Límites y LÍMITES, año_2026").orElseThrow().words())
                .containsExactly("tp", "1", "limites", "y", "ano", "2026");
        assertThat(Search.wordsOf("¡Ñandú! ñandú l'Hôpital")).isEqualTo(" nandu l hopital ");
        assertThat(Search.wordsOf("")).isEqualTo(" ");
    }

    @Test
    void there_is_no_search_without_a_word_or_for_too_many() {
        assertThat(Search.of("")).isEmpty();
        assertThat(Search.of(" %_'\"\\ 😀 ´ ")).isEmpty();
        assertThat(Search.of("a b c d e f g h i j")).isPresent();
        assertThat(Search.of("a b c d e f g h i j k")).isEmpty();
        assertThatThrownBy(() -> new Search(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void of_a_text_with_very_many_words_the_first_are_kept() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            many.append(1_000_000 + i).append(' ');
        }

        assertThat(Search.wordsOf(many.toString()))
                .hasSizeBetween(190_000, 200_001)
                .endsWith(" ");
    }

    @Test
    void an_excerpt_shows_the_place_where_the_first_word_is() {
        String before = "Una introducción larga que no dice nada de lo que se busca aquí. ".repeat(5);
        String after = " Y luego sigue con otras cosas que tampoco importan mucho a nadie.".repeat(5);
        Found found = found("Aviso", before + "El\n\n PARCIÁL\tes el 18." + after, "parcial");

        String excerpt = found.excerpt(Search.of("parcial").orElseThrow());

        assertThat(found.where()).isEqualTo(Search.Where.TEXT);
        assertThat(excerpt)
                .contains("El PARCIÁL es el 18.")
                .startsWith("…")
                .endsWith("…")
                .hasSizeLessThan(210);
    }

    @Test
    void an_excerpt_of_a_title_is_the_title_and_a_short_text_is_shown_whole() {
        assertThat(found("Parcial de física", "El parcial", "parcial")
                        .excerpt(Search.of("parcial").orElseThrow()))
                .isEqualTo("Parcial de física");
        assertThat(found("Física", "Hay parcial", "parcial fisica")
                        .excerpt(Search.of("parcial fisica").orElseThrow()))
                .isEqualTo("Hay parcial");
    }

    @Test
    void an_excerpt_breaks_no_character_and_needs_no_spaces() {
        Found found = found("Aviso", "😀".repeat(500) + " parcial " + "😀".repeat(500), "parcial");

        String excerpt = found.excerpt(Search.of("parcial").orElseThrow());

        assertThat(excerpt).contains("parcial");
        assertThat(excerpt.codePoints()).noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    private static Found found(String title, String body, String words) {
        Item item = Item.of(
                new ItemId("ana", "campus", "module:1"),
                Map.of(
                        Field.STATUS.key(),
                        ItemStatus.ACTIVE.key(),
                        Field.TYPE.key(),
                        ItemType.ASSIGNMENT.name(),
                        Field.TITLE.key(),
                        title,
                        Field.BODY.key(),
                        body));
        Instant noon = Instant.parse("2026-11-22T12:00:00Z");
        return Found.by(Search.of(words).orElseThrow(), new StoredItem(item, false, noon, noon, 1, "key"))
                .orElseThrow();
    }
}
