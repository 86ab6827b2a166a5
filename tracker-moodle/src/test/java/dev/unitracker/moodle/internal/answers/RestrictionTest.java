package dev.unitracker.moodle.internal.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestrictionTest {

    private static final String SPANISH = "No disponible hasta que:<ul>"
            + "<li>Sea el <strong>5 de diciembre de 2026, 18:00</strong> o después</li>"
            + "<li>La actividad <strong><a href='https://x.example/mod/quiz/view.php?id=7'>TP 1</a></strong> esté marcada como completa</li>"
            + "</ul>";

    private static final String ENGLISH = "Not available unless:<ul>"
            + "<li>It is on or after <strong>5 December 2026, 6:00 PM</strong></li>"
            + "<li>The activity <strong><a href='https://x.example/mod/quiz/view.php?id=7'>TP 1</a></strong> is marked complete</li>"
            + "</ul>";

    @Test
    void the_same_condition_in_another_language_is_the_same() {
        assertThat(rewords(ENGLISH, SPANISH)).isTrue();
        assertThat(rewords(SPANISH, ENGLISH)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"5 December, 6 December", "5 December, 5 November", "6:00 PM, 6:00 AM", "TP 1, TP 2", "2026, 2027"})
    void another_date_or_name_is_another_condition_in_any_language(String was, String is) {
        assertThat(rewords(ENGLISH.replace(was, is), SPANISH)).isFalse();
        assertThat(rewords(ENGLISH.replace(was, is), ENGLISH)).isFalse();
    }

    @Test
    void a_condition_more_or_less_is_another_condition() {
        String more = ENGLISH.replace("</ul>", "<li>You belong to any group</li></ul>");

        assertThat(rewords(more, SPANISH)).isFalse();
        assertThat(rewords(SPANISH, more)).isFalse();
    }

    @Test
    void a_sentence_of_an_updated_language_pack_is_the_same_condition() {
        assertThat(rewords(ENGLISH.replace("on or after", "after"), ENGLISH)).isTrue();
    }

    @Test
    void other_words_on_a_site_that_still_uses_the_earlier_ones_are_a_teachers() {
        Restriction until = Restriction.of("Available until <strong>5 December 2026</strong>");
        Restriction from = Restriction.of("Available from <strong>5 December 2026</strong>");
        Restriction elsewhere = Restriction.of("Available until <strong>9 December 2026</strong>");

        assertThat(from.rewords(until, spoken(from))).isTrue();
        assertThat(from.rewords(until, spoken(from, elsewhere))).isFalse();
    }

    @Test
    void words_without_any_name_may_say_anything() {
        assertThat(rewords("Belong to Group A", "Belong to Group B")).isFalse();
        assertThat(rewords("From <b>1 May 2026</b><p>Group A</p>", "From <b>1 May 2026</b><p>Group B</p>"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"at least 3 posts in, at least 4 posts in", "más de 10 % en, más de 20 % en"})
    void a_number_outside_the_names_counts_too(String was, String is) {
        assertThat(rewords(is + " <b>Foro</b>", was + " <b>Foro</b>")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sábado, 5 de diciembre de 2026, 18:00 | Saturday, 5 December 2026, 6:00 PM",
                "5 de diciembre de 2026 | 5 December 2026"
            })
    void dates_are_read_in_both_languages(String spanish, String english) {
        assertThat(LongDate.orText(spanish)).isEqualTo(LongDate.orText(english)).startsWith("2026-12-05");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"TP 2: 5 de diciembre de 2026", "Grupo A", "''", "5 de diciembre de 2026 y 6 de diciembre de 2026"
            })
    void a_name_with_a_date_in_it_is_a_name(String name) {
        assertThat(LongDate.orText(name)).isEqualTo(name);
    }

    private static boolean rewords(String is, String was) {
        Restriction now = Restriction.of(is);
        return now.rewords(Restriction.of(was), spoken(now));
    }

    private static Set<String> spoken(Restriction... restrictions) {
        Set<String> spoken = new HashSet<>();
        List.of(restrictions).forEach(restriction -> spoken.addAll(restriction.lines()));
        return spoken;
    }
}
