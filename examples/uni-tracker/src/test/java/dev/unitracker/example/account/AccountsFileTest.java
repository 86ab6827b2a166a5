package dev.unitracker.example.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.error.SettingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsFileTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("accounts.yaml");
    }

    @Test
    void each_value_is_the_text_that_stands_there() throws IOException {
        Files.writeString(file, """
                # who is looked at
                ana:
                  MOODLE_BASE_URL: https://campus.example.edu
                  MOODLE_TOKEN: 12345678901234567890123456789e10
                  TELEGRAM_CHAT_ID: -100123
                  DAILY_DIGEST_HOUR: off
                  QUIET_HOURS: 22:00-07:00
                bob: {MOODLE_TOKEN: 007}
                """);

        assertThat(new AccountsFile(file).read())
                .containsOnly(
                        Map.entry(
                                "ana",
                                Map.of(
                                        "MOODLE_BASE_URL",
                                        "https://campus.example.edu",
                                        "MOODLE_TOKEN",
                                        "12345678901234567890123456789e10",
                                        "TELEGRAM_CHAT_ID",
                                        "-100123",
                                        "DAILY_DIGEST_HOUR",
                                        "off",
                                        "QUIET_HOURS",
                                        "22:00-07:00")),
                        Map.entry("bob", Map.of("MOODLE_TOKEN", "007")));
    }

    @Test
    void no_file_and_an_empty_one_name_nobody() throws IOException {
        assertThat(new AccountsFile(file).read()).isEmpty();

        Files.writeString(file, "# nobody yet\n");

        assertThat(new AccountsFile(file).read()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'ana: {MOODLE_TOKEN: sesame', line 1",
        "'ana:\n  MOODLE_TOKEN: sesame\n  MOODLE_TOKEN: sesame\n', line 3",
        "'ana: {MOODLE_TOKEN: sesame}\nana: {MOODLE_TOKEN: sesame}\n', line 2",
        "'ana: sesame', 'ana: it must read like'",
        "'- sesame', 'it must read like'",
        "'ana: {MOODLE_TOKEN: [sesame]}', 'ana: MOODLE_TOKEN must be a text'",
        "'a: &x [&y sesame]\nb: *x', 'it is no YAML'",
        "'ana:', 'each entry needs a name'",
        "'ana: !!java.net.URL [sesame]', 'line 1'"
    })
    void what_is_wrong_is_said_by_its_place_and_never_with_a_value(String text, String said) throws IOException {
        Files.writeString(file, text);

        assertThatThrownBy(() -> new AccountsFile(file).read())
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("accounts.yaml: ")
                .hasMessageContaining(said)
                .hasMessageNotContaining("sesame")
                .hasNoCause();
    }

    @Test
    void a_file_in_another_encoding_is_refused_in_words() throws IOException {
        Files.write(file, "ana: {MOODLE_PASSWORD: contraseña}".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> new AccountsFile(file).read()).hasMessageContaining("save it again, as UTF-8");
    }
}
