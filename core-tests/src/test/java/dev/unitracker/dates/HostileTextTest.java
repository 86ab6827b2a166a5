package dev.unitracker.dates;

import dev.unitracker.testkit.Growth;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that is made to keep its reader busy does not. */
class HostileTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "/",
                "1/",
                "de de ",
                "1, ",
                "el 4/12, ",
                "parcial de ",
                "desde hasta 1/12 ",
                "Aulas 1, 2 y ",
                "a/",
                "2026 ",
                "mar 1, ",
                "del 9/3 al ",
                "9/3-13/3-",
                "lunes y ",
                "lunes 9 y "
            })
    void a_text_of_anything_costs_in_proportion_to_its_length(String piece) {
        DateReader reader = DateReader.in(ZoneOffset.UTC);

        Growth.assertProportional(piece, 400_000, text -> reader.facts(text, LocalDate.of(2026, 11, 22)));
    }
}
