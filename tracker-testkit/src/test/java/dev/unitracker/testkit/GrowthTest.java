package dev.unitracker.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GrowthTest {

    private static final int LENGTH = 16_000;

    private long read;

    @Test
    void reading_each_character_so_many_times_is_proportional() {
        assertThatCode(() -> Growth.assertProportional("ab", LENGTH, text -> readsTo(text, 1_000)))
                .doesNotThrowAnyException();
        assertThat(read).isPositive();
    }

    @Test
    void reading_for_each_character_all_that_came_before_is_not() {
        assertThatThrownBy(() -> Growth.assertProportional("ab", LENGTH, text -> readsTo(text, text.length())))
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("16000 characters of \"ab\" cost 1\\d\\.\\d times what they cost in 16 pieces; .*");
    }

    /** Reads, for each character, some of those that came before it. */
    private void readsTo(String text, int back) {
        for (int i = 0; i < text.length(); i++) {
            for (int j = Math.max(0, i - back); j < i; j++) {
                read += text.charAt(j);
            }
        }
    }
}
