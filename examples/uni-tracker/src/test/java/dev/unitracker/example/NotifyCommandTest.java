package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.action.ActionLinks;
import dev.unitracker.error.SettingsException;
import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotifyCommandTest {

    @TempDir
    Path folder;

    @Test
    void a_line_is_words_and_quotes_keep_spaces_together() {
        assertThat(NotifyCommand.words("apprise  '--title={subject} now' \"a 'b'\" c\"d e\"f '' $HOME;\t`x`"))
                .containsExactly("apprise", "--title={subject} now", "a 'b'", "cd ef", "", "$HOME;", "`x`");
        assertThat(NotifyCommand.words("")).isEmpty();
        assertThatThrownBy(() -> NotifyCommand.words("apprise 's3cr3t"))
                .isInstanceOf(SettingsException.class)
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void nobody_is_told_unless_somebody_sets_it() {
        assertThat(NotifyCommand.of(Settings.read(Map.of(), folder), ActionLinks.openingOnly()))
                .isEmpty();
    }

    @Test
    void what_cannot_be_run_is_named() {
        Settings settings = Settings.read(Map.of("NOTIFY_COMMAND", "tell {subjct}"), folder);

        assertThatThrownBy(() -> NotifyCommand.of(settings, ActionLinks.openingOnly()))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("NOTIFY_COMMAND: ");
    }

    @Test
    void what_a_look_finds_is_given_to_the_command() throws Exception {
        Path told = folder.resolve("told.txt");
        try (MoodleSimulator moodle = MoodleSimulator.playing(Recording.demo()).start()) {
            Map<String, String> environment = Map.of(
                    "MOODLE_BASE_URL", moodle.url(),
                    "MOODLE_TOKEN", moodle.token(),
                    "NOTIFY_COMMAND", "sh -c 'cat > \"$0\"' " + told);

            Played look = Played.at(moodle::now, folder, environment, "sync", "--once");

            assertThat(look.status()).isZero();
        }
        assertThat(Files.readString(told)).contains("Estoy siguiendo 5 materias");
    }
}
