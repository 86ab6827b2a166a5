package dev.unitracker.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.model.ItemId;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Message.Style;
import dev.unitracker.notice.NoticeKind;
import dev.unitracker.notice.Severity;
import dev.unitracker.words.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command is given, what it is not given, and what becomes of one that does not behave. */
class CommandNotifierTest {

    private static final String URL = "https://campus.example.edu/mod/assign/view.php?id=5";

    @TempDir
    private Path folder = Path.of("");

    private Script script = new Script(folder);

    @BeforeEach
    void a_folder() {
        script = new Script(folder);
    }

    @Test
    void it_is_given_the_text_the_fields_and_its_arguments() {
        String program = script.saying(
                "cat > \"$HERE/text\"",
                "printf '%s\\n' \"$@\" > \"$HERE/arguments\"",
                "env | grep UNI_TRACKER | sort > \"$HERE/variables\"");

        notifier(program, "--title={subject}", "{severity} {kind}", "-", "{\"json\":1}", "{url}")
                .build()
                .send(message("Essay moved"), "ana");

        assertThat(script.file("text")).isEqualTo("Essay moved\n  until Friday\n");
        assertThat(script.file("arguments").lines())
                .containsExactly("--title=Essay moved", "high urgent", "-", "{\"json\":1}", URL);
        assertThat(script.file("variables").lines())
                .hasSize(7)
                .contains(
                        "UNI_TRACKER_KIND=urgent",
                        "UNI_TRACKER_LANGUAGE=en",
                        "UNI_TRACKER_RECIPIENT=ana",
                        "UNI_TRACKER_SEVERITY=high",
                        "UNI_TRACKER_SUBJECT=Essay moved",
                        "UNI_TRACKER_URL=" + URL)
                .anyMatch(line -> line.matches("UNI_TRACKER_ID=[0-9a-f]{64}"));
    }

    /** Whatever a course is called: it is one argument, and no option, no command and no other line. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "<script>alert(1)</script>, ` <script>alert(1)</script>`",
                "=cmd(), ` =cmd()`",
                "--delete, ` --delete`",
                "-x, ` -x`",
                "@/etc/passwd, ` @/etc/passwd`",
                "$(touch x); & | > x, ` $(touch x); & | > x`",
                "a \"b\" 'c' \\ d, `a \"b\" 'c' \\ d`",
                "1 {recipient} %s $1, 1 {recipient} %s $1",
            })
    void a_course_may_be_called_as_it_likes(String course, String argument) {
        String program = script.saying("cat > \"$HERE/text\"", "printf '%s\\n' \"$@\" > \"$HERE/arguments\"");

        notifier(program, "{subject}", "--title={subject}").build().send(message(course), "ana");

        assertThat(script.file("arguments").lines()).hasSize(2).anyMatch(line -> line.startsWith(argument));
        assertThat(script.file("arguments").lines()).contains("--title=" + course);
        assertThat(script.file("text")).startsWith(course + "\n");
        assertThat(script.file("x")).isEmpty();
    }

    @Test
    void a_line_break_or_a_nul_begins_nothing_of_its_own() {
        String program = script.saying(
                "cat > \"$HERE/text\"",
                "printf '%s\\n' \"$#\" \"$@\" > \"$HERE/arguments\"",
                "env > \"$HERE/variables\"");

        notifier(program, "{subject}").build().send(message("Essay\nLD_PRELOAD=x\r\n\0two\u2028three"), "ana");

        assertThat(script.file("arguments").lines()).containsExactly("1", "Essay LD_PRELOAD=x   two three");
        assertThat(script.file("variables").lines()).noneMatch(line -> line.startsWith("LD_PRELOAD"));
    }

    @Test
    void it_gets_no_variable_of_this_process_that_may_be_a_secret() {
        String program = script.saying("env > \"$HERE/variables\"");

        notifier(program).environment("TOKEN", "s3cret").build().send(message("Essay"), "ana");

        assertThat(System.getenv().keySet()).hasSizeGreaterThan(Inherited.NAMES.size() / 4);
        assertThat(script.file("variables").lines().map(line -> line.split("=", -1)[0]))
                .contains("PATH", "HERE", "TOKEN")
                .allMatch(name -> Inherited.NAMES.contains(name)
                        || name.startsWith("UNI_TRACKER_")
                        || List.of("HERE", "TOKEN", "PWD", "SHLVL", "_", "OLDPWD")
                                .contains(name));
    }

    @Test
    void what_fails_is_tried_again_and_says_why_without_a_secret() {
        String program = script.saying(
                "echo starting", "echo \"cannot reach $1 with token12345 and $TOKEN\" >&2", "echo", "exit 7");

        NotDeliveredException failure = failure(notifier(program, "discord://id6789/token12345?x=1")
                .environment("TOKEN", "s3cret")
                .build());

        assertThat(failure.permanent()).isFalse();
        assertThat(failure).hasMessage("tell ended with status 7: cannot reach *** with *** and ***");
    }

    @Test
    void however_much_it_prints_only_the_end_is_kept() {
        String program = script.saying("yes some words | head -c 3000000", "echo", "echo the end", "exit 1");

        assertThat(failure(notifier(program).build())).hasMessage("tell ended with status 1: the end");
    }

    @Test
    void a_line_without_an_end_is_not_repeated() {
        String program = script.saying("yes | tr -d '\\n' | head -c 300000", "exit 1");

        assertThat(failure(notifier(program).build())).hasMessage("tell ended with status 1");
    }

    @Test
    void who_does_not_read_the_text_may_be_content_all_the_same() {
        String program = script.saying("exit 0");

        notifier(program).build().send(message("x".repeat(1_000_000)), "ana");

        assertThat(failure(notifier(script.saying("exit 3")).build())).hasMessage("tell ended with status 3");
    }

    @Test
    @Timeout(60)
    void what_it_leaves_running_keeps_nobody_waiting() {
        String program = script.saying("sleep 300 & echo $! > \"$HERE/left\"", "exit 0");

        notifier(program).build().send(message("Essay"), "ana");

        assertThat(process("left").destroyForcibly()).isTrue();
    }

    @Test
    @Timeout(60)
    void who_takes_too_long_is_ended_with_all_that_it_started() throws Exception {
        String program = script.saying(
                "sleep 300 & echo $! > \"$HERE/child\"", "echo $$ > \"$HERE/self\"", "echo waiting", "wait");

        NotDeliveredException late =
                failure(notifier(program).timeout(Duration.ofSeconds(1)).build());

        assertThat(late).hasMessage("tell took longer than 1 s and was ended: waiting");
        assertThat(late.permanent()).isFalse();
        for (String one : List.of("self", "child")) {
            assertEnded(one);
        }
    }

    private void assertEnded(String name) throws Exception {
        ProcessHandle.of(Long.parseLong(script.file(name).strip())).ifPresent(process -> {
            // It was killed; the system may need a moment to note it.
            process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
            assertThat(process.isAlive()).isFalse();
        });
    }

    @Test
    void what_is_not_there_is_said_without_its_arguments() {
        NotDeliveredException failure =
                failure(notifier(folder.resolve("nothing").toString(), "discord://s3cret")
                        .build());

        assertThat(failure).hasMessage("nothing could not be started; is it there?");
        assertThat(failure.permanent()).isFalse();
    }

    @Test
    void it_shows_its_program_and_nothing_else() {
        assertThat(notifier("/opt/bin/tell", "discord://s3cret").build()).hasToString("command tell to [ana]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{subject}", "/bin/{recipient}"})
    void a_program_is_the_same_for_every_message(String program) {
        assertThatThrownBy(() -> CommandNotifier.running(program)).isInstanceOf(SettingsException.class);
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThatThrownBy(CommandNotifier::running).isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> CommandNotifier.running("tell", "{subjct}"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("{subject}");
        assertThatThrownBy(() -> CommandNotifier.running("tell", "a\0b")).isInstanceOf(SettingsException.class);
        CommandNotifier.Builder builder = CommandNotifier.running("tell");
        assertThatThrownBy(() -> builder.environment("A=B", "s3cret"))
                .isInstanceOf(SettingsException.class)
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> builder.timeout(Duration.ZERO)).isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> builder.timeout(Duration.ofMinutes(5))).isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> builder.build().send(message("Essay"), "eve"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private ProcessHandle process(String name) {
        return ProcessHandle.of(Long.parseLong(script.file(name).strip())).orElseThrow();
    }

    private CommandNotifier.Builder notifier(String program, String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = program;
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return CommandNotifier.running(command)
                .environment("HERE", folder.toString())
                .to("ana");
    }

    private static NotDeliveredException failure(CommandNotifier notifier) {
        return catchThrowableOfType(NotDeliveredException.class, () -> notifier.send(message("Essay"), "ana"));
    }

    private static Message message(String heading) {
        ItemId item = new ItemId("ana", "source", "module:1");
        return new Message(
                "change/1",
                Language.ENGLISH,
                NoticeKind.URGENT,
                Severity.HIGH,
                List.of(Line.of(Style.HEADING, heading), Line.of(Style.DETAIL, "until Friday")),
                new Message.Subject(item, 1, 1, URL, List.of()));
    }
}
