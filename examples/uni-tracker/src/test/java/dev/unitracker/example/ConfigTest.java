package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void each_setting_is_printed_with_its_origin_and_no_secret_is_shown() throws IOException {
        env("MOODLE_BASE_URL=https://campus.example.edu", "MOODLE_TOKEN=c0ffee", "TIME_ZONE=Europe/Madrid");
        Map<String, String> environment = Map.of(
                "TIME_ZONE",
                "Europe/Lisbon",
                "DATABASE_URL",
                "postgresql://ana:sesame@db/tracker",
                "NVIDIA_MODEL",
                " ");

        Played config = Played.at(() -> NOW, folder, environment, "--print-config");

        assertThat(config.status()).isZero();
        assertThat(config.out().lines())
                .contains(
                        "MOODLE_BASE_URL=https://campus.example.edu  (.env)",
                        "MOODLE_TOKEN=***  (.env)",
                        "TIME_ZONE=Europe/Lisbon  (environment)",
                        "DATABASE_URL=***  (environment)",
                        "LANGUAGE=es  (default)",
                        "QUIET_HOURS is not set",
                        "NVIDIA_MODEL=moonshotai/kimi-k2.5  (default)");
        assertThat(config.out()).doesNotContain("c0ffee").doesNotContain("sesame");
    }

    @Test
    void a_setting_that_there_is_not_is_named_with_the_nearest_and_never_with_its_value() throws IOException {
        env("MOODEL_TOKEN=c0ffee", "POSTGRES_PASSWORD=sesame", "SYNC_FORUM_INTERVAL_MINUTES=5");

        Played digest = Played.at(() -> NOW, folder, Map.of(), "digest");

        assertThat(digest.err().lines())
                .contains(
                        ".env: there is no setting MOODEL_TOKEN; do you mean MOODLE_TOKEN?",
                        ".env: there is no setting POSTGRES_PASSWORD",
                        ".env: there is no setting SYNC_FORUM_INTERVAL_MINUTES; do you mean SYNC_FORUMS_INTERVAL_MINUTES?");
        assertThat(digest.err()).doesNotContain("c0ffee").doesNotContain("sesame");
        assertThat(Played.at(() -> NOW, folder, Map.of(), "--print-config").out())
                .contains("do you mean MOODLE_TOKEN?")
                .doesNotContain("c0ffee");
    }

    @ParameterizedTest
    @CsvSource({"LANGAUGE, LANGUAGE", "TIMEZONE, TIME_ZONE", "S3_BUKET, S3_BUCKET", "moodle_token, ''", "PATH, ''"})
    void what_is_near_is_what_a_slip_of_the_pen_makes(String written, String meant) {
        assertThat(Nearest.of(
                                written,
                                Arrays.stream(Setting.values())
                                        .map(Setting::name)
                                        .toList())
                        .orElse(""))
                .isEqualTo(meant);
    }

    /** What is read and not listed would be called unknown. */
    @Test
    void all_settings_that_the_application_reads_are_known() {
        Pattern literal = Pattern.compile("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"");

        List<String> read = sources()
                .flatMap(text -> literal.matcher(text).results())
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();

        assertThat(read)
                .contains("MOODLE_TOKEN", "S3_BUCKET")
                .allMatch(name -> Setting.find(name).isPresent());
        assertThat(Arrays.stream(Intervals.values()).map(each -> "SYNC_" + each + "_INTERVAL_MINUTES"))
                .allMatch(name -> Setting.find(name).isPresent());
    }

    @Test
    void the_table_in_the_documents_is_that_of_the_settings() throws IOException {
        String page = Files.readString(Path.of("../../docs/settings.md"), StandardCharsets.UTF_8);

        String table = Arrays.stream(Setting.values())
                .map(setting -> "| `" + setting.name() + "` | " + setting.words() + " | " + setting.otherwise() + " | "
                        + (setting.ofOneAccountOnly() ? "own" : setting.ofAnAccount() ? "yes" : "") + " |")
                .collect(Collectors.joining("\n"));

        // Printed whole, so that it can be put into the page once the change was meant.
        assertThat(page).contains(table);
    }

    private void env(String... lines) throws IOException {
        Files.write(folder.resolve(".env"), List.of(lines), StandardCharsets.UTF_8);
    }

    private static Stream<String> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("Setting.java"))
                    .map(ConfigTest::text)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
