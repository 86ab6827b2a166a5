package dev.unitracker.dates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotDatesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/02/2026",
                "40/13/2026",
                "00/12/2026",
                "31 de febrero de 2026",
                "31 de abril",
                "Parcial: 12/31/2026",
                "2026-13-01",
                "30/11/1026",
                "páginas 10-12",
                "Leer pp. 10-12 para la clase",
                "pág. 10/12",
                "Resolver los ejercicios 1 a 12 de la guía. Entrega en PDF.",
                "ejercicios 1-12 para la entrega",
                "1-12",
                "v2.10.2026",
                "Version 1.10.26 del parcial",
                "versión 01.10.2026",
                "2.4.1",
                "1.10.26",
                "10.12.20.26",
                "https://x.example/2026-12-03/parcial?d=30/11/2026",
                "(https://x.example/30/11/2026)",
                "ver www.example.com/30/11/2026.",
                "example.com/2026/12/03/parcial",
                "entrega-30-11-2026@x.example",
                "docs/2026-12-03/apunte",
                "/home/ana/2026/12/03",
                "C:\\parcial\\2026-12-03",
                "entrega-30-11-2026.pdf",
                "guia_30-11-2026",
                "Mezclar 3/4 y 1/2 cup of flour",
                "Entregar 3/4 partes",
                "el 3/4 de la nota del parcial",
                "3/4 de hora antes del parcial",
                "La nota del parcial fue 7/10",
                "Parcial: 7/10",
                "Obtuvo 4/12 en el parcial",
                "Exam: 8/12 points",
                "Clase 3/8",
                "a las 18:00",
                "El parcial empieza a las 18 hs",
                "6 pm",
                "Tel. 11-12-2026",
                "Tel 4382-1290",
                "+54 11 4382-1290",
                "ISBN 978-3-16-148410-0",
                "Ciclo lectivo 2025-2026",
                "2025/26",
                "El campus abre 24/7",
                "soporte 24/7",
                "Ganamos 3-1 y 2-1",
                "diciembre de 2026",
                "noviembre",
                "lunes",
                "En noviembre 3 clases",
                "You may 5 attempts",
                "Av. 9 de Julio 1234",
                "Escuela 25 de Mayo",
                "25 de Mayo 1234",
                "Aula virtual",
                "Un intento, 40 minutos.",
                "75% de asistencia",
                "TP 1 - Límites y continuidad",
                "CRONOGRAMA TERMODINAMICA 2C 2026",
                "Cronograma - Cálculo I - 2do. cuatrimestre 2026 (v2)",
                "Powered by TCPDF (www.tcpdf.org)",
                "x = 3/4, y = 5/6",
                "$30/11/2026",
                "Art. 12/11/2026",
                "",
                " \t "
            })
    void numbers_that_are_something_else_are_no_dates(String text) {
        assertThat(Read.lines(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Parcial: 4/12",
                "Clase 23/11",
                "Entrega TP3 (4/12)",
                "4/12 18:00",
                "10/08 - Clase 1",
                "La clase se recupera el 26/11 de 19 a 22",
                "Nota: se adelanta la clase a 25/11",
                "Primer parcial: 5/10, segundo: 30/11",
                "-30/11/2026: parcial"
            })
    void what_stands_around_a_day_and_month_makes_it_a_date(String text) {
        assertThat(Read.lines(text)).isNotEmpty();
    }
}
