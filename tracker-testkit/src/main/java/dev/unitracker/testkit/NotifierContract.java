package dev.unitracker.testkit;

import static dev.unitracker.testkit.Example.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.notice.Message;
import dev.unitracker.notice.Message.Action;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Message.Style;
import dev.unitracker.notice.Message.Subject;
import dev.unitracker.notice.NoticeKind;
import dev.unitracker.notice.Severity;
import dev.unitracker.spi.Notifier;
import dev.unitracker.words.Language;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link Notifier} promises, as tests: each message arrives whole and in order, with its links, at its recipient and
 * at no other. Whoever writes a notifier extends this class, or {@link FallibleNotifierContract} if its channel can fail, and
 * says how to open one and how to read what arrived.
 */
public abstract class NotifierContract {

    /** Returns the notifier under test, the same one each time it is asked within a test, with nothing sent yet. */
    protected abstract Notifier notifier();

    /**
     * Returns all that arrived at a recipient so far, as a person reads it there: markup resolved, one message below the
     * other. Empty if nothing did.
     */
    protected abstract String arrived(String recipient);

    /**
     * Returns the addresses that the lines which arrived at a recipient lead to, in their order. Default: those that stand in
     * the text; a channel that hides them behind words has to say where they are.
     */
    protected List<String> links(String recipient) {
        return Pattern.compile("https?://\\S+")
                .matcher(arrived(recipient))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void its_name_is_a_word_and_stays() {
        String name = notifier().name();

        assertThat(name).isNotBlank().doesNotContain(" ", "/");
        assertThat(notifier().name()).isEqualTo(name);
    }

    @Test
    void its_recipients_are_there_and_stay() {
        List<String> recipients = notifier().recipients();

        assertThat(recipients).isNotEmpty().doesNotHaveDuplicates().doesNotContainNull();
        assertThat(notifier().recipients()).isEqualTo(recipients);
    }

    @Test
    void a_message_arrives_at_its_recipient_and_at_nobody_else() {
        for (String recipient : notifier().recipients()) {
            notifier().send(saying("for " + recipient + " alone"), recipient);
        }

        for (String recipient : notifier().recipients()) {
            assertThat(arrived(recipient).lines()).hasSize(1);
            assertThat(arrived(recipient)).contains("for " + recipient + " alone");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 < 2 && 3 > 2",
                "<b>not bold</b> <script>alert(1)</script> <!-- no comment -->",
                "&lt; &amp;amp; &#60; &nbsp; &",
                "quotes \" ' ` and \\ backslashes \\n {0} %s ${x}",
                "*stars* _lines_ [brackets](x) ~waves~ |bars|",
                "ñandú, İstanbul, straße, 日本語",
                "👩‍🎓📚🇦🇷 and a lone ️ sign",
                "שלום עולם مرحبا"
            })
    void a_text_arrives_as_it_is(String text) {
        String recipient = recipient();

        notifier().send(saying(text), recipient);

        assertThat(arrived(recipient)).contains(text);
    }

    @Test
    void all_lines_arrive_in_their_order_with_their_links() {
        String essay = "https://campus.example.edu/mod/assign/view.php?id=5&lang=es";
        String quiz = "https://campus.example.edu/mod/quiz/view.php?id=6";
        List<Line> lines = List.of(
                new Line(Style.HEADING, "the heading", essay),
                Line.of(Style.DETAIL, "the detail"),
                new Line(Style.PLAIN, "the end", quiz));

        notifier().send(message(lines), recipient());

        assertThat(arrived(recipient())).containsSubsequence("the heading", "the detail", "the end");
        assertThat(links(recipient())).containsExactly(essay, quiz);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "", "&"})
    void a_long_line_arrives_whole(String between) {
        String text = IntStream.range(0, 10_000 / 8)
                .mapToObj(number -> "<" + (10_000 + number) + "😀")
                .collect(Collectors.joining(between));

        notifier().send(saying(text), recipient());

        assertThat(withoutSpace(arrived(recipient()))).contains(withoutSpace(text));
    }

    @Test
    void many_lines_arrive_whole_and_in_their_order() {
        List<Line> lines = IntStream.range(0, 1_000)
                .mapToObj(number -> Line.of(Style.PLAIN, "line " + number + " <of> many & more"))
                .toList();

        notifier().send(message(lines), recipient());

        assertThat(arrived(recipient()).lines().toList())
                .containsSubsequence(lines.stream().map(Line::text).toList());
    }

    @Test
    void what_can_be_done_about_an_item_does_not_change_what_is_said() {
        Subject about = new Subject(
                id("file:9:/" + "ñ".repeat(100) + ".pdf"), 7, 12, "not an address", List.of(Action.values()));

        notifier()
                .send(
                        new Message(
                                "key",
                                Language.ENGLISH,
                                NoticeKind.URGENT,
                                Severity.HIGH,
                                List.of(Line.of(Style.HEADING, "moved")),
                                about),
                        recipient());

        assertThat(arrived(recipient())).contains("moved");
    }

    @Test
    void a_second_message_of_another_key_arrives_as_well() {
        notifier()
                .send(
                        new Message(
                                "1", Language.ENGLISH, NoticeKind.DIGEST, Severity.INFORMATION, lines("first"), null),
                        recipient());
        notifier()
                .send(
                        new Message(
                                "2", Language.ENGLISH, NoticeKind.DIGEST, Severity.INFORMATION, lines("second"), null),
                        recipient());

        assertThat(arrived(recipient())).containsSubsequence("first", "second");
    }

    /** Returns the first of the notifier's recipients. */
    protected final String recipient() {
        return notifier().recipients().get(0);
    }

    /** Returns an urgent message of one line, in English, about no item. Equal texts give equal keys. */
    protected static Message saying(String text) {
        return message(lines(text));
    }

    private static Message message(List<Line> lines) {
        return new Message(
                "key of " + lines.hashCode(), Language.ENGLISH, NoticeKind.URGENT, Severity.HIGH, lines, null);
    }

    private static List<Line> lines(String text) {
        return List.of(Line.of(Style.PLAIN, text));
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s+", "");
    }
}
