package dev.unitracker.custom.notifier;

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
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the receiver can rely on, beside what every notifier promises. */
class SignatureTest {

    private static final Message MESSAGE = new Message(
            "change/12#0 ñ",
            Language.ENGLISH,
            NoticeKind.URGENT,
            Severity.HIGH,
            List.of(Line.of(Style.PLAIN, "Essay")),
            null);

    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void it_is_that_of_the_standards_own_example() {
        byte[] key = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(SignedWebhook.signature(key, "msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void the_same_message_has_the_same_id() {
        receiver.notifier().send(MESSAGE, "");
        receiver.notifier().send(MESSAGE, "");

        assertThat(receiver.ids()).hasSize(2).containsOnly(receiver.ids().get(0));
    }

    @Test
    void who_has_another_secret_is_not_believed() {
        SignedWebhook stranger = receiver.notifier("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

        assertThatThrownBy(() -> stranger.send(MESSAGE, "")).hasMessageContaining("answered HTTP 401");
        assertThat(receiver.text()).isEmpty();
    }

    @Test
    void a_receiver_that_is_gone_is_not_told_again_and_a_busy_one_is_told_when_it_says() {
        receiver.answers(410);
        NotDeliveredException gone = failure();
        receiver.answers(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "60")
                .build());
        NotDeliveredException busy = failure();

        assertThat(gone.permanent()).isTrue();
        assertThat(busy.permanent()).isFalse();
        assertThat(busy.retryAfter()).contains(Duration.ofMinutes(1));
    }

    @Test
    void what_was_refused_for_now_can_be_sent_again() {
        receiver.answers(503);
        NotDeliveredException failure = failure();
        receiver.answers(204);

        receiver.notifier().send(MESSAGE, "");

        assertThat(failure.permanent()).isFalse();
        assertThat(receiver.text()).isEqualTo("Essay");
    }

    @Test
    void settings_that_cannot_be_are_refused_and_not_shown() {
        assertThatThrownBy(() -> SignedWebhook.to("https://host.example/told", "s3cr3t"))
                .isInstanceOf(SettingsException.class)
                .hasMessageNotContaining("s3cr3t");
        assertThatThrownBy(() -> SignedWebhook.to("https://host.example/told", "whsec_AAAAA"))
                .isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> SignedWebhook.to("nowhere", Receiver.SECRET)).isInstanceOf(SettingsException.class);
        assertThat(SignedWebhook.to("https://host.example/told", Receiver.SECRET)
                        .recipients())
                .hasSize(1);
    }

    private NotDeliveredException failure() {
        return catchThrowableOfType(
                NotDeliveredException.class, () -> receiver.notifier().send(MESSAGE, ""));
    }
}
