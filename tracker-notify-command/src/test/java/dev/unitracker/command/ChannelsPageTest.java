package dev.unitracker.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.action.ActionLinks.Link;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.Message.Action;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Message.Style;
import dev.unitracker.notice.NoticeKind;
import dev.unitracker.notice.Severity;
import dev.unitracker.words.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of the channels says of commands, by what one gets. */
class ChannelsPageTest {

    private static final String ESSAY = "https://campus.example.edu/mod/assign/view.php?id=5";
    private static final Link DONE = new Link(Action.DONE, "Done", "https://tracker.example/act/t1ck3t");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_command_carries_what_the_page_says() throws Exception {
        Script script = new Script(folder);
        String page = Files.readString(Path.of("..", "docs", "channels.md"), StandardCharsets.UTF_8);
        String text = "x".repeat(1_000_000);

        CommandNotifier.running(script.saying("cat > \"$HERE/text\""))
                .environment("HERE", folder.toString())
                .links((message, to) -> List.of(DONE))
                .build()
                .send(
                        new Message(
                                "change/1",
                                Language.ENGLISH,
                                NoticeKind.URGENT,
                                Severity.HIGH,
                                List.of(new Line(Style.HEADING, text, ESSAY)),
                                null),
                        "");

        assertThat(script.file("text")).isEqualTo(text + " " + ESSAY + "\n\nDone: " + DONE.url() + "\n");
        assertThat(page.lines()
                        .filter(line -> line.startsWith("| `command` |"))
                        .flatMap(line -> Arrays.stream(line.split("\\|", -1)))
                        .map(String::strip))
                .contains("everything", "in the text", "links below");
    }
}
