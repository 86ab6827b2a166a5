package dev.unitracker.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YearsTest {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 5);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    2026-03-05 | Segundo parcial: jueves 12 de noviembre, 18 hs | 2026-11-12T21:00:00Z
                    2026-03-05 | Viernes 20/11                                  | 2026-11-20
                    2026-03-05 | 20/11 (viernes)                                | 2026-11-20
                    2026-03-05 | Parciales: 20/11 y jueves 26/11                | 2026-11-20,2026-11-26
                    2026-11-22 | Parcial: viernes 20/3                          | 2026-03-20
                    2026-11-22 | Parcial: sábado 20/3                           | 2027-03-20
                    2026-11-22 | Parcial: lunes 20/3                            | 2027-03-20
                    """)
    void the_weekday_tells_the_year(LocalDate reference, String text, String values) {
        assertThat(values(text, reference)).isEqualTo(List.of(values.split(",", -1)));
    }

    @ParameterizedTest
    @CsvSource({"martes 30/11, 2026-11-30", "jueves 20/11, 2026-11-20", "vie 10/12, 2026-12-10"})
    void a_mistaken_weekday_moves_no_date_of_these_weeks_by_a_year(String text, String value) {
        assertThat(Read.values(text)).containsExactly(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    2026-03-05 | Cronograma 2026 - Segundo parcial: 20/11       | 2026-11-20
                    2026-03-05 | Cronograma 2026. Segundo parcial: 20/11        | 2026-11-20
                    2026-03-05 | 2C2026: segundo parcial 20/11                  | 2026-11-20
                    2026-03-05 | Noviembre de 2026: parcial el 20               |
                    2026-11-22 | Cronograma 2025 - Segundo parcial: 20/11       | 2025-11-20
                    2026-11-22 | Cronograma 2027 - Parcial: 15/6                | 2027-06-15
                    2026-11-22 | Ciclo 2026 - Final: 10/2                       | 2027-02-10
                    2026-11-22 | Ciclo 2027 - Inscripción hasta el 18/12        | 2026-12-18
                    """)
    void a_year_named_in_the_line_tells_the_year(LocalDate reference, String text, String value) {
        assertThat(values(text, reference)).isEqualTo(value == null ? List.of() : List.of(value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    Ciclos 2025 y 2026: parcial 20/11
                    Ciclo 2026-2027: parcial 20/11
                    Ley 2026: parcial 20/11
                    Aula 2026: parcial 20/11
                    $ 2026: parcial 20/11
                    Publicado el 5/3/2026, parcial 20/11
                    Publicado el 5 de marzo de 2026, parcial 20/11
                    Published on March 5, 2026, exam 20/11
                    """)
    void a_number_that_is_another_thing_tells_no_year(String text) {
        assertThat(values(text, MARCH)).contains("2025-11-20").doesNotContain("2026-11-20");
    }

    @Test
    void a_year_in_the_heading_tells_the_year_of_the_lines_below() {
        String text = """
                Cronograma de Física

                2do cuatrimestre 2026
                Segundo parcial: 20/11
                Apuntes del 2025: ver el foro
                Recuperatorio: 4/12""";

        assertThat(values(text, MARCH)).containsExactly("2026-11-20", "2026-12-04");
    }

    @Test
    void a_heading_of_the_past_and_a_sentence_are_no_headings() {
        assertThat(values("Parcial resuelto 2025\nSegundo parcial: 20/11", LocalDate.of(2026, 6, 1)))
                .containsExactly("2026-11-20");
        assertThat(values("En 2026 cambia el plan.\nSegundo parcial: 20/11", MARCH))
                .containsExactly("2025-11-20");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    2026-11-22 | Dictado del 9/3 al 27/6                        | 2027-03-09,2027-06-27
                    2026-06-01 | Dictado del 9/3 al 27/6                        | 2026-03-09,2026-06-27
                    2026-03-05 | Cursada del 9/3 al 27/11                       | 2026-03-09,2026-11-27
                    2026-03-05 | Cursada del 9/3/2026 al 27/11                  | 2026-03-09,2026-11-27
                    2026-03-05 | Cursada del 9 de marzo al 27 de noviembre      | 2026-03-09,2026-11-27
                    2026-11-22 | Receso del 28/12 al 5/1                        | 2026-12-28,2027-01-05
                    2027-01-02 | Receso del 28/12 al 5/1                        | 2026-12-28,2027-01-05
                    2026-11-22 | Parciales: 20/4, 15/6 y 22/6                   | 2026-04-20,2026-06-15,2026-06-22
                    2026-11-22 | Parciales: 20/4/2026 y 4/12                    | 2026-04-20,2026-12-04
                    """)
    void what_ends_or_goes_on_comes_after_what_begins(LocalDate reference, String text, String values) {
        assertThat(values(text, reference)).isEqualTo(List.of(values.split(",", -1)));
    }

    @Test
    void a_date_that_was_brought_forward_stays_near() {
        assertThat(Read.values("La clase pasa del 5/12 al 28/11")).containsExactly("2026-12-05", "2026-11-28");
        assertThat(Read.values("Finales: 4/12 y 26/11")).containsExactly("2026-12-04", "2026-11-26");
    }

    private static List<String> values(String text, LocalDate reference) {
        return DateReader.in(Read.BUENOS_AIRES).facts(text, reference).stream()
                .filter(fact -> !fact.value().startsWith("Aula"))
                .map(Fact::value)
                .toList();
    }
}
