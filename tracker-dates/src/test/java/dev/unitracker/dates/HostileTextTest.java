package dev.unitracker.dates;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest {
    private static final int MEGABYTE = 1_000_000;

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
    void a_megabyte_of_anything_is_read_in_time(String piece) {
        String text = piece.repeat(MEGABYTE / piece.length());

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Read.facts(text));
    }
}
