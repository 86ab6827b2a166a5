package dev.unitracker.telegram;

import static dev.unitracker.telegram.BotApiSimulator.ANA;
import static dev.unitracker.telegram.BotApiSimulator.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.ItemId;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.Message.Action;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Message.Style;
import dev.unitracker.notice.Message.Subject;
import dev.unitracker.notice.NoticeKind;
import dev.unitracker.notice.Severity;
import dev.unitracker.telegram.SimulatedChat.Shown;
import dev.unitracker.words.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the page of the channels says of Telegram, by what arrives. */
class ChannelsPageTest {

    private static final String LINK = "https://campus.example.edu/";

    @AutoClose
    private final BotApiSimulator telegram = new BotApiSimulator();

    private final TelegramNotifier notifier =
            TelegramNotifier.to(ANA, TOKEN).baseUrl(telegram.url()).build();

    @Test
    void telegram_takes_as_much_as_the_page_says() throws IOException {
        assertThat(row())
                .startsWith("4,096 characters of what is read, 100 marks", "behind the words", "buttons", "no sound");

        assertThat(parts(Line.of(Style.PLAIN, "&".repeat(4096)))).isEqualTo(1);
        assertThat(parts(Line.of(Style.PLAIN, "&".repeat(4097)))).isEqualTo(2);
        assertThat(parts(headings(50))).isEqualTo(1);
        assertThat(parts(headings(51))).isEqualTo(2);
    }

    @Test
    void what_is_of_no_urgency_has_buttons_and_links_and_makes_no_sound() {
        parts(headings(1));

        Shown shown = telegram.chat(ANA).last();
        assertThat(shown.silent).isTrue();
        assertThat(shown.marked()).contains("text_link:0->" + LINK);
        assertThat(shown.buttons()).hasSize(Action.values().length);
    }

    private int parts(Line... lines) {
        int before = telegram.chat(ANA).messages.size();
        Subject about = new Subject(new ItemId("ana", "moodle", "assign:5"), 7, 12, LINK, List.of(Action.values()));
        notifier.send(
                new Message(
                        "key", Language.ENGLISH, NoticeKind.DIGEST, Severity.INFORMATION, Arrays.asList(lines), about),
                ANA);
        return telegram.chat(ANA).messages.size() - before;
    }

    private static Line[] headings(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Line(Style.HEADING, "" + number, LINK))
                .toArray(Line[]::new);
    }

    private static List<String> row() throws IOException {
        String row = Files.readString(Path.of("..", "docs", "channels.md"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("| `telegram` |"))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(row.split("\\|", -1)).skip(2).map(String::strip).toList();
    }
}
