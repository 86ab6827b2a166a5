package dev.unitracker.webhook;

import static dev.unitracker.webhook.Messages.plain;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.notice.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the page of the channels says of these channels, by what arrives. */
class ChannelsPageTest {

    private static final int COLUMNS = 6;

    @AutoClose
    private final FakeReceiver receiver = new FakeReceiver();

    @AutoClose
    private final FakeDiscord discord = new FakeDiscord();

    @AutoClose
    private final FakeNtfy ntfy = new FakeNtfy();

    @Test
    void discord_takes_as_much_as_the_page_says() throws IOException {
        DiscordNotifier notifier = DiscordNotifier.to(discord.webhook(FakeDiscord.ID))
                .links(Messages.LINKS)
                .build();
        int longest = number(row("discord").get(1), "characters");
        int title = number(row("discord").get(1), "a title of");

        notifier.send(Messages.of("x".repeat(longest)), FakeDiscord.ID);
        assertThat(discord.messages(FakeDiscord.ID)).hasSize(1);
        notifier.send(Messages.of("x".repeat(longest + 1)), FakeDiscord.ID);
        assertThat(discord.messages(FakeDiscord.ID)).hasSize(3);
        notifier.send(Messages.about(Severity.INFORMATION, Messages.heading("x".repeat(title))), FakeDiscord.ID);

        JsonNode last = discord.messages(FakeDiscord.ID).get(3);
        assertThat(last.path("embeds").path(0).path("title").asText()).hasSize(title);
        assertThat(row("discord").subList(2, 5)).containsExactly("behind the words", "links below", "no sound");
        assertThat(discord.links(FakeDiscord.ID)).hasSize(4);
        assertThat(last.path("flags").asInt()).isEqualTo(1 << 12);
    }

    @Test
    void ntfy_takes_as_much_as_the_page_says() throws IOException {
        NtfyNotifier notifier =
                NtfyNotifier.to(ntfy.url("/uni-ana")).links(Messages.LINKS).build();
        String to = notifier.recipients().get(0);
        int longest = number(row("ntfy").get(1), "bytes");
        int buttons = number(row("ntfy").get(3), "buttons");

        notifier.send(Messages.of("x".repeat(longest)), to);
        assertThat(ntfy.shown("uni-ana")).hasSize(1);
        notifier.send(Messages.of("x".repeat(longest + 1)), to);
        assertThat(ntfy.shown("uni-ana")).hasSize(3);
        notifier.send(Messages.about(Severity.INFORMATION, plain("a")), to);

        JsonNode last = ntfy.shown("uni-ana").get(3);
        assertThat(row("ntfy").get(1)).contains(String.format(Locale.ROOT, "%,d as JSON", NtfyTopic.LONGEST_JSON));
        assertThat(last.path("actions")).hasSize(buttons);
        assertThat(row("ntfy").get(4)).isEqualTo("no sound");
        assertThat(last.path("priority").asInt()).isLessThan(3);
    }

    @Test
    void a_program_takes_everything_in_fields() throws IOException {
        WebhookNotifier notifier = receiver.notifier();

        notifier.send(Messages.of("x".repeat(1_000_000)), notifier.recipients().get(0));

        assertThat(receiver.ids()).hasSize(1);
        assertThat(row("webhook").subList(1, 6))
                .containsExactly("everything", "a field", "a field with links", "a field", "410");
    }

    @Test
    void each_field_that_a_program_gets_is_told() throws IOException {
        WebhookNotifier notifier = WebhookNotifier.to(receiver.url("/told"), FakeReceiver.SECRET)
                .account("ana")
                .clock(() -> FakeReceiver.NOW)
                .build();
        notifier.send(Messages.moved(), notifier.recipients().get(0));

        JsonNode example = FakeService.JSON.readTree(between(page(), "```json\n", "```"));

        assertThat(fields(receiver.lastBody())).isEqualTo(fields(example));
    }

    /** Returns the names of all fields, in their order. */
    private static List<String> fields(JsonNode node) {
        List<String> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            fields.add(field.getKey());
            fields.addAll(fields(field.getValue()));
        }
        if (node.isArray()) {
            node.forEach(element -> fields.addAll(fields(element)));
        }
        return fields;
    }

    private static List<String> row(String channel) throws IOException {
        String row = between(page(), "<!-- channels: begin -->", "<!-- channels: end -->")
                .lines()
                .filter(line -> line.startsWith("| `" + channel + "` |"))
                .findFirst()
                .orElseThrow();
        List<String> cells =
                Arrays.stream(row.split("\\|", -1)).map(String::strip).toList();
        assertThat(cells).hasSize(COLUMNS + 2);
        return cells.subList(1, COLUMNS + 1);
    }

    private static int number(String cell, String beside) {
        return Pattern.compile("([0-9,]+) " + beside + "|" + beside + " ([0-9,]+)")
                .matcher(cell)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .mapToInt(digits -> Integer.parseInt(digits.replace(",", "")))
                .findFirst()
                .orElseThrow();
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "channels.md"), StandardCharsets.UTF_8);
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
