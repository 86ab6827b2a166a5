package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.error.SettingsException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTextTest {

    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of("A=ab#cd", "ab#cd"),
                Arguments.of("A=#cd", "#cd"),
                Arguments.of("A=ab # cd", "ab"),
                Arguments.of("A=ab\t#cd", "ab"),
                Arguments.of("A=", ""),
                Arguments.of("A= # nothing", ""),
                Arguments.of(" A = two words \t", "two words"),
                Arguments.of("export A=ab", "ab"),
                Arguments.of("A='ab#cd'", "ab#cd"),
                Arguments.of("A='ab # \"cd\\' # mine", "ab # \"cd\\"),
                Arguments.of("A=''", ""),
                Arguments.of("A=\"ab # cd\"", "ab # cd"),
                Arguments.of("A=\"it's \\\"so\\\" \\\\ \\n\" # mine", "it's \"so\" \\ \\n"),
                Arguments.of("A=it's", "it's"),
                Arguments.of("A=a=b==", "a=b=="),
                Arguments.of("A=jdbc:h2:mem:x;MODE=y", "jdbc:h2:mem:x;MODE=y"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void a_value_is_read_as_most_programs_read_it(String line, String value) {
        assertThat(EnvironmentText.read(line)).containsExactly(Map.entry("A", value));
    }

    @Test
    void comments_empty_lines_and_ends_of_lines_are_no_settings_and_the_last_of_a_name_counts() {
        assertThat(EnvironmentText.read("\uFEFFA=1\r\n\r\n  # B=2\r\nA=3\nC=4"))
                .containsOnly(Map.entry("A", "3"), Map.entry("C", "4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'secret", "\"secret", "'secret'x", "'secret'#x", "\"sec\"ret\"", "\"secret\\\""})
    void a_quote_that_does_not_end_the_value_is_said_without_the_value(String value) {
        assertThatThrownBy(() -> EnvironmentText.read("A=1\nMY_PASSWORD=" + value))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(".env, line 2: MY_PASSWORD begins with a quote")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "=secret", "MY PASSWORD=secret", "1A=secret"})
    void a_line_that_is_no_setting_is_said_without_what_it_says(String line) {
        assertThatThrownBy(() -> EnvironmentText.read("\n" + line))
                .isInstanceOf(SettingsException.class)
                .hasMessage(".env, line 2: it does not read NAME=value");
    }
}
