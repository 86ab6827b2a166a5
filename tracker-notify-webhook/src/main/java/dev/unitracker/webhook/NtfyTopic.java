package dev.unitracker.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.action.ActionLinks;
import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.http.HttpAnswer;
import dev.unitracker.http.Secrets;
import dev.unitracker.http.WebAddress;
import dev.unitracker.notice.ChannelLimits;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.Message.Action;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Message.Style;
import dev.unitracker.notice.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** A topic of an ntfy server (<a href="https://docs.ntfy.sh/publish/#publish-as-json">Publish as JSON</a>). */
final class NtfyTopic implements Place {

    /** What is longer arrives as a file to be opened (<a href="https://docs.ntfy.sh/publish/#limitations">Limitations</a>). */
    static final int LONGEST = 4096;

    /** The whole JSON; what is longer is refused (server/server.go, {@code transformBodyJSON}: twice the message). */
    static final int LONGEST_JSON = 2 * LONGEST;

    static final int MOST_BUTTONS = 3;
    private static final int LONGEST_TITLE = 250;
    private static final String BULLET = "• ";

    private final HttpUrl server;
    private final String topic;
    private final @Nullable String token;
    private final String name;
    private final ActionLinks links;

    NtfyTopic(HttpUrl url, @Nullable String token, ActionLinks links) {
        this.topic = url.pathSegments().get(0);
        this.server = url.newBuilder().encodedPath("/").build();
        this.token = token;
        this.name = Address.name(url);
        this.links = links;
    }

    /**
     * Reads the address of a topic.
     *
     * @throws SettingsException if it cannot be one; the message does not tell what was given
     */
    static HttpUrl read(String given) {
        String example = "https://ntfy.sh/ and a topic of letters, digits, - and _";
        HttpUrl url = Address.read("url", given, example);
        if (url.pathSize() != 1 || !url.pathSegments().get(0).matches("[-_A-Za-z0-9]{1,64}") || url.query() != null) {
            throw SettingsException.wrongSecret("url", "it must read like " + example);
        }
        return url;
    }

    /**
     * Reads a token.
     *
     * @throws SettingsException if it cannot be one; the message does not tell what was given
     */
    static String readToken(String given) {
        String token = given.strip();
        if (!token.matches("tk_[A-Za-z0-9]{10,100}")) {
            throw SettingsException.wrongSecret("token", "it must read tk_ and letters and digits, as ntfy shows it");
        }
        return token;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public HttpUrl server() {
        return server;
    }

    /** The topic is as good as a password where no token is needed. */
    @Override
    public Secrets secrets() {
        return Secrets.none().add(topic).add(token);
    }

    @Override
    public List<Request> posts(Message message) {
        Line first = message.lines().get(0);
        boolean titled = message.lines().size() > 1 && isTitle(first);
        ObjectNode envelope = envelope(message, titled ? first : null);
        List<Line> lines =
                message.lines().subList(titled ? 1 : 0, message.lines().size());
        return limits(envelope).parts(lines).stream()
                .map(part -> post(envelope.deepCopy().put("message", text(part))))
                .toList();
    }

    private ObjectNode envelope(Message message, @Nullable Line title) {
        ObjectNode envelope = Json.object().put("topic", topic).put("priority", priority(message.severity()));
        if (title != null) {
            envelope.put("title", title.text());
        }
        opening(message, title).ifPresent(url -> envelope.put("click", url));
        ArrayNode buttons = envelope.putArray("actions");
        links.of(message, new Delivery.Address(NtfyNotifier.NAME, name)).stream()
                .filter(link -> link.action() != Action.OPEN)
                .limit(MOST_BUTTONS)
                .forEach(link -> buttons.addObject()
                        .put("action", "view")
                        .put("label", link.label())
                        .put("url", link.url())
                        .put("clear", true));
        return envelope;
    }

    private static Optional<String> opening(Message message, @Nullable Line title) {
        Optional<String> ofTitle = title == null ? Optional.empty() : WebAddress.of(title.link());
        Message.Subject about = message.about();
        return ofTitle.isPresent() || about == null ? ofTitle : WebAddress.of(about.url());
    }

    private static ChannelLimits limits(ObjectNode envelope) {
        int left = LONGEST_JSON - bytes(envelope.deepCopy().put("message", "").toString());
        return ChannelLimits.none()
                .bytes(LONGEST, NtfyTopic::text)
                // In JSON a line feed has two bytes.
                .sum(
                        left,
                        line -> bytes(Json.object().put("", text(line) + "\n").toString()));
    }

    private Request post(ObjectNode message) {
        Request.Builder request = new Request.Builder().url(server).post(Json.body(message.toString()));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    /** Where a title leads, the whole notification does. */
    private static boolean isTitle(Line line) {
        return line.style() == Style.HEADING
                && !line.text().isBlank()
                && line.text().length() <= LONGEST_TITLE
                && (line.link() == null || WebAddress.of(line.link()).isPresent());
    }

    private static String text(List<Line> lines) {
        return lines.stream().map(NtfyTopic::text).collect(Collectors.joining("\n"));
    }

    private static String text(Line line) {
        String text = (line.style() == Style.DETAIL ? BULLET : "") + line.text();
        return line.link() == null ? text : text + " " + line.link();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Of 5; below 3 there is neither sound nor vibration (<a href="https://docs.ntfy.sh/publish/#message-priority">Message priority</a>). */
    private static int priority(Severity severity) {
        return switch (severity) {
            case INFORMATION -> 2;
            case MEDIUM -> 3;
            case HIGH -> 4;
        };
    }

    @Override
    public NotDeliveredException refusal(HttpAnswer answer) {
        Refusal refusal = Refusal.of(answer, server, Json.read(answer).path("error"), secrets());
        return switch (answer.status()) {
            case 400, 413 -> refusal.forGood("the server does not take it");
            case 401, 403 -> refusal.forGood("the server wants a token that may write to the topic");
            case 404, 405 -> refusal.forGood("is it an ntfy server?");
            default -> refusal.forNow();
        };
    }
}
