package dev.unitracker.webhook;

import static dev.unitracker.webhook.Messages.heading;
import static dev.unitracker.webhook.Messages.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Message.Style;
import dev.unitracker.notice.Severity;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NtfyNotifierTest {

    private static final String TOPIC = "uni-ana";

    @AutoClose
    private final FakeNtfy ntfy = new FakeNtfy();

    private final NtfyNotifier notifier =
            NtfyNotifier.to(ntfy.url("/" + TOPIC)).links(Messages.LINKS).build();

    @Test
    void the_heading_is_the_title_tapping_opens_it_and_buttons_answer() {
        notifier.send(Messages.moved(), recipient());

        JsonNode shown = shown(0);
        assertThat(shown.path("title").asText()).isEqualTo("Fecha límite movida");
        assertThat(shown.path("message").asText()).isEqualTo("Historia · Ensayo");
        assertThat(shown.path("click").asText()).isEqualTo(Messages.ESSAY);
        assertThat(shown.path("actions"))
                .extracting(button -> button.path("action").asText() + " "
                        + button.path("label").asText())
                .containsExactly("view ✔ Enterado", "view ✅ Hecho", "view ⏰ Mañana");
        assertThat(shown.path("actions").path(0).path("url").asText()).startsWith("https://tracker.example/act/");
    }

    @Test
    void what_matters_more_has_the_higher_priority() {
        notifier.send(Messages.about(Severity.INFORMATION, plain("a")), recipient());
        notifier.send(Messages.about(Severity.MEDIUM, plain("b")), recipient());
        notifier.send(Messages.about(Severity.HIGH, plain("c")), recipient());

        assertThat(ntfy.shown(TOPIC))
                .extracting(shown -> shown.path("priority").asInt())
                .containsExactly(2, 3, 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "=cmd()",
                "@everyone",
                "**bold** [a](b)",
                "{{.Title}} $topic",
                "日本語 😀"
            })
    void whatever_a_course_is_called_is_shown_as_it_is(String course) {
        notifier.send(Messages.about(Severity.HIGH, heading(course), plain(course)), recipient());

        assertThat(ntfy.text()).isEqualTo(course + "\n" + course);
        assertThat(shown(0).has("markdown")).isFalse();
    }

    @Test
    void a_message_of_a_heading_alone_is_no_title_without_a_text() {
        notifier.send(Messages.about(Severity.HIGH, heading("a")), recipient());

        assertThat(shown(0).path("message").asText()).isEqualTo("a");
    }

    @Test
    void what_does_not_fit_by_its_bytes_is_sent_in_parts() {
        notifier.send(Messages.of("ñ".repeat(2048)), recipient());
        notifier.send(Messages.of("ñ".repeat(2049)), recipient());

        assertThat(ntfy.shown(TOPIC)).hasSize(3);
        assertThat(ntfy.text().replace("\n", "")).isEqualTo("ñ".repeat(4097));
    }

    @Test
    void what_becomes_longer_as_json_is_sent_in_as_many_parts_as_the_server_takes() {
        Line link = new Line(Style.HEADING, "\"".repeat(250), "https://campus.example.edu/?" + "x".repeat(2000));
        Message message = Messages.about(Severity.HIGH, link, plain("\"\u0001\\".repeat(3000)));

        notifier.send(message, recipient());

        assertThat(ntfy.shown(TOPIC).stream()
                        .map(shown -> shown.path("message").asText())
                        .collect(Collectors.joining()))
                .isEqualTo("\"\u0001\\".repeat(3000));
    }

    @Test
    void parts_are_cut_between_lines() {
        String lines = IntStream.range(0, 600).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));

        notifier.send(Messages.of(lines.split("\n", -1)), recipient());

        assertThat(ntfy.text()).isEqualTo(lines);
        assertThat(ntfy.shown(TOPIC)).hasSize(2);
    }

    @Test
    void a_topic_that_is_closed_wants_its_token() {
        ntfy.closes();
        NtfyNotifier known =
                NtfyNotifier.to(ntfy.url("/" + TOPIC)).token(FakeNtfy.TOKEN).build();

        known.send(Messages.of("a"), recipient());
        NotDeliveredException unknown = refusal();

        assertThat(ntfy.text()).isEqualTo("a");
        assertThat(unknown.permanent()).isTrue();
        assertThat(unknown).hasMessageContaining("forbidden").hasMessageContaining("token");
        assertThat(notifier.trouble()).isPresent();
    }

    @Test
    void a_server_that_is_asked_too_much_is_left_alone() {
        ntfy.answersOnce(FakeService.answer(
                429, "{\"code\":42908,\"http\":429,\"error\":\"limit reached: daily message quota reached\"}"));
        NotDeliveredException silent = refusal();
        ntfy.answersOnce(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "60")
                .build());
        NotDeliveredException said = refusal();

        assertThat(silent.permanent()).isFalse();
        assertThat(silent).hasMessageContaining("daily message quota reached");
        assertThat(said.retryAfter()).contains(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 413})
    void what_only_a_person_can_mend_is_given_up(int status) {
        ntfy.answersOnce(FakeService.answer(status, "{}"));

        assertThat(refusal().permanent()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 408, 500, 502, 507})
    void everything_else_is_tried_again(int status) {
        ntfy.answersOnce(FakeService.answer(status, "{}"));

        assertThat(refusal().permanent()).isFalse();
    }

    @Test
    void topic_and_token_are_not_shown() {
        ntfy.answersOnce(FakeService.answer(500, "{\"error\":\"topic uni-ana, " + FakeNtfy.TOKEN + "\"}"));
        NtfyNotifier known =
                NtfyNotifier.to(ntfy.url("/" + TOPIC)).token(FakeNtfy.TOKEN).build();

        assertThatThrownBy(() -> known.send(Messages.of("a"), recipient()))
                .hasMessageNotContaining(TOPIC)
                .hasMessageNotContaining(FakeNtfy.TOKEN);
        assertThat(known.toString()).doesNotContain(TOPIC, FakeNtfy.TOKEN);
        assertThat(recipient()).matches("127\\.0\\.0\\.1#[0-9a-f]{12}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://ntfy.sh/",
                "http://ntfy.sh/s3cr3t",
                "https://ntfy.sh/s3cr3t/json",
                "https://ntfy.sh/s3cr3t?auth=x",
                "https://ntfy.sh/s3cr3t%20x"
            })
    void an_address_that_cannot_be_is_refused_and_not_shown(String address) {
        assertThatThrownBy(() -> NtfyNotifier.to(address))
                .isInstanceOf(SettingsException.class)
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void a_token_goes_to_one_server_only() {
        assertThatThrownBy(() -> NtfyNotifier.to("https://ntfy.sh/a").and("https://ntfy.example/a"))
                .isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> NtfyNotifier.to("https://ntfy.sh/a").token("s3cr3t"))
                .isInstanceOf(SettingsException.class)
                .hasMessageNotContaining("s3cr3t");
    }

    private NotDeliveredException refusal() {
        return catchThrowableOfType(NotDeliveredException.class, () -> notifier.send(Messages.of("a"), recipient()));
    }

    private JsonNode shown(int at) {
        return ntfy.shown(TOPIC).get(at);
    }

    private String recipient() {
        return notifier.recipients().get(0);
    }
}
