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
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a room can rely on, beside what every notifier promises. */
class MatrixRoomTest {

    @AutoClose
    private final MatrixServer server = new MatrixServer();

    private final MatrixRoom room = MatrixRoom.at(server.url(), MatrixServer.ROOM, MatrixServer.TOKEN);

    @Test
    void a_message_that_comes_again_is_shown_once() {
        Message message = message(Severity.HIGH, "x".repeat(25_000));

        room.send(message, "");
        room.send(message, "");

        assertThat(server.events()).hasSize(3);
    }

    @Test
    void what_a_source_says_calls_nobody_and_what_is_of_no_urgency_makes_no_sound() {
        room.send(message(Severity.INFORMATION, "@room <script>alert(1)</script>"), "");

        assertThat(server.events().get(0).path("msgtype").asText()).isEqualTo("m.notice");
        assertThat(server.events().get(0).path("m.mentions").isEmpty()).isTrue();
        assertThat(server.events().get(0).has("formatted_body")).isFalse();
    }

    @Test
    void a_busy_server_is_asked_again_when_it_says_and_a_stranger_is_given_up() {
        server.answers(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "60")
                .build());
        NotDeliveredException busy = failure(room);
        NotDeliveredException stranger = failure(MatrixRoom.at(server.url(), MatrixServer.ROOM, "syt_other"));

        assertThat(busy.permanent()).isFalse();
        assertThat(busy.retryAfter()).contains(Duration.ofMinutes(1));
        assertThat(stranger.permanent()).isTrue();
        assertThat(stranger).hasMessageContaining("token");
    }

    @Test
    void settings_that_cannot_be_are_refused_and_not_shown() {
        assertThatThrownBy(() -> MatrixRoom.at("nowhere", MatrixServer.ROOM, MatrixServer.TOKEN))
                .isInstanceOf(SettingsException.class)
                .hasMessageNotContaining("s3cr3t");
        assertThatThrownBy(() -> MatrixRoom.at("https://host.example", "#alias:host.example", MatrixServer.TOKEN))
                .isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> MatrixRoom.at("https://host.example", MatrixServer.ROOM, "s3cr3t\n"))
                .isInstanceOf(SettingsException.class)
                .hasMessageNotContaining("s3cr3t");
    }

    private static NotDeliveredException failure(MatrixRoom room) {
        return catchThrowableOfType(NotDeliveredException.class, () -> room.send(message(Severity.HIGH, "Essay"), ""));
    }

    private static Message message(Severity severity, String text) {
        return new Message(
                "change/12#0 ñ",
                Language.ENGLISH,
                NoticeKind.URGENT,
                severity,
                List.of(Line.of(Style.PLAIN, text)),
                null);
    }
}
