package dev.unitracker.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists, tables and short forms, as teachers write them into a timetable. */
class SchedulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    20/4: Parcial                  | exam_at "parcial" 2027-04-20
                    20/4 Parcial                   | exam_at "parcial" 2027-04-20
                    5/11: Parcial                  | exam_at "parcial" 2026-11-05
                    9/3 Clase 1                    | class_session_at "clase 1" 2027-03-09
                    * 20/4 - Parcial               | exam_at "parcial" 2027-04-20
                    - 20/4: Parcial                | exam_at "parcial" 2027-04-20
                    • 20/4 Entrega TP1             | due_at "entrega tp1" 2027-04-20
                    1) 20/4: Parcial               | exam_at "parcial" 2027-04-20
                    TP 1: 20/4                     | date_mention "tp 1" 2027-04-20
                    Mesa 1: 10/12 - Mesa 2: 17/12  | date_mention "mesa 1" 2026-12-10;date_mention "mesa 2" 2026-12-17
                    """)
    void a_row_of_a_list_begins_with_its_date(String text, String expected) {
        assertThat(Read.lines(text)).isEqualTo(Arrays.asList(expected.split(";", -1)));
    }

    @Test
    void a_cell_of_a_table_may_be_a_date() {
        assertThat(Read.lines("Unidad 1\t20/04\tClase teórica"))
                .containsExactly("class_session_at \"clase teórica\" 2027-04-20");
        assertThat(Read.lines("Unidad 1 | 20/4 | Clase teórica"))
                .containsExactly("class_session_at \"clase teórica\" 2027-04-20");
        assertThat(Read.lines("Lunes\t30/11\tParcial")).containsExactly("exam_at \"parcial\" 2026-11-30");
        assertThat(Read.lines("30/11\tLunes\tParcial")).containsExactly("exam_at \"parcial\" 2026-11-30");
        assertThat(Read.values("TP1 | 20/4 | 27/4")).containsExactly("2027-04-20", "2027-04-27");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    Finales: 30/11-4/12            | 2026-11-30,2026-12-04
                    Semana 1: 9/3-13/3             | 2027-03-09,2027-03-13
                    Semana 23/3 - 27/3             | 2027-03-23,2027-03-27
                    Semana 9/3 al 13/3             | 2027-03-09,2027-03-13
                    9/3 al 13/3: Unidad 1          | 2027-03-09,2027-03-13
                    30/3 - 3/4 Unidad 4            | 2027-03-30,2027-04-03
                    09/03 a 13/03: Unidad 1        | 2027-03-09,2027-03-13
                    Receso 13-24 de julio          | 2026-07-13,2026-07-24
                    Fechas: 20/4 - 15/6            | 2027-04-20,2027-06-15
                    """)
    void a_range_has_two_dates(String text, String values) {
        assertThat(Read.values(text)).isEqualTo(Arrays.asList(values.split(",", -1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    Lunes: 30/11                   | 2026-11-30
                    Lunes - 30/11                  | 2026-11-30
                    Lunes (30/11)                  | 2026-11-30
                    30/11 lunes 18 hs              | 2026-11-30T21:00:00Z
                    lunes y miércoles 30/11 y 2/12 | 2026-11-30,2026-12-02
                    """)
    void a_weekday_beside_a_date_makes_it_one(String text, String values) {
        assertThat(Read.values(text)).isEqualTo(Arrays.asList(values.split(",", -1)));
    }

    @Test
    void the_first_of_two_weekdays_is_that_of_the_first_date() {
        assertThat(Read.facts("Parciales: martes y jueves 24 y 26 de noviembre de 2026"))
                .allSatisfy(fact -> assertThat(fact.confidence()).isEqualTo(0.95));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    Entrega: 30-11                 | due_at "entrega" 2026-11-30
                    Entrega: 04-12                 | due_at "entrega" 2026-12-04
                    Parcial (30-11)                | exam_at "parcial" 2026-11-30
                    Recuperatorio 9/12             | exam_at "recuperatorio" 2026-12-09
                    Recup. 9/12                    | exam_at "recup" 2026-12-09
                    Vto. 30/11                     | due_at "vto" 2026-11-30
                    Entrega 4/12 inclusive, 23:59  | due_at "entrega" 2026-12-05T02:59:00Z
                    1er. Parcial: 20/4             | exam_at "1er parcial" 2027-04-20
                    Parcial 2-7 de diciembre       | exam_at "parcial 2" 2026-12-07
                    """)
    void short_forms_are_understood(String text, String expected) {
        assertThat(Read.lines(text)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lunes: 10-12",
                "lunes 8-10",
                "lun. 8-10, mié. 10-12",
                "Martes | 10-12 | consultas",
                "Consultas: jueves (10-12)",
                "Entrega: 10-12",
                "Parcial: 10-12",
                "Parcial 30-11",
                "Clase 30-11",
                "Quiz 13-2",
                "Quiz 4/12",
                "Parcial 1/2",
                "Exam 8/12",
                "TP 1: 8/10",
                "TP1 | 8/10 | 7/10",
                "Pérez | 7/8 | Entrega",
                "Parcial\t7/10",
                "1/2: Entrega",
                "3/4 Clase",
                "7/10: parcial",
                "2/2 Entregas",
                "Grupo 11/12 - Entrega",
                "Semana 3/8",
                "Fecha 3/8",
                "1/2 - 3/4",
                "1/4 a 3/4 de taza",
                "16/9 - 16/10",
                "páginas 9/3-13/3",
                "El parcial es el 2do. Traer DNI."
            })
    void hours_grades_counts_and_fractions_are_no_dates(String text) {
        assertThat(Read.lines(text)).isEmpty();
    }
}
