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
                "Un {mlang es}principio sin fin | Un {mlang es}principio sin fin",
                "<span lang='es' class='multilang'>Tarea</span> <span lang='en' class='multilang'>Assignment</span> 2 | Tarea 2",
                "<span class='multilang' lang='es'>Uno</span> y <span class='multilang' lang='es'>dos</span> | Uno y dos"
            })
    void of_a_name_and_of_a_text_the_first_language_is_kept(String written, String told) {
        assertThat(HtmlText.title(written)).isEqualTo(told);
        assertThat(HtmlText.canonical(written)).isEqualTo(told);
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
