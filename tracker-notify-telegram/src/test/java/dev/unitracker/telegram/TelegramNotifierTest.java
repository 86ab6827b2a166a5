package dev.unitracker.telegram;

import static dev.unitracker.telegram.BotApiSimulator.ANA;
import static dev.unitracker.telegram.BotApiSimulator.CHANNEL;
import static dev.unitracker.telegram.BotApiSimulator.GROUP;
import static dev.unitracker.telegram.BotApiSimulator.NUMBERED_CHANNEL;
import static dev.unitracker.telegram.BotApiSimulator.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.error.LoginRefusedException;
import dev.unitracker.error.SourceUnavailableException;
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
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelegramNotifierTest {

    private static final String LINK = "https://campus.example.edu/view.php?id=5&lang=es";

    private final BotApiSimulator telegram = new BotApiSimulator();
    private final TelegramNotifier notifier =
            TelegramNotifier.to(ANA, TOKEN).and(GROUP).baseUrl(telegram.url()).build();

    @AfterEach
    void close() {
        telegram.close();
    }

    @Test
    void a_heading_is_bold_a_link_leads_there_and_a_detail_has_a_bullet() {
        Line heading = new Line(Style.HEADING, "Deadline moved: Essay <1> & more", LINK);

        send(urgent(null, heading, Line.of(Style.DETAIL, "due: Fri → Mon")));

        assertThat(shown().text).isEqualTo("Deadline moved: Essay <1> & more\n• due: Fri → Mon");
        assertThat(shown().marked())
                .containsExactlyInAnyOrder(
                        "bold:Deadline moved: Essay <1> & more", "text_link:Deadline moved: Essay <1> & more->" + LINK);
    }

    @Test
    void a_link_that_telegram_would_drop_is_written_out() {
        send(urgent(null, new Line(Style.PLAIN, "Essay", "http://localhost/view.php?id=5")));

        assertThat(shown().text).isEqualTo("Essay http://localhost/view.php?id=5");
        assertThat(shown().marked()).isEmpty();
    }

    @Test
    void only_what_matters_makes_a_sound() {
        send(urgent(null, plain("now")));
        send(new Message(
                "2", Language.ENGLISH, NoticeKind.DIGEST, Severity.INFORMATION, List.of(plain("later")), null));

        assertThat(telegram.chat(ANA).messages)
                .extracting(message -> message.silent)
                .containsExactly(false, true);
    }

    @Test
    void what_can_be_answered_is_on_buttons() {
        send(urgent(about("module:5", 12, LINK), plain("moved")));

        assertThat(shown().buttons()).containsExactly("✔ Got it=a:12", "✅ Done=d:5", "⏰ Tomorrow=s:5", "Open=" + LINK);
    }

    @Test
    void the_buttons_are_in_the_language_of_the_message() {
        Message english = urgent(about("module:5", 12, LINK), plain("moved"));
        send(new Message(
                english.key(), Language.SPANISH, english.kind(), english.severity(), english.lines(), english.about()));

        assertThat(shown().buttons())
                .containsExactly("✔ Enterado=a:12", "✅ Hecho=d:5", "⏰ Mañana=s:5", "Abrir=" + LINK);
    }

    @Test
    void in_a_public_channel_anybody_could_answer_so_there_is_only_the_link() {
        TelegramNotifier channel =
                TelegramNotifier.to(CHANNEL, TOKEN).baseUrl(telegram.url()).build();

        channel.send(urgent(about("module:5", 12, LINK), plain("moved")), CHANNEL);

        assertThat(telegram.chat(CHANNEL).last().buttons()).containsExactly("Open=" + LINK);
    }

    @Test
    void a_channel_that_is_called_by_its_number_is_asked_for_once_and_gets_only_the_link() {
        TelegramNotifier channel = TelegramNotifier.to(NUMBERED_CHANNEL, TOKEN)
                .baseUrl(telegram.url())
                .build();

        channel.send(urgent(about("module:5", 12, LINK), plain("moved")), NUMBERED_CHANNEL);
        channel.send(urgent(about("module:5", 12, LINK), plain("moved")), NUMBERED_CHANNEL);

        assertThat(telegram.chat(NUMBERED_CHANNEL).messages)
                .allSatisfy(message -> assertThat(message.buttons()).containsExactly("Open=" + LINK));
        assertThat(telegram.calls("getChat")).hasSize(1);
    }

    @Test
    void a_group_that_telegram_could_not_be_asked_about_gets_buttons_once_it_can() {
        telegram.failsOnce(502, "<html>Bad Gateway</html>");

        notifier.send(urgent(about("module:5", 12, LINK), plain("moved")), GROUP);
        notifier.send(urgent(about("module:5", 12, LINK), plain("moved")), GROUP);

        assertThat(telegram.chat(GROUP).messages)
                .extracting(message -> message.buttons().size())
                .containsExactly(1, 4);
    }

    @Test
    void a_check_tells_what_each_chat_is_so_that_it_is_not_asked_again() {
        notifier.check();

        notifier.send(urgent(about("module:5", 12, LINK), plain("moved")), GROUP);

        assertThat(telegram.chat(GROUP).last().buttons()).hasSize(4);
        assertThat(telegram.calls("getChat")).hasSize(2);
    }

    @Test
    void a_check_finds_nothing_where_all_is_well_and_sends_nothing() {
        assertThat(notifier.check()).isEmpty();
        assertThat(telegram.calls("sendMessage")).isEmpty();
    }

    @Test
    void a_check_names_the_chats_that_telegram_does_not_know() {
        TelegramNotifier wrong = TelegramNotifier.to(ANA, TOKEN)
                .and("4711")
                .baseUrl(telegram.url())
                .build();

        assertThat(wrong.check())
                .containsExactly("chat 4711: Telegram does not know the chat (Bad Request: chat not found); is its id"
                        + " right, and did somebody write /start to the bot there?");
    }

    @Test
    void a_check_tells_a_wrong_token_from_a_telegram_that_is_away() {
        TelegramNotifier wrong =
                TelegramNotifier.to(ANA, TOKEN + "x").baseUrl(telegram.url()).build();
        telegram.failsOnce(502, "<html>Bad Gateway</html>");

        assertThatThrownBy(notifier::check).isInstanceOf(SourceUnavailableException.class);
        assertThatThrownBy(wrong::check)
                .isInstanceOf(LoginRefusedException.class)
                .hasMessageContaining("@BotFather");
    }

    @Test
    void an_item_of_any_name_is_called_by_its_number() {
        String item = "file:9:/" + "ñ".repeat(600) + ".pdf";

        send(urgent(about(item, Long.MAX_VALUE, null), plain("moved")));

        assertThat(shown().buttons()).containsExactly("✔ Got it=a:9223372036854775807", "✅ Done=d:5", "⏰ Tomorrow=s:5");
    }

    @Test
    void what_no_button_can_name_has_none() {
        Subject unknown = new Subject(id("course:2"), 0, 0, null, List.of(Action.values()));

        send(urgent(unknown, plain("due in 3 h")));

        assertThat(shown().buttons()).isEmpty();
    }

    @Test
    void an_address_that_telegram_refuses_gets_no_button() {
        for (String url :
                List.of("http://localhost:8080/x", "https://moodle/x", "ftp://a.example/x", "javascript:alert(1)")) {
            send(urgent(about("module:5", 12, url), plain("moved")));
        }

        assertThat(telegram.chat(ANA).messages)
                .hasSize(4)
                .allSatisfy(message -> assertThat(message.buttons()).noneMatch(button -> button.startsWith("Open")));
        assertThat(telegram.calls("sendMessage")).hasSize(4);
    }

    @Test
    void the_buttons_of_a_long_message_are_below_its_last_part() {
        Line[] lines = IntStream.range(0, 300)
                .mapToObj(number -> plain("line " + number + " of something long & wide"))
                .toArray(Line[]::new);

        send(urgent(about("module:5", 12, LINK), lines));

        List<Shown> parts = telegram.chat(ANA).messages;
        assertThat(parts)
                .hasSizeGreaterThan(2)
                .allSatisfy(part -> assertThat(part.text).hasSizeLessThan(4097));
        assertThat(parts.subList(0, parts.size() - 1))
                .allSatisfy(part -> assertThat(part.buttons()).isEmpty());
        assertThat(shown().buttons()).hasSize(4);
    }

    @Test
    void what_is_not_taken_with_markup_is_sent_once_more_as_plain_text_without_the_link_button() {
        telegram.failsOnce(
                400,
                "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: can't parse entities: Unsupported start tag"
                        + " \\\"x\\\" at byte offset 3\"}");

        send(urgent(about("module:5", 12, LINK), new Line(Style.HEADING, "Essay <1>", LINK)));

        assertThat(shown().text).isEqualTo("Essay <1> " + LINK);
        assertThat(shown().buttons()).hasSize(3);
        assertThat(telegram.calls("sendMessage"))
                .extracting(call -> call.parameters().path("parse_mode").asText())
                .containsExactly("HTML", "");
        assertThat(notifier.trouble()).isEmpty();
    }

    @Test
    void plain_text_that_gets_too_long_with_its_links_is_sent_in_parts() {
        Line[] lines = IntStream.range(0, 40)
                .mapToObj(number -> new Line(Style.PLAIN, "x".repeat(80), LINK + "&n=" + number))
                .toArray(Line[]::new);
        telegram.failsOnce(
                400, "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: can't parse entities\"}");

        send(urgent(null, lines));

        assertThat(telegram.chat(ANA).messages).hasSize(2);
        assertThat(String.join("\n", telegram.chat(ANA).texts()).lines()).hasSize(40);
    }

    @Test
    void many_long_links_are_sent_in_as_many_parts_as_telegram_takes_and_none_is_lost() {
        String link = "https://campus.example.edu/mod/url/view.php?to=" + "%C3%B1".repeat(160);
        List<Line> lines = IntStream.range(0, 20)
                .mapToObj(number -> new Line(Style.DETAIL, "Aviso " + number, link + number))
                .toList();

        send(urgent(null, lines.toArray(Line[]::new)));

        List<Shown> messages = telegram.chat(ANA).messages;
        assertThat(messages).hasSizeLessThan(4);
        assertThat(messages).allSatisfy(message -> assertThat(message.text).doesNotContain("http"));
        assertThat(messages.stream()
                        .mapToInt(message -> message.marked().size())
                        .sum())
                .isEqualTo(20);
        assertThat(telegram.calls("sendMessage")).hasSameSizeAs(messages);
    }

    @Test
    void after_a_part_that_failed_the_next_try_goes_on_with_that_part() {
        Message message = urgent(null, plain("a".repeat(4000)), plain("b".repeat(4000)), plain("c".repeat(4000)));
        telegram.failsAfter(1, 502, "<html>Bad Gateway</html>");
        assertThatThrownBy(() -> notifier.send(message, ANA)).isInstanceOf(RuntimeException.class);

        send(message);

        assertThat(telegram.chat(ANA).texts())
                .extracting(text -> text.substring(0, 1))
                .containsExactly("a", "b", "c");
    }

    @Test
    void a_part_that_was_sent_to_one_chat_is_still_sent_to_another() {
        Message message = urgent(null, plain("a".repeat(4000)), plain("b".repeat(4000)));
        telegram.failsAfter(1, 502, "<html>Bad Gateway</html>");
        assertThatThrownBy(() -> notifier.send(message, ANA)).isInstanceOf(RuntimeException.class);

        notifier.send(message, GROUP);

        assertThat(telegram.chat(GROUP).texts()).hasSize(2);
    }

    @Test
    void nobody_is_told_who_is_not_configured() {
        assertThatThrownBy(() -> notifier.send(urgent(null, plain("hello")), "4711"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(telegram.calls("sendMessage")).isEmpty();
    }

    @Test
    void a_page_behind_a_login_is_not_previewed() {
        send(urgent(null, new Line(Style.PLAIN, "Essay", LINK)));

        assertThat(telegram.calls("sendMessage")
                        .get(0)
                        .parameters()
                        .at("/link_preview_options/is_disabled")
                        .asBoolean())
                .isTrue();
    }

    private void send(Message message) {
        notifier.send(message, ANA);
    }

    private Shown shown() {
        return telegram.chat(ANA).last();
    }

    private static ItemId id(String key) {
        return new ItemId("ana", "example", key);
    }

    private static Subject about(String item, long change, @Nullable String url) {
        return new Subject(id(item), 5, change, url, List.of(Action.values()));
    }

    private static Line plain(String text) {
        return Line.of(Style.PLAIN, text);
    }

    private static Message urgent(@Nullable Subject about, Line... lines) {
        return new Message(
                "change/12#0 telegram/" + ANA,
                Language.ENGLISH,
                NoticeKind.URGENT,
                Severity.HIGH,
                List.of(lines),
                about);
    }
}
