package dev.unitracker.dates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The documents of a real course, before and after the teacher edited them. */
class RecordedDocumentsTest {
    private static final String CALCULUS = """
                                               Cronograma - Cálculo I - 2do. cuatrimestre 2026


                                               Semana 1: 10/08/2026 - Presentación de la materia. Clase teórica.
                                               Semana 8: 28/09/2026 - Repaso general.
                                               Primer parcial: 05/10/2026 18:00 - Aula 204
                                               Segundo parcial: 30/11/2026 18:00 - Aula 204
                                               Recuperatorio: 9 de diciembre de 2026 a las 18:00
                                               Cierre de notas: 18/12/2026
                                               Entrega del trabajo integrador: 04/12/2026 20:00




            Powered by TCPDF (www.tcpdf.org)
            """;
    private static final String CALCULUS_EDITED = """
                                               Cronograma - Cálculo I - 2do. cuatrimestre 2026 (v2)


                                               Semana 1: 10/08/2026 - Presentación de la materia. Clase teórica.
                                               Primer parcial: 05/10/2026 18:00 - Aula 204
                                               Segundo parcial: 02/12/2026 18:00 - Aula Magna
                                               Recuperatorio: 11 de diciembre de 2026 a las 18:00
                                               Cierre de notas: 18/12/2026
                                               Entrega del trabajo integrador: 04/12/2026 20:00




            Powered by TCPDF (www.tcpdf.org)
            """;

    @Test
    void the_schedule_of_calculus() {
        assertThat(Read.lines(CALCULUS))
                .containsExactly(
                        "class_session_at \"semana 1\" 2026-08-10",
                        "class_session_at \"semana 8\" 2026-09-28",
                        "exam_at \"primer parcial\" 2026-10-05T21:00:00Z",
                        "classroom \"primer parcial\" Aula 204",
                        "exam_at \"segundo parcial\" 2026-11-30T21:00:00Z",
                        "classroom \"segundo parcial\" Aula 204",
                        "exam_at \"recuperatorio\" 2026-12-09T21:00:00Z",
                        "grades_close_at \"cierre de notas\" 2026-12-18",
                        "due_at \"entrega del trabajo integrador\" 2026-12-04T23:00:00Z");
    }

    @Test
    void the_edited_schedule_keeps_its_labels() {
        assertThat(Read.lines(CALCULUS_EDITED))
                .containsExactly(
                        "class_session_at \"semana 1\" 2026-08-10",
                        "exam_at \"primer parcial\" 2026-10-05T21:00:00Z",
                        "classroom \"primer parcial\" Aula 204",
                        "exam_at \"segundo parcial\" 2026-12-02T21:00:00Z",
                        "classroom \"segundo parcial\" Aula Magna",
                        "exam_at \"recuperatorio\" 2026-12-11T21:00:00Z",
                        "grades_close_at \"cierre de notas\" 2026-12-18",
                        "due_at \"entrega del trabajo integrador\" 2026-12-04T23:00:00Z");
    }

    @Test
    void the_indentation_of_a_page_changes_nothing() {
        assertThat(Read.facts(CALCULUS.replaceAll("(?m)^ +", "") + "\f")).isEqualTo(Read.facts(CALCULUS + "\f"));
    }

    @Test
    void the_schedule_of_thermodynamics() {
        String text = """

                Cronograma Termodinámica
                Clase 12: 23/11/2026 19:00 - Ciclos de potencia
                Parcial 2: 7 de diciembre de 2026 a las 19:00
                Entrega informe: 11/12/2026""";

        assertThat(Read.lines(text))
                .containsExactly(
                        "class_session_at \"clase 12\" 2026-11-23T22:00:00Z",
                        "exam_at \"parcial 2\" 2026-12-07T22:00:00Z",
                        "due_at \"entrega informe\" 2026-12-11");
    }

    @Test
    void the_schedule_of_materials() {
        String text = """
                Cronograma Ciencia de los Materiales
                Parcial integrador: 10/12/2026 14:00
                Recuperatorio: 17/12/2026 14:00""";

        assertThat(Read.lines(text))
                .containsExactly(
                        "exam_at \"parcial integrador\" 2026-12-10T17:00:00Z",
                        "exam_at \"recuperatorio\" 2026-12-17T17:00:00Z");
    }

    @Test
    void the_page_with_the_conditions() {
        String text = """
                Condiciones
                Dos parciales con nota ≥ 4
                75% de asistencia
                El recuperatorio será el 9 de diciembre de 2026 a las 18:00""";

        assertThat(Read.lines(text)).containsExactly("exam_at \"recuperatorio\" 2026-12-09T21:00:00Z");
    }
}
