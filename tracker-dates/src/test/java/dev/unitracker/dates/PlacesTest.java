package dev.unitracker.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Aula 310. Traer dudas.                  | Aula 310
                    Nos vemos en el aula 12 bis             | aula 12
                    en el Aula  Magna                      | Aula Magna
                    Aula B12                                | Aula B12
                    Aula B-12                               | Aula B-12
                    Aula 204B                               | Aula 204B
                    Aula Nº 204                             | Aula Nº 204
                    Salón Azul                              | Salón Azul
                    Anfiteatro 2                            | Anfiteatro 2
                    en el Lab 3                             | Lab 3
                    en el Laboratorio 3                     | Laboratorio 3
                    see you in Room 12                      | Room 12
                    Room 4.12                               | Room 4.12
                    in Lecture Hall B.                      | Lecture Hall B
                    Aulas 204 y 205                         | Aulas 204 y 205
                    Aula 12 18:00                           | Aula 12
                    """)
    void a_named_place_is_a_fact_as_it_is_written(String text, String place) {
        assertThat(Read.facts(text))
                .filteredOn(fact -> fact.type() == FactType.CLASSROOM)
                .singleElement()
                .satisfies(fact -> assertThat(fact.value()).isEqualTo(place));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aula virtual",
                "Aula Virtual",
                "aula invertida",
                "AULA INVERTIDA",
                "en el aula",
                "en el aula a las 18:00",
                "PARCIAL EN AULA A LAS 18",
                "Aula a confirmar",
                "Cambio de Aula Segundo Parcial",
                "laboratorio de química",
                "Lab Report",
                "Lab 3: entrega",
                "room for improvement",
                "Aula Lunes"
            })
    void a_place_without_a_name_is_none(String text) {
        assertThat(Read.facts(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Segundo parcial: 30/11/2026 18:00 - Aula 204",
                "El segundo parcial será el lunes 30 de noviembre de 2026 a las 18:00 en el Aula 204.",
                "Segundo parcial (30/11/2026 18:00, Aula 204)",
                "30/11/2026 18:00 - Segundo parcial - Aula 204",
                "30/11/2026 - Aula 204 - 18:00 hs - Segundo parcial",
                "Segundo parcial\t30/11/2026\t18:00\tAula 204",
                "Segundo parcial | 30/11/2026 18:00 | Aula 204",
                "Segundo parcial: 30/11/2026 18:00. Aula 204.",
                "Segundo parcial. 30/11/2026 18:00 hs. Aula 204."
            })
    void a_place_is_labelled_like_its_date(String text) {
        assertThat(Read.lines(text))
                .containsExactlyInAnyOrder(
                        "exam_at \"segundo parcial\" 2026-11-30T21:00:00Z", "classroom \"segundo parcial\" Aula 204");
    }

    @Test
    void a_place_alone_has_an_empty_label() {
        assertThat(Read.lines("Clase de consulta\nAula 310. Traer dudas."))
                .isEqualTo(List.of("classroom \"\" Aula 310"));
    }
}
