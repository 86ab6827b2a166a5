package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.error.SettingsException;
import dev.unitracker.words.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final Instant SUMMER_IN_MADRID = Instant.parse("2026-07-01T12:00:00Z");
    private static final Instant WINTER_IN_MADRID = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @ParameterizedTest
    @CsvSource({
        "en_US:en, '', en",
        "es_AR:es, '', es",
        "de_DE.UTF-8@euro:en_GB, '', en",
        "en, '', en",
        "de_DE:de, '', es",
        "tlh, en, en",
        "C, '', es",
        "en_US:en, es, es",
        "es_AR:es, en, en",
        "es, en, es",
        " EN , es, en",
        "'', en, en"
    })
    void a_desktops_list_of_languages_counts_only_where_nothing_else_is_said(
            String environmentSays, String fileSays, Language expected) throws IOException {
        environment.put("LANGUAGE", environmentSays);
        file("LANGUAGE=" + fileSays);

        assertThat(settings().language()).isEqualTo(expected);
    }

    @Test
    void a_wrong_language_in_the_file_is_a_mistake() throws IOException {
        environment.put("LANGUAGE", "de_DE:en");
        file("LANGUAGE=tlh");

        assertThatThrownBy(() -> settings().language())
                .isInstanceOf(SettingsException.class)
                .hasMessage("LANGUAGE: no words in the language 'tlh'; es or en");
    }

    @Test
    void another_zone_of_the_machine_is_named_while_nobody_chose_one_and_its_clocks_differ() {
        ZoneId saoPaulo = ZoneId.of("America/Sao_Paulo");

        assertThat(ZoneWords.of(
                        settings(), AppTexts.in(Language.ENGLISH), ZoneId.of("Europe/Madrid"), SUMMER_IN_MADRID))
                .isEqualTo("Times are those of America/Argentina/Buenos_Aires (TIME_ZONE). This machine's are those of"
                        + " Europe/Madrid: set TIME_ZONE if you want these.");
        assertThat(ZoneWords.of(settings(), AppTexts.in(Language.ENGLISH), saoPaulo, SUMMER_IN_MADRID))
                .isEqualTo("Times are those of America/Argentina/Buenos_Aires (TIME_ZONE).");
    }

    @Test
    void a_zone_that_was_chosen_is_only_said() {
        environment.put("TIME_ZONE", "Europe/Madrid");

        assertThat(ZoneWords.of(settings(), AppTexts.in(Language.ENGLISH), ZoneId.of("America/Lima"), WINTER_IN_MADRID))
                .isEqualTo("Times are those of Europe/Madrid (TIME_ZONE).");
    }

    private Settings settings() {
        return Settings.read(environment, folder);
    }

    private void file(String line) throws IOException {
        Files.writeString(folder.resolve(".env"), line + "\n");
    }
}
