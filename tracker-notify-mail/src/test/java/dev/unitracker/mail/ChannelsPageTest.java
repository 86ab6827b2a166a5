package dev.unitracker.mail;

import static dev.unitracker.mail.MailRoom.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.action.ActionLinks.Link;
import dev.unitracker.model.ItemId;
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
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the page of the channels says of mail, by what arrives. */
class ChannelsPageTest {

    private static final Link DONE = new Link(Action.DONE, "Done", "https://tracker.example/act/t1ck3t");

    @AutoClose
    private final MailRoom room = new MailRoom();

    @Test
    void mail_carries_what_the_page_says() throws Exception {
        MailNotifier notifier =
                room.notifier().links((message, to) -> List.of(DONE)).build();
        String page = Files.readString(Path.of("..", "docs", "channels.md"), StandardCharsets.UTF_8);
        List<String> row = page.lines()
                .filter(line -> line.startsWith("| `mail` |"))
                .flatMap(line -> Arrays.stream(line.split("\\|", -1)))
                .map(String::strip)
                .toList();

        notifier.send(message("x".repeat(Letters.LONGEST_PAGE - 500)), ANA);
        assertThat(room.mails(ANA)).hasSize(1);
        notifier.send(message("x".repeat(Letters.LONGEST_PAGE)), ANA);
        assertThat(room.mails(ANA)).hasSize(3);

        assertThat(row.get(2)).startsWith(String.format(Locale.ROOT, "%,d bytes", Letters.LONGEST_PAGE));
        assertThat(row.subList(3, 6)).containsExactly("behind the words", "links below", "like any other");
        assertThat(MailRoom.page(room.mails(ANA).get(2)).select("a").eachText()).containsExactly("Done");
        assertThat(MailRoom.text(room.mails(ANA).get(2))).endsWith("Done: " + DONE.url());
    }

    private static Message message(String text) {
        return new Message(
                "change/" + text.length(),
                Language.ENGLISH,
                NoticeKind.URGENT,
                Severity.INFORMATION,
                List.of(Line.of(Style.PLAIN, text)),
                new Message.Subject(new ItemId("ana", "source", "module:1"), 1, 1, null, List.of(Action.DONE)));
    }
}
