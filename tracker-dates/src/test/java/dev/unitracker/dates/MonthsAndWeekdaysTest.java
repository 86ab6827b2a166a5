package dev.unitracker.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MonthsAndWeekdaysTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    Parcial mar 24/11/2026 a las 18                  | 2026-11-24T21:00:00Z
                    Mar. 24/11                                       | 2026-11-24
                    mar 24.11.2026                                   | 2026-11-24
                    mar. 24-11                                       | 2026-11-24
                    Mar 1 de diciembre                               | 2026-12-01
                    Mar 24 nov                                       | 2026-11-24
                    mar 24 nov 18 hs                                 | 2026-11-24T21:00:00Z
                    mar 24 de marzo de 2026                          | 2026-03-24
                    lun 23/11, mar 24/11 y mié 25/11                 | 2026-11-23,2026-11-24,2026-11-25
                    lun 23, mar 24 y jue 26 de noviembre             | 2026-11-23,2026-11-24,2026-11-26
                    lun 23 nov mar 24 nov                            | 2026-11-23,2026-11-24
                    """)
    void mar_is_a_weekday_where_a_date_of_its_own_follows(String text, String values) {
        assertThat(Read.values(text)).isEqualTo(List.of(values.split(",", -1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    March 24                                         | 2027-03-24
                    Mar 24, 2026                                     | 2026-03-24
                    Wed, Mar. 24th at 6 pm                           | 2027-03-24T21:00:00Z
                    Mar 5-7, 2027                                    | 2027-03-05,2027-03-07
                    Mar 5-7                                          | 2027-03-05,2027-03-07
                    Mar 5 - Apr 3                                    | 2027-03-05,2027-04-03
                    Mar 24 and 26                                    | 2027-03-24,2027-03-26
                    23 mar                                           | 2027-03-23
                    lun 23 mar 18 hs                                 | 2026-03-23T21:00:00Z
                    """)
    void mar_is_a_month_elsewhere(String text, String values) {
        assertThat(Read.values(text)).isEqualTo(List.of(values.split(",", -1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    lunes 23 y miércoles 25 de noviembre             | 2026-11-23,2026-11-25
                    el lunes 23, el martes 24 y el jueves 26 de nov. | 2026-11-23,2026-11-24,2026-11-26
                    Monday 23 and Wednesday 25 November              | 2026-11-23,2026-11-25
                    Sat 28 Nov and Sun 29 Nov                        | 2026-11-28,2026-11-29
                    """)
    void each_day_of_a_list_may_have_its_weekday(String text, String values) {
        assertThat(Read.values(text)).isEqualTo(List.of(values.split(",", -1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lun 23 Mar 24 Mié 25", "Lun 23, mar 24, mié 25: consultas", "Mar del Plata 24"})
    void weekdays_with_a_number_and_no_month_are_no_dates(String text) {
        assertThat(Read.lines(text)).isEmpty();
    }
}
