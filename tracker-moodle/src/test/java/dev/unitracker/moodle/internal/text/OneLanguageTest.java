package dev.unitracker.moodle.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.testkit.Growth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said in several languages is told in the first. */
class OneLanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{mlang es}Tarea{mlang}{mlang en}Assignment{mlang} | Tarea",
                "1. {mlang es}Tarea{mlang} {mlang en}Assignment{mlang} (grupo) | 1. Tarea (grupo)",
                "{mlang es}Uno{mlang}{mlang en}One{mlang} y {mlang es}dos{mlang}{mlang other}two{mlang} | Uno y dos",
                "{ mlang es }Tarea{ mlang }{ mlang en }Assignment{ mlang } | Tarea",
                "{mlang es, ca}Tarea{mlang}{mlang en}Assignment{mlang} y {mlang en}exam{mlang}{mlang ca,es}examen{mlang} | Tarea y examen",
                "{mlang es}Tarea{mlang} y {mlang en}exam{mlang}{mlang de}Klausur{mlang}{mlang other}examen{mlang} | Tarea y examen",
                "{mlang es}Tarea{mlang}{mlang en}Assignment{mlang}{mlang other}x{mlang} | Tarea",
                "{mlang other}Tarea{mlang} | Tarea",
                "{mlang es-MX}Tarea{mlang} {mlang es_mx}uno{mlang}{mlang es}una{mlang} y {mlang es}dos{mlang} | Tarea unouna y dos",
                "Un {mlang es}principio sin fin | Un {mlang es}principio sin fin",
                "<span lang='es' class='multilang'>Tarea</span> <span lang='en' class='multilang'>Assignment</span> 2 | Tarea 2",
                "<span class='multilang' lang='es'>Uno</span> y <span class='multilang' lang='es'>dos</span> | Uno y dos"
            })
    void of_a_name_and_of_a_text_the_first_language_is_kept(String written, String told) {
        assertThat(HtmlText.title(written)).isEqualTo(told);
        assertThat(HtmlText.canonical(written)).isEqualTo(told);
    }

    @Test
    void what_is_for_all_others_is_kept_where_nothing_is_in_the_language() {
        String first = "<p>{mlang es}Parcial{mlang}{mlang en}Midterm{mlang}{mlang other}x{mlang}</p>";

        assertThat(HtmlText.canonical(first + "<p>{mlang en}A{mlang}{mlang de}B{mlang} {mlang es,en}both{mlang}</p>"))
                .isEqualTo("Parcial\nboth");
        assertThat(HtmlText.canonical(first + "<p>{mlang en}A{mlang}{mlang other}D{mlang}</p>"))
                .isEqualTo("Parcial\nD");
        assertThat(HtmlText.canonical(
                        "<p>{mlang es}Uno{mlang}</p><p>{mlang en}One{mlang}</p><p>{mlang other}x{mlang}</p>"))
                .isEqualTo("Uno");
    }

    @Test
    void of_blocks_that_each_hold_one_language_the_first_is_kept() {
        assertThat(HtmlText.canonical("<div lang='en' class='multilang'>Block <b>11</b> Dec</div>"
                        + "<div lang='es' class='multilang'>Bloque 11/12</div>"))
                .isEqualTo("Block 11 Dec");
        assertThat(HtmlText.canonical("<span lang='en' class='multilang'>Only <b>nested</b> tags</span>"
                        + "<span lang='es' class='multilang'>Solo</span>"))
                .isEqualTo("Only nested tags");
    }

    @Test
    void a_language_may_hold_several_paragraphs() {
        assertThat(HtmlText.canonical("<p>{mlang es}</p><p>Parcial</p><p>Aula 3</p><p>{mlang}{mlang en}</p><p>Exam</p>"
                        + "<p>{mlang}</p><p>30/11</p>"))
                .isEqualTo("Parcial\nAula 3\n30/11");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{mlang es}", "<span class='multilang' lang='x'>", "{mlang es}<span class='multilang' lang='x'>"
            })
    void marks_without_end_cost_in_proportion_to_their_number(String mark) {
        Growth.assertProportional(mark, 500_000, HtmlText::canonical);
    }
}
