package dev.unitracker.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.notice.Message;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookNotifierTest {

    @AutoClose
    private final FakeReceiver receiver = new FakeReceiver();

    private final WebhookNotifier notifier = receiver.notifier();

    @Test
    void the_signature_is_that_of_the_standards_own_example() {
        assertThat(SigningSecret.of(FakeReceiver.SECRET)
                        .sign("msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void what_is_told_is_said_in_words_and_in_fields() {
        WebhookNotifier told = WebhookNotifier.to(receiver.url("/told"), FakeReceiver.SECRET)
                .account("ana")
                .links(Messages.LINKS)
                .clock(() -> FakeReceiver.NOW)
                .build();

        told.send(Messages.moved(), told.recipients().get(0));

        JsonNode body = receiver.lastBody();
        JsonNode data = body.path("data");
        assertThat(body.path("type").asText()).isEqualTo("message.urgent");
        assertThat(body.path("timestamp").asText()).isEqualTo("2026-11-22T12:00:00.123Z");
        assertThat(data.path("account").asText()).isEqualTo("ana");
        assertThat(data.path("key").asText()).isEqualTo("change/12#0 ñ");
        assertThat(data.path("severity").asText()).isEqualTo("high");
        assertThat(data.path("language").asText()).isEqualTo("es");
        assertThat(data.path("text").asText())
                .isEqualTo("Fecha límite movida " + Messages.ESSAY + "\nHistoria · Ensayo");
        assertThat(data.path("lines").path(0).path("style").asText()).isEqualTo("heading");
        assertThat(data.path("lines").path(0).path("link").asText()).isEqualTo(Messages.ESSAY);
        assertThat(data.path("item").path("number").asInt()).isEqualTo(7);
        assertThat(data.path("change").asInt()).isEqualTo(12);
        assertThat(data.path("actions"))
                .extracting(action -> action.path("action").asText() + " "
                        + action.path("label").asText())
                .containsExactly("acknowledge ✔ Enterado", "done ✅ Hecho", "snooze ⏰ Mañana", "open Abrir");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "=cmd()", "@everyone", "\u2028</script>\"}"})
    void whatever_a_course_is_called_is_data(String course) {
        notifier.send(Messages.of(course), recipient());

        assertThat(receiver.lastBody()
                        .path("data")
                        .path("lines")
                        .path(0)
                        .path("text")
                        .asText())
                .isEqualTo(course);
        assertThat(receiver.text()).isEqualTo(course);
    }

    @Test
    void the_same_message_has_the_same_id_and_another_account_or_message_has_another() {
        notifier.send(Messages.of("a"), recipient());
        receiver.breaks();
        assertThatThrownBy(() -> notifier.send(Messages.of("a"), recipient()));
        receiver.recovers();
        notifier.send(Messages.of("a"), recipient());
        WebhookNotifier bruno = WebhookNotifier.to(receiver.url("/told/s3cr3t-path"), FakeReceiver.SECRET)
                .account("bruno")
                .clock(() -> FakeReceiver.NOW)
                .build();
        bruno.send(Messages.of("a"), recipient());

        List<String> ids = receiver.ids();
        assertThat(ids).hasSize(3).allMatch(id -> id.matches("msg_[0-9a-f]{32}"));
        assertThat(ids.get(1)).isEqualTo(ids.get(0));
        assertThat(ids.get(2)).isNotEqualTo(ids.get(0));
    }

    @Test
    void while_a_receiver_changes_its_secret_it_is_told_under_both() {
        WebhookNotifier both = receiver.notifier(FakeReceiver.OTHER_SECRET, FakeReceiver.SECRET);

        both.send(Messages.of("a"), recipient());

        assertThat(receiver.text()).isEqualTo("a");
        assertThat(FakeService.header(receiver.requests().get(0), "webhook-signature")
                        .split(" ", -1))
                .hasSize(2)
                .allMatch(signature -> signature.startsWith("v1,"));
    }

    @Test
    void who_has_another_secret_is_not_believed() {
        WebhookNotifier stranger = receiver.notifier(FakeReceiver.OTHER_SECRET);

        assertThatThrownBy(() -> stranger.send(Messages.of("a"), recipient())).hasMessageContaining("HTTP 401");
        assertThat(receiver.text()).isEmpty();
    }

    @Test
    void a_receiver_that_is_gone_gets_no_more() {
        receiver.answersOnce(FakeService.answer(410, ""));

        NotDeliveredException first = refusal();
        NotDeliveredException second = refusal();

        assertThat(first.permanent()).isTrue();
        assertThat(second.permanent()).isTrue();
        assertThat(second).hasMessageContaining("take it out of the settings");
        assertThat(receiver.requests()).hasSize(1);
        assertThat(notifier.trouble())
                .hasValueSatisfying(trouble -> assertThat(trouble).contains("gone"));
    }

    @Test
    void a_busy_receiver_is_told_again_when_it_says() {
        receiver.answersOnce(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "60")
                .build());

        assertThat(refusal().retryAfter()).contains(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 422, 500, 502, 504})
    void everything_else_but_2xx_is_tried_again(int status) {
        receiver.answersOnce(FakeService.answer(status, ""));

        assertThat(refusal().permanent()).isFalse();
        assertThat(receiver.text()).isEmpty();
    }

    @Test
    void a_redirect_is_not_followed_and_is_said() {
        receiver.answersOnce(new MockResponse.Builder()
                .code(307)
                .addHeader("Location", receiver.url("/elsewhere"))
                .build());

        assertThat(refusal()).hasMessageContaining("sends us to another address");
        assertThat(receiver.requests()).hasSize(1);
    }

    @Test
    void all_is_well_again_after_the_next_message() {
        receiver.answersOnce(FakeService.answer(500, ""));
        refusal();
        assertThat(notifier.trouble()).contains("127.0.0.1 answered HTTP 500");

        notifier.send(Messages.of("a"), recipient());

        assertThat(notifier.trouble()).isEmpty();
    }

    @Test
    void addresses_and_secrets_are_not_shown() {
        receiver.answersOnce(FakeService.answer(500, "s3cr3t-path"));

        assertThat(refusal().toString()).doesNotContain("s3cr3t");
        assertThat(notifier.toString()).doesNotContain("s3cr3t", "told", "whsec");
        assertThat(recipient()).matches("127\\.0\\.0\\.1#[0-9a-f]{12}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nowhere",
                "http://example.org/told",
                "ftp://example.org",
                "https://a:s3cr3t@example.org/",
                "http://127.0.0.1.example.org/"
            })
    void an_address_that_cannot_be_is_refused_and_not_shown(String address) {
        assertThatThrownBy(() -> WebhookNotifier.to(address, FakeReceiver.SECRET))
                .isInstanceOf(SettingsException.class)
                .hasMessageNotContaining("s3cr3t")
                .hasMessageContaining("url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s3cr3t", "whsec_AAAAA", "whsec_czNjcjN0", "whsec_!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!"})
    void a_secret_that_cannot_be_is_refused_and_not_shown(String secret) {
        assertThatThrownBy(() -> WebhookNotifier.to("https://example.org/told", secret))
                .isInstanceOf(SettingsException.class)
                .hasNoCause()
                .hasMessageNotContaining("s3cr3t")
                .hasMessageNotContaining("czNjcjN0");
        assertThatThrownBy(() -> WebhookNotifier.to("https://example.org/told")).isInstanceOf(SettingsException.class);
    }

    @Test
    void this_machine_may_be_told_without_encryption() {
        assertThat(WebhookNotifier.to("http://localhost:8080/", FakeReceiver.SECRET)
                        .and("http://[::1]/", FakeReceiver.SECRET)
                        .build()
                        .recipients())
                .hasSize(2);
    }

    private NotDeliveredException refusal() {
        Message message = Messages.of("a");
        return catchThrowableOfType(NotDeliveredException.class, () -> notifier.send(message, recipient()));
    }

    private String recipient() {
        return notifier.recipients().get(0);
    }
}
