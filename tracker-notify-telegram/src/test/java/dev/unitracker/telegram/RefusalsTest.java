package dev.unitracker.telegram;

import static dev.unitracker.telegram.BotApiSimulator.ANA;
import static dev.unitracker.telegram.BotApiSimulator.GROUP;
import static dev.unitracker.telegram.BotApiSimulator.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Message.Style;
import dev.unitracker.notice.NoticeKind;
import dev.unitracker.notice.Severity;
import dev.unitracker.words.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of each answer that the Bot API gives in place of a result; the answers have its real shapes. */
class RefusalsTest {

    private static final Message MESSAGE = new Message(
            "1", Language.ENGLISH, NoticeKind.URGENT, Severity.HIGH, List.of(Line.of(Style.PLAIN, "Essay")), null);
    private static final String SENT =
            "{\"ok\":true,\"result\":{\"message_id\":1,\"date\":1772452800,\"chat\":{\"id\":1001,\"type\":\"private\"},\"text\":\"Essay\"}}";

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | Unauthorized                            | @BotFather",
                "404 | Not Found                               | @BotFather",
                "403 | Forbidden: bot was blocked by the user  | /start",
                "403 | Forbidden: user is deactivated          | user is deactivated",
                "403 | Forbidden: bot was kicked from the group chat | was kicked",
                "400 | Bad Request: chat not found             | is its id right"
            })
    void what_somebody_has_to_mend_is_not_tried_again_and_said(int code, String description, String hint) {
        answers(code, "{\"ok\":false,\"error_code\":" + code + ",\"description\":\"" + description + "\"}");
        TelegramNotifier notifier = notifier();

        NotDeliveredException e = failure(notifier);

        assertThat(e.permanent()).isTrue();
        assertThat(e).hasMessageContaining(hint).hasMessageContaining(description);
        assertThat(notifier.trouble()).contains(String.valueOf(e.getMessage()));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void what_is_not_taken_as_plain_text_either_is_given_up() {
        String json = "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: message text is empty\"}";
        answers(400, json);
        answers(400, json);

        NotDeliveredException e = failure(notifier());

        assertThat(e.permanent()).isTrue();
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void a_group_that_moved_to_where_it_is_not_is_named_by_its_new_id() {
        String json =
                "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: group chat was upgraded to a supergroup"
                        + " chat\",\"parameters\":{\"migrate_to_chat_id\":-1001234567890}}";
        answers(400, json);
        answers(400, json);

        NotDeliveredException e = failure(notifier());

        assertThat(e.permanent()).isTrue();
        assertThat(e).hasMessageContaining("-1001234567890");
    }

    @Test
    void a_bot_that_is_too_fast_waits_as_long_as_it_is_asked_to() {
        answers(
                429,
                "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 35\",\"parameters\":{\"retry_after\":35}}");

        NotDeliveredException e = failure(notifier());

        assertThat(e.permanent()).isFalse();
        assertThat(e.retryAfter()).contains(Duration.ofSeconds(35));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3601", "86400", "9223372036854775807", "1e30"})
    void a_bot_is_never_silent_for_more_than_an_hour_because_it_was_asked_to_be(String seconds) {
        answers(429, "{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":" + seconds + "}}");

        NotDeliveredException e = failure(notifier());

        assertThat(e.retryAfter()).contains(Duration.ofHours(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | {\"ok\":false,\"error_code\":500,\"description\":\"Internal Server Error\"}",
                "502 | <html><body>Bad Gateway</body></html>",
                "503 | ''",
                "400 | <html>a proxy of the university</html>",
                "200 | <html>please log in to the network</html>",
                "200 | {\"result\":{}}",
                "200 | []",
                "200 | {\"ok\":false}",
                "200 | {\"ok\":false,\"error_code\":null,\"description\":null}",
                "200 | {\"ok\":false,\"error_code\":0,\"description\":\"?\"}",
                "200 | {\"ok\":false,\"error_code\":\"none\"}",
                "429 | {\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests\"}"
            })
    void what_may_pass_is_tried_again(int code, String body) {
        answers(code, body);

        NotDeliveredException e = failure(notifier());

        assertThat(e.permanent()).isFalse();
        assertThat(e.retryAfter()).isEmpty();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void a_connection_that_breaks_off_is_tried_again_later_and_not_by_the_client_itself() {
        answers(200, SENT);
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        answers(200, SENT);
        TelegramNotifier notifier = notifier();
        notifier.send(MESSAGE, ANA);

        NotDeliveredException e = failure(notifier);

        assertThat(e.permanent()).isFalse();
        assertThat(e).hasMessageContaining("could not ask " + server.getHostName());
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void no_answer_in_time_is_tried_again() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        TelegramNotifier notifier = TelegramNotifier.to(ANA, TOKEN)
                .baseUrl(server.url("/").toString())
                .timeout(Duration.ofMillis(200))
                .build();

        NotDeliveredException e = failure(notifier);

        assertThat(e.permanent()).isFalse();
        assertThat(e).hasMessageContaining("did not answer in time");
    }

    @Test
    void the_token_does_not_follow_a_redirect() throws IOException {
        MockWebServer other = new MockWebServer();
        other.start();
        server.enqueue(new MockResponse.Builder()
                .code(307)
                .setHeader("Location", other.url("/stolen").toString())
                .build());

        NotDeliveredException e = failure(notifier());

        assertThat(e.permanent()).isFalse();
        assertThat(e).hasMessageContaining("another address");
        assertThat(other.getRequestCount()).isZero();
        other.close();
    }

    @Test
    void the_token_is_shown_by_nothing_that_is_thrown() {
        OkHttpClient talkative = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    throw new IOException("could not reach " + chain.request().url(), new IOException(TOKEN));
                })
                .build();
        TelegramNotifier notifier = TelegramNotifier.to(ANA, TOKEN)
                .baseUrl(server.url("/").toString())
                .http(talkative)
                .build();

        NotDeliveredException e = failure(notifier);

        assertThat(everything(e)).contains("could not reach").doesNotContain(TOKEN.substring(7));
        assertThat(notifier.toString()).doesNotContain(TOKEN.substring(7));
    }

    @Test
    void a_token_that_telegram_repeats_is_hidden() {
        answers(400, "{\"ok\":false,\"error_code\":403,\"description\":\"Forbidden: bot" + TOKEN + " may not\"}");

        NotDeliveredException e = failure(notifier());

        assertThat(everything(e)).doesNotContain(TOKEN.substring(7));
    }

    @Test
    void a_wrong_token_is_refused_at_once_and_not_shown() {
        assertThatThrownBy(() -> TelegramNotifier.to(ANA, "secret words"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("@BotFather")
                .hasMessageNotContaining("secret");
    }

    @Test
    void chats_have_ids() {
        assertThatThrownBy(() -> TelegramNotifier.to("Ana", TOKEN))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("chatId cannot be 'Ana'");
        assertThatThrownBy(() -> TelegramNotifier.to(ANA, TOKEN).and(GROUP, " "))
                .isInstanceOf(SettingsException.class);
        assertThat(TelegramNotifier.to(ANA, TOKEN).and(GROUP, ANA).build().recipients())
                .containsExactly(ANA, GROUP);
    }

    @Test
    void what_else_cannot_be_is_refused_by_name_and_an_address_is_not_shown() {
        TelegramNotifier.Builder settings = TelegramNotifier.to(ANA, TOKEN);

        assertThatThrownBy(() -> settings.timeout(Duration.ofMinutes(2)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("timeout cannot be 'PT2M'");
        assertThatThrownBy(() -> settings.baseUrl("ftp://ana:word@host"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("baseUrl")
                .hasMessageNotContaining("word");
    }

    @Test
    void what_is_wrong_with_a_chat_is_said_until_it_is_mended() {
        answers(403, "{\"ok\":false,\"error_code\":403,\"description\":\"Forbidden: bot was blocked by the user\"}");
        answers(200, SENT);
        answers(200, SENT);
        TelegramNotifier notifier = notifier();
        failure(notifier);

        notifier.send(MESSAGE, GROUP);
        boolean still = notifier.trouble().isPresent();
        notifier.send(MESSAGE, ANA);

        assertThat(still).isTrue();
        assertThat(notifier.trouble()).isEmpty();
    }

    @Test
    void the_address_is_the_configured_one_with_token_and_method() throws InterruptedException {
        answers(200, SENT);
        TelegramNotifier notifier = TelegramNotifier.to(ANA, " " + TOKEN + "\n")
                .baseUrl(server.url("/own/server/").toString())
                .build();

        notifier.send(MESSAGE, ANA);

        assertThat(server.takeRequest().getUrl().encodedPath()).isEqualTo("/own/server/bot" + TOKEN + "/sendMessage");
    }

    private void answers(int code, String body) {
        server.enqueue(new MockResponse.Builder().code(code).body(body).build());
    }

    private TelegramNotifier notifier() {
        return TelegramNotifier.to(ANA, TOKEN)
                .and(GROUP)
                .baseUrl(server.url("/").toString())
                .build();
    }

    private static NotDeliveredException failure(TelegramNotifier notifier) {
        return catchThrowableOfType(NotDeliveredException.class, () -> notifier.send(MESSAGE, ANA));
    }

    private static String everything(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
