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
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscordNotifierTest {

    private static final String TO = FakeDiscord.ID;

    @AutoClose
    private final FakeDiscord discord = new FakeDiscord();

    private final DiscordNotifier notifier =
            DiscordNotifier.to(discord.webhook(TO)).links(Messages.LINKS).build();

    @Test
    void the_heading_is_the_title_that_leads_somewhere_and_what_can_be_answered_stands_below() {
        notifier.send(Messages.moved(), TO);

        JsonNode embed = discord.messages(TO).get(0).path("embeds").path(0);
        assertThat(embed.path("title").asText()).isEqualTo("Fecha límite movida");
        assertThat(embed.path("url").asText()).isEqualTo(Messages.ESSAY);
        assertThat(discord.text()).isEqualTo("Fecha límite movida\nHistoria · Ensayo\n✔ Enterado\n✅ Hecho\n⏰ Mañana");
        assertThat(discord.links(TO)).hasSize(4).element(1).asString().startsWith("https://tracker.example/act/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "=cmd()",
                "@everyone",
                "<@123456789012345678> <@&42> <#42> <:uni:42> <t:1700000000>",
                ":tada: a:b:c 10:30",
                "https://evil.example/a_b_c and [click](https://evil.example)",
                "# big",
                "-# small",
                "- item",
                "+ item",
                "> quote",
                " >>> quote",
                "1. first",
                "**bold** *i* _i_ __u__ ~~s~~ ||spoiler|| `code` ```block```",
                "\\*not escaped\\* \\",
                "snake_case_name 2*3*4"
            })
    void whatever_a_course_is_called_is_shown_as_it_is_and_calls_nobody(String course) {
        Line leading = new Line(Style.PLAIN, course, Messages.ESSAY);

        notifier.send(
                Messages.about(Severity.HIGH, heading(course), plain(course), leading, Line.of(Style.DETAIL, course)),
                TO);

        assertThat(discord.text().lines().toList().subList(0, 4))
                .containsExactly(course, course, course, "• " + course);
        assertThat(discord.called(TO)).isEmpty();
    }

    @Test
    void what_is_of_no_urgency_arrives_without_a_sound() {
        notifier.send(Messages.about(Severity.INFORMATION, plain("a")), TO);
        notifier.send(Messages.about(Severity.MEDIUM, plain("b")), TO);

        assertThat(discord.messages(TO))
                .extracting(message -> message.path("flags").asInt())
                .containsExactly(4096, 0);
    }

    @Test
    void a_long_message_is_cut_at_the_limit_of_what_is_sent_and_answered_below_its_end() {
        Message message = Messages.about(Severity.HIGH, plain("*".repeat(2048)), plain("b"));

        notifier.send(message, TO);

        assertThat(discord.messages(TO)).hasSize(2);
        assertThat(discord.messages(TO).get(0).toString()).doesNotContain("tracker.example");
        assertThat(discord.text()).endsWith("*\nb\n✔ Enterado\n✅ Hecho\n⏰ Mañana\nAbrir");
    }

    @Test
    void a_heading_that_is_no_title_is_text() {
        notifier.send(Messages.about(Severity.HIGH, heading("x".repeat(257)), plain("a")), TO);

        assertThat(discord.text()).startsWith("x".repeat(257) + "\na");
    }

    @Test
    void where_discord_leads_to_no_address_it_is_text() {
        notifier.send(
                Messages.about(Severity.HIGH, new Line(Style.HEADING, "a", "http://localhost/x"), plain("b")), TO);

        assertThat(discord.text()).startsWith("a http://localhost/x\nb");
    }

    @Test
    void after_a_part_that_failed_the_next_try_goes_on_with_it() {
        Message message = Messages.of("a".repeat(4000), "b".repeat(4000), "c".repeat(4000));
        discord.answersAfter(1, FakeService.answer(502, ""));

        assertThatThrownBy(() -> notifier.send(message, TO)).hasMessageContaining("HTTP 502");
        notifier.send(message, TO);

        assertThat(discord.text()).isEqualTo("a".repeat(4000) + "\n" + "b".repeat(4000) + "\n" + "c".repeat(4000));
        assertThat(discord.requests()).hasSize(4);
    }

    @Test
    void discord_says_how_long_to_wait_in_its_body_or_before_it() {
        discord.answersOnce(FakeService.answer(
                429, "{\"message\":\"You are being rate limited.\",\"retry_after\":64.57,\"global\":false}"));
        NotDeliveredException exact = refusal();
        discord.answersOnce(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "7")
                .body("<html>error 1015</html>")
                .build());
        NotDeliveredException before = refusal();

        assertThat(exact.retryAfter()).contains(Duration.ofMillis(64_570));
        assertThat(exact).hasMessageContaining("You are being rate limited.");
        assertThat(before.retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(before.permanent()).isFalse();
    }

    @Test
    void a_webhook_that_was_deleted_is_given_up() {
        DiscordNotifier deleted = DiscordNotifier.to(discord.webhook("42")).build();

        assertThatThrownBy(() -> deleted.send(Messages.of("a"), "42"))
                .isInstanceOfSatisfying(
                        NotDeliveredException.class,
                        refused -> assertThat(refused.permanent()).isTrue())
                .hasMessageContaining("Unknown Webhook")
                .hasMessageContaining("deleted");
        assertThat(deleted.trouble()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "400, '{\"message\":\"Invalid Form Body\",\"code\":50035}', true",
        "403, '<html></html>', false",
        "500, '', false"
    })
    void what_discord_itself_refuses_is_given_up_and_what_stands_before_it_does_not_count(
            int status, String body, boolean forGood) {
        discord.answersOnce(FakeService.answer(status, body));

        assertThat(refusal().permanent()).isEqualTo(forGood);
    }

    @Test
    void a_thread_is_a_recipient_of_its_own() {
        DiscordNotifier threads = DiscordNotifier.to(discord.webhook(TO))
                .and(discord.webhook(TO) + "?thread_id=42")
                .build();

        threads.send(Messages.of("a"), TO + "#42");

        assertThat(threads.recipients()).containsExactly(TO, TO + "#42");
        assertThat(discord.requests().get(0).getUrl().queryParameter("thread_id"))
                .isEqualTo("42");
        assertThat(discord.requests().get(0).getUrl().queryParameter("wait")).isEqualTo("true");
    }

    @Test
    void the_address_is_not_shown() {
        discord.answersOnce(FakeService.answer(500, "{\"message\":\"" + FakeDiscord.TOKEN + "\"}"));

        assertThat(refusal().toString()).doesNotContain(FakeDiscord.TOKEN);
        assertThat(notifier.toString()).isEqualTo("discord to [" + TO + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://discord.com/api/webhooks/",
                "https://discord.com/api/webhooks/42",
                "http://discord.com/api/webhooks/42/s3cr3t",
                "https://discord.com/channels/42/43/s3cr3t",
                "https://discord.com/api/webhooks/42/s3cr3t?thread_id=x"
            })
    void an_address_that_cannot_be_is_refused_and_not_shown(String address) {
        assertThatThrownBy(() -> DiscordNotifier.to(address))
                .isInstanceOf(SettingsException.class)
                .hasMessageNotContaining("s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://discord.com/api/webhooks/42/abc-_",
                "https://ptb.discord.com/api/webhooks/42/abc",
                "https://discordapp.com/api/v9/webhooks/42/abc",
                "https://proxy.example/discord/api/webhooks/42/abc/"
            })
    void each_form_of_an_address_that_discord_shows_is_taken(String address) {
        assertThat(DiscordNotifier.to(address).build().recipients()).isEqualTo(List.of("42"));
    }

    private NotDeliveredException refusal() {
        return catchThrowableOfType(NotDeliveredException.class, () -> notifier.send(Messages.of("a"), TO));
    }
}
