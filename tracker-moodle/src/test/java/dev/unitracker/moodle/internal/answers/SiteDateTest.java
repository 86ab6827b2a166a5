package dev.unitracker.moodle.internal.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteDateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 December 2026 | -1",
                "1 December 2026, 4:00 AM | 240",
                "Tuesday, 1 December 2026, 12:00 AM | 0",
                "1 December 2026, 12:30 PM | 750",
                "1 de diciembre de 2026, 16:05 | 965",
                "martes, 1 de diciembre de 2026, 04:00 | 240",
                "1 de dezembro de 2026, 04:00 | 240",
                "1. Dezember 2026, 04:00 | 240",
                "1 décembre 2026, 04:00 | 240",
                "1 dicembre 2026, 04:00 | 240",
                "1 de desembre 2026, 04:00 | 240"
            })
    void a_date_is_read_in_the_languages_of_most_sites(String text, int time) {
        assertThat(SiteDate.of(text)).contains(new SiteDate(LocalDate.of(2026, 12, 1), time));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TP 2: 5 de diciembre de 2026",
                "Grupo A",
                "''",
                "31 February 2026",
                "5 de diciembre de 2026 y 6 de diciembre de 2026",
                "1 December 2026, 44:00",
                "99 December 20266"
            })
    void anything_else_is_a_name(String text) {
        assertThat(SiteDate.of(text)).isEmpty();
    }
}
