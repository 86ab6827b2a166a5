package dev.unitracker.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesInTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    30/11/2026                              | 2026-11-30
                    30/11/26                                | 2026-11-30
                    30 / 11 / 2026                          | 2026-11-30
                    30-11-26                                | 2026-11-30
                    30-11-2026                              | 2026-11-30
                    04.12.2026                              | 2026-12-04
                    4.12.2026                               | 2026-12-04
                    04.12.26                                | 2026-12-04
                    2026-12-03                              | 2026-12-03
                    2026/12/03                              | 2026-12-03
                    9 de diciembre de 2026                  | 2026-12-09
                    9 de diciembre del 2026                 | 2026-12-09
                    9 diciembre 2026                        | 2026-12-09
                    9 de dic. de 2026                       | 2026-12-09
                    9-dic-2026                              | 2026-12-09
                    9/dic/26                                | 2026-12-09
                    09 DIC 2026                             | 2026-12-09
                    NUEVE, 9 DE DICIEMBRE DE 2026           | 2026-12-09
                    1º de diciembre de 2026                 | 2026-12-01
                    1° de diciembre                         | 2026-12-01
                    1ro de diciembre                        | 2026-12-01
                    1ero de diciembre                       | 2026-12-01
                    1.º de diciembre                        | 2026-12-01
                    1.° de diciembre                        | 2026-12-01
                    1.er de diciembre                       | 2026-12-01
                    1ro. de diciembre                       | 2026-12-01
                    primero de diciembre                    | 2026-12-01
                    Fecha: 30/11                            | 2026-11-30
                    Fecha: 4-12                             | 2026-12-04
                    Date: 4.12.                             | 2026-12-04
                    Vto. 30/11                              | 2026-11-30
                    3 de sept. de 2026                      | 2026-09-03
                    3 de setiembre de 2026                  | 2026-09-03
                    December 9, 2026                        | 2026-12-09
                    December 9th, 2026                      | 2026-12-09
                    Dec. 9 2026                             | 2026-12-09
                    9 Dec 2026                              | 2026-12-09
                    9th of December 2026                    | 2026-12-09
                    the 9th of December                     | 2026-12-09
                    Dec 9, '26                              | 2026-12-09
                    May 5, 2027                             | 2027-05-05
                    5 de mayo de 2027                       | 2027-05-05
                    5 may 2027                              | 2027-05-05
                    lunes 30 de noviembre                   | 2026-11-30
                    lunes, 30 de noviembre                  | 2026-11-30
                    lun. 30/11                              | 2026-11-30
                    viernes 4/12                            | 2026-12-04
                    vie 4-12                                | 2026-12-04
                    Friday the 4th of December              | 2026-12-04
                    el 4/12                                 | 2026-12-04
                    día 4/12                                | 2026-12-04
                    4/12 de 2026                            | 2026-12-04
                    4/12 (viernes)                          | 2026-12-04
                    Entrega 29/02                           | 2028-02-29
                    """)
    void a_date_without_a_time_is_a_local_date(String text, String value) {
        assertThat(Read.only(text).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    30/11/2026 18:00                                  | 2026-11-30T21:00:00Z
                    30/11/2026 a las 18:00                            | 2026-11-30T21:00:00Z
                    30/11/2026 a las 18                               | 2026-11-30T21:00:00Z
                    30/11/2026, 18 hs                                 | 2026-11-30T21:00:00Z
                    30/11/2026 18hs.                                  | 2026-11-30T21:00:00Z
                    30/11/2026 18:30 hs                               | 2026-11-30T21:30:00Z
                    30/11/2026 18.30 hs                               | 2026-11-30T21:30:00Z
                    30/11/2026 a las 18.30                            | 2026-11-30T21:30:00Z
                    30/11/2026 18h30                                  | 2026-11-30T21:30:00Z
                    30/11/2026 a las 6 de la tarde                    | 2026-11-30T21:00:00Z
                    30/11/2026 a las 10:30 de la mañana               | 2026-11-30T13:30:00Z
                    30/11/2026 a las 12 de la mañana                  | 2026-11-30T15:00:00Z
                    30/11/2026 a las 11 de la noche                   | 2026-12-01T02:00:00Z
                    30/11/2026 a las 12 de la noche                   | 2026-12-01T03:00:00Z
                    30/11/2026 a las 12:30 de la noche                | 2026-12-01T03:30:00Z
                    30/11/2026, 12 hs de la noche                     | 2026-12-01T03:00:00Z
                    30/11/2026 a las 2 de la madrugada                | 2026-11-30T05:00:00Z
                    30/11/2026 a las 12 de la madrugada               | 2026-11-30T03:00:00Z
                    30/11/2026 antes de las 18                        | 2026-11-30T21:00:00Z
                    Due Friday, December 4 by 5 p.m.                  | 2026-12-04T20:00:00Z
                    Fecha: 30/11. Hora: 18:00. Parcial.               | 2026-11-30T21:00:00Z
                    Hora: 18:00 - Fecha: 30/11/2026                   | 2026-11-30T21:00:00Z
                    30/11/2026 de 18 a 20 hs                          | 2026-11-30T21:00:00Z
                    30/11/2026 18:00-20:00                            | 2026-11-30T21:00:00Z
                    30/11/2026-18:00                                  | 2026-11-30T21:00:00Z
                    30/11/2026 (18:00)                                | 2026-11-30T21:00:00Z
                    30/11/2026 de 18 a 20          | 2026-11-30T21:00:00Z
                    30/11/2026 al mediodía                            | 2026-11-30T15:00:00Z
                    30/11/2026 24:00                                  | 2026-12-01T03:00:00Z
                    18:00 del 30/11/2026                              | 2026-11-30T21:00:00Z
                    a las 18 hs del lunes 30/11                       | 2026-11-30T21:00:00Z
                    2026-12-03 23:59                                  | 2026-12-04T02:59:00Z
                    2026-12-03T23:59                                  | 2026-12-04T02:59:00Z
                    2026-12-03T23:59:00Z                              | 2026-12-03T23:59:00Z
                    2026-12-03T23:59:00+02:00                         | 2026-12-03T21:59:00Z
                    2026-12-03 23:59 UTC                              | 2026-12-03T23:59:00Z
                    9 de diciembre de 2026 a las 18:00                | 2026-12-09T21:00:00Z
                    lunes 30 de noviembre 18 hs                       | 2026-11-30T21:00:00Z
                    Mié. 25 nov. 2026, 14.30 hs                       | 2026-11-25T17:30:00Z
                    December 9, 2026 at 6 pm                          | 2026-12-09T21:00:00Z
                    December 9, 6:30 p.m.                             | 2026-12-09T21:30:00Z
                    Dec 9 at 12 am                                    | 2026-12-09T03:00:00Z
                    6pm on December 9                                 | 2026-12-09T21:00:00Z
                    Nov 26 from 3 to 5 pm                             | 2026-11-26T18:00:00Z
                    9 Dec 2026 at noon                                | 2026-12-09T15:00:00Z
                    4/12 20:00                                        | 2026-12-04T23:00:00Z
                    """)
    void a_date_with_a_time_is_an_instant_of_the_zone(String text, String value) {
        assertThat(Read.only(text).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    el 26 y 27 de noviembre                                | 2026-11-26,2026-11-27
                    los días 26, 27 y 28 de noviembre de 2026              | 2026-11-26,2026-11-27,2026-11-28
                    el 26 y 27/11/2026                                     | 2026-11-26,2026-11-27
                    el 26/11 y 27/11                                       | 2026-11-26,2026-11-27
                    del 7 al 11 de diciembre                               | 2026-12-07,2026-12-11
                    del 7/12 al 11/12/2026                                 | 2026-12-07,2026-12-11
                    del 28 de diciembre al 3 de enero de 2030              | 2029-12-28,2030-01-03
                    del 28 de diciembre de 2029 al 3 de enero              | 2029-12-28,2030-01-03
                    04/12/2026 - 06/12/2026                                | 2026-12-04,2026-12-06
                    December 7-11, 2026                                    | 2026-12-07,2026-12-11
                    December 7, 9 and 11                                   | 2026-12-07,2026-12-09,2026-12-11
                    26 y 27 de noviembre a las 18:00                       | 2026-11-26T21:00:00Z,2026-11-27T21:00:00Z
                    30/11/2026 18:00, 01/12/2026 19:00                     | 2026-11-30T21:00:00Z,2026-12-01T22:00:00Z
                    Clase 12 - 23 de noviembre                             | 2026-11-23
                    Clase 3, 4 de diciembre                                | 2026-12-04
                    Parcial 2 - 7 de diciembre de 2026 a las 19:00         | 2026-12-07T22:00:00Z
                    December 9, 10 students                                | 2026-12-09
                    """)
    void lists_and_ranges_are_read_one_by_one(String text, String values) {
        assertThat(Read.values(text)).isEqualTo(List.of(values.split(",", -1)));
    }

    @ParameterizedTest
    @CsvSource({
        "5 de enero, 2026-11-22, 2027-01-05",
        "5 de enero, 2026-03-01, 2026-01-05",
        "20 de diciembre, 2027-01-10, 2026-12-20",
        "el 3/3, 2026-11-22, 2027-03-03",
        "29 de febrero, 2026-11-22, 2028-02-29",
        "29 de febrero, 1901-01-01, 1904-02-29"
    })
    void a_date_without_a_year_takes_the_nearest_one(String text, String reference, String value) {
        var facts = DateReader.in(Read.BUENOS_AIRES).facts(text, LocalDate.parse(reference));

        assertThat(facts)
                .singleElement()
                .satisfies(fact -> assertThat(fact.value()).isEqualTo(value));
    }
}
