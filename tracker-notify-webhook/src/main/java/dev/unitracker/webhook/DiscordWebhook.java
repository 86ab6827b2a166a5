package dev.unitracker.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.action.ActionLinks;
import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.http.HttpAnswer;
import dev.unitracker.http.Secrets;
import dev.unitracker.notice.ChannelLimits;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Message.Style;
import dev.unitracker.notice.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * A webhook of a Discord channel (<a href="https://docs.discord.com/developers/resources/webhook#execute-webhook">Execute
 * Webhook</a>). Each part of a message is one embed.
 */
final class DiscordWebhook implements Place {

    /**
     * Of an embed's description; a title has 256, and all texts of a message together 6,000 (<a
     * href="https://docs.discord.com/developers/resources/message#embed-object-embed-limits">Embed Limits</a>). What stands
     * above is refused, the whole message with it. Discord counts code points, of which there are never more than units.
     */
    static final int LONGEST = 4096;

    static final int LONGEST_TITLE = 256;

    /** {@code SUPPRESS_NOTIFICATIONS}. */
    private static final int SILENT = 1 << 12;

    private static final ChannelLimits LIMITS = ChannelLimits.none().characters(LONGEST, Markdown::written);

    private static final Pattern PATH =
            Pattern.compile("^(/.{0,200}?)?/api(?:/v\\d{1,2})?/webhooks/(\\d{1,20})/([\\w-]{1,200})/?$");

    private final HttpUrl url;
    private final String id;
    private final String token;
    private final @Nullable String thread;
    private final ActionLinks links;

    private DiscordWebhook(HttpUrl given, Matcher path, ActionLinks links) {
        this.id = path.group(2);
        this.token = path.group(3);
        this.thread = given.queryParameter("thread_id");
        this.links = links;
        String before = path.group(1) == null ? "" : path.group(1);
        HttpUrl.Builder address = given.newBuilder()
                // Of this version the time to wait is in seconds; without one it is in thousandths of them.
                .encodedPath(before + "/api/v10/webhooks/" + id + "/" + token)
                .query(null)
                .fragment(null)
                // Without it a message that is not kept is no error.
                .addQueryParameter("wait", "true");
        if (thread != null) {
            address.addQueryParameter("thread_id", thread);
        }
        this.url = address.build();
    }

    /**
     * Reads an address as Discord shows it.
     *
     * @throws SettingsException if it cannot be one; the message does not tell what was given
     */
    static HttpUrl read(String given) {
        String example = "https://discord.com/api/webhooks/ and a number, a slash and letters";
        HttpUrl url = Address.read("url", given, example);
        String thread = url.queryParameter("thread_id");
        if (!PATH.matcher(url.encodedPath()).matches() || (thread != null && !thread.matches("\\d{1,20}"))) {
            throw SettingsException.wrongSecret("url", "it must read like " + example);
        }
        return url;
    }

    /** Returns the webhook at an address that was read. */
    static DiscordWebhook at(HttpUrl url, ActionLinks links) {
        Matcher path = PATH.matcher(url.encodedPath());
        if (!path.matches()) {
            throw new IllegalArgumentException("not an address of a webhook");
        }
        return new DiscordWebhook(url, path, links);
    }

    /** Returns the id of the webhook, which is no secret, and that of the thread if there is one. */
    @Override
    public String name() {
        return thread == null ? id : id + "#" + thread;
    }

    @Override
    public HttpUrl server() {
        return url;
    }

    @Override
    public Secrets secrets() {
        return Secrets.none().add(token);
    }

    @Override
    public List<Request> posts(Message message) {
        List<Line> lines = new ArrayList<>(message.lines());
        lines.addAll(answers(message));
        return LIMITS.parts(lines.stream().map(Markdown::fitted).toList()).stream()
                .map(part -> post(part, message.severity()))
                .toList();
    }

    /** What a line of the message leads to already needs no line of its own. */
    private List<Line> answers(Message message) {
        return links.of(message, new Delivery.Address(DiscordNotifier.NAME, name())).stream()
                .filter(link ->
                        message.lines().stream().noneMatch(line -> link.url().equals(line.link())))
                .map(link -> new Line(Style.PLAIN, link.label(), link.url()))
                .toList();
    }

    private Request post(List<Line> part, Severity severity) {
        ObjectNode message = Json.object();
        ObjectNode embed = message.putArray("embeds").addObject().put("color", color(severity));
        boolean titled = isTitle(part.get(0));
        if (titled) {
            embed.put("title", Markdown.escaped(part.get(0).text(), true));
            if (part.get(0).link() != null) {
                embed.put("url", part.get(0).link());
            }
        }
        String text = part.stream().skip(titled ? 1 : 0).map(Markdown::written).collect(Collectors.joining("\n"));
        if (!text.isBlank()) {
            embed.put("description", text);
        }
        // Whatever a source says calls nobody.
        message.putObject("allowed_mentions").putArray("parse");
        if (severity == Severity.INFORMATION) {
            message.put("flags", SILENT);
        }
        return new Request.Builder()
                .url(url)
                .post(Json.body(message.toString()))
                .build();
    }

    private static boolean isTitle(Line line) {
        return line.style() == Style.HEADING
                && !line.text().isBlank()
                && Markdown.escaped(line.text(), true).length() <= LONGEST_TITLE;
    }

    private static int color(Severity severity) {
        return switch (severity) {
            case INFORMATION -> 0x95A5A6;
            case MEDIUM -> 0xE67E22;
            case HIGH -> 0xE74C3C;
        };
    }

    @Override
    public NotDeliveredException refusal(HttpAnswer answer) {
        JsonNode said = Json.read(answer);
        Refusal refusal = Refusal.of(answer, url, said.path("message"), secrets());
        return switch (answer.status()) {
            case 429 -> refusal.until(patience(answer, said));
            case 401, 404 -> refusal.forGood("was the webhook deleted in Discord? Set a new address");
            // What stands before Discord answers so too, and not as Discord does, when it is asked too often.
            case 400, 403 -> said.has("code") ? refusal.forGood("Discord does not take it") : refusal.forNow();
            default -> refusal.forNow();
        };
    }

    /** The body tells parts of a second, the header only whole ones. */
    private static @Nullable Duration patience(HttpAnswer answer, JsonNode said) {
        double seconds = said.path("retry_after").asDouble(0);
        Duration told = Duration.ofMillis((long) Math.ceil(Math.min(Math.max(seconds, 0), 86_400) * 1000));
        Duration header = answer.retryAfter();
        if (header == null || told.compareTo(header) > 0) {
            return told.isZero() ? header : told;
        }
        return header;
    }
}
