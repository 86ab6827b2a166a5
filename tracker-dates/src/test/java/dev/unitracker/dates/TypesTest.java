package dev.unitracker.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    Entrega del trabajo integrador: 04/12/2026 20:00 | due_at "entrega del trabajo integrador" 2026-12-04T23:00:00Z
                    Entrega informe: 11/12/2026                 | due_at "entrega informe" 2026-12-11
                    Formato libre. Vence el 11/12/2026.         | due_at "vence" 2026-12-11
                    Fecha límite: vie. 4 dic. 2026              | due_at "fecha límite" 2026-12-04
                    El informe se sube hasta el 4/12            | due_at "informe se sube" 2026-12-04
                    Cierre de entregas: 4/12                    | due_at "cierre de entregas" 2026-12-04
                    TP 3 - Entrega: 04/12                       | due_at "tp 3 entrega" 2026-12-04
                    Entrega final: 4/12/2026                    | due_at "entrega final" 2026-12-04
                    Entrega parcial: 4/12/2026                  | due_at "entrega parcial" 2026-12-04
                    El viernes 4/12 vence el plazo de entrega   | due_at "vence el plazo de entrega" 2026-12-04
                    Homework 3 is due on Friday, Dec. 4th       | due_at "homework 3 is due" 2026-12-04
                    Hand in your report by the 9th of December  | due_at "hand in your report" 2026-12-09
                    Deadline: 9 Dec 2026                        | due_at "deadline" 2026-12-09
                    PARCIAL: LUNES 30 DE NOVIEMBRE DE 2026      | exam_at "parcial" 2026-11-30
                    El 2do parcial es el 30/11                  | exam_at "2do parcial" 2026-11-30
                    30/11/2026 - Segundo parcial - Temas 1 a 5  | exam_at "segundo parcial" 2026-11-30
                    Final: 10/12/2026                           | exam_at "final" 2026-12-10
                    Mesa de final: 10/12/2026                   | exam_at "mesa de final" 2026-12-10
                    EVALUACION: 10/12/2026                      | exam_at "evaluacion" 2026-12-10
                    Mid-term: 30/11/2026                        | exam_at "mid term" 2026-11-30
                    Quiz 2 (30/11/2026)                         | exam_at "quiz 2" 2026-11-30
                    El parcial comienza el 30/11                | exam_at "parcial" 2026-11-30
                    La consulta del parcial del 30/11           | exam_at "consulta del parcial" 2026-11-30
                    Cierre de notas: 18/12/2026                 | grades_close_at "cierre de notas" 2026-12-18
                    Grades close on Dec 18, 2026                | grades_close_at "grades close" 2026-12-18
                    Clase 12: 23/11/2026 - Ciclos de potencia   | class_session_at "clase 12" 2026-11-23
                    Semana 8: 28/09/2026 - Repaso general.      | class_session_at "semana 8" 2026-09-28
                    Week 3: Monday 7 September 2026             | class_session_at "week 3" 2026-09-07
                    Clase de repaso para el parcial: 20/11      | class_session_at "clase de repaso para el parcial" 2026-11-20
                    Se dicta el 26/11                           | class_session_at "dicta" 2026-11-26
                    disponible desde 1 de diciembre de 2026     | starts_at "disponible" 2026-12-01
                    Inicio de clases: 10/08/2026                | starts_at "inicio de clases" 2026-08-10
                    The quiz opens on Nov 24                    | starts_at "quiz opens" 2026-11-24
                    Feriado: 8/12                               | date_mention "feriado" 2026-12-08
                    No hay clases el 8/12                       | date_mention "no hay clases" 2026-12-08
                    A finales de mes, el 30/11                  | date_mention "finales de mes" 2026-11-30
                    Charla abierta el 30/11/2026                | date_mention "charla abierta" 2026-11-30
                    """)
    void a_date_is_about_what_the_nearest_keyword_says(String text, String expected) {
        assertThat(Read.lines(text)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    El parcial es el 30/11, la entrega el 4/12 | exam_at "parcial" 2026-11-30;due_at "entrega" 2026-12-04
                    30/11 parcial, el 4/12 entrega             | exam_at "parcial" 2026-11-30;due_at "entrega" 2026-12-04
                    1er parcial: 5/10; 2do parcial: 30/11      | exam_at "1er parcial" 2026-10-05;exam_at "2do parcial" 2026-11-30
                    El parcial del 30/11 pasa al 2/12          | exam_at "parcial" 2026-11-30;exam_at "parcial" 2026-12-02
                    El 4/12 se supo que el parcial es el 10/12 | date_mention "supo que el parcial" 2026-12-04;exam_at "supo que el parcial" 2026-12-10
                    Abre el 24/11 y cierra el 26/11            | starts_at "abre" 2026-11-24;due_at "cierra" 2026-11-26
                    Exámenes: del 7 al 11 de diciembre         | exam_at "exámenes" 2026-12-07;exam_at "exámenes" 2026-12-11
                    Exams from Dec 7 to Dec 11                 | exam_at "exams" 2026-12-07;exam_at "exams" 2026-12-11
                    Desde el 1/12 hasta el 10/12: inscripción  | starts_at "inscripción" 2026-12-01;due_at "inscripción" 2026-12-10
                    Traer DNI al parcial. Feriado: 8/12. Vence el 9/12. | date_mention "feriado" 2026-12-08;due_at "vence" 2026-12-09
                    """)
    void each_date_of_a_line_has_its_own_keyword(String text, String expected) {
        assertThat(Read.lines(text)).isEqualTo(Arrays.asList(expected.split(";", -1)));
    }
}
