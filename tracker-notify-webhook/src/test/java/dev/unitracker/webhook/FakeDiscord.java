package dev.unitracker.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/** Discord as a webhook sees it, with its limits and errors (Execute Webhook, Embed Limits, JSON Error Codes). */
final class FakeDiscord extends FakeService {

    static final String ID = "223704706495545344";
    static final String TOKEN = "3d89bb7572e0fb30d8128367b3b1b44fecd1726de135cbe28a41f8b2f777c372ba29";
    static final String OTHER_ID = "223704706495545345";

    private final Map<String, List<JsonNode>> channels = new TreeMap<>(Map.of(ID, List.of(), OTHER_ID, List.of()));

    String webhook(String id) {
        return url("/api/webhooks/" + id + "/" + TOKEN);
    }

    @Override
    String text() {
        return text(ID);
    }

    synchronized String text(String id) {
        return String.join("\n", shown(id).stream().map(DiscordScreen::text).toList());
    }

    synchronized List<String> links(String id) {
        return shown(id).stream().flatMap(screen -> screen.links().stream()).toList();
    }

    /** Returns who is called by the messages. */
    synchronized List<String> called(String id) {
        return messages(id).stream()
                .filter(message -> !message.path("allowed_mentions")
                                .path("parse")
                                .isArray()
                        || !message.path("allowed_mentions").path("parse").isEmpty())
                .map(JsonNode::toString)
                .toList();
    }

    synchronized List<JsonNode> messages(String id) {
        return channels.getOrDefault(id, List.of());
    }

    private List<DiscordScreen> shown(String id) {
        return messages(id).stream().map(DiscordScreen::of).toList();
    }

    @Override
    synchronized MockResponse take(RecordedRequest request) {
        List<String> path = request.getUrl().pathSegments();
        if (path.size() != 5 || !path.subList(0, 3).equals(List.of("api", "v10", "webhooks"))) {
            return refused(404, 0, "404: Not Found");
        }
        if (!channels.containsKey(path.get(3))) {
            return refused(404, 10015, "Unknown Webhook");
        }
        if (!path.get(4).equals(TOKEN)) {
            return refused(401, 50027, "Invalid Webhook Token");
        }
        JsonNode message = json(request);
        if (!isValid(message)) {
            return refused(400, 50035, "Invalid Form Body");
        }
        if (message.path("content").asText().isEmpty() && message.path("embeds").isEmpty()) {
            return refused(400, 50006, "Cannot send an empty message");
        }
        List<JsonNode> more = new ArrayList<>(messages(path.get(3)));
        more.add(message);
        channels.put(path.get(3), List.copyOf(more));
        boolean waits = "true".equals(request.getUrl().queryParameter("wait"));
        return waits ? answer(200, "{\"id\":\"1\"}") : answer(204, "");
    }

    private static boolean isValid(JsonNode message) {
        int all = 0;
        for (JsonNode embed : message.path("embeds")) {
            int title = length(embed.path("title"));
            int description = length(embed.path("description"));
            all += title + description;
            if (title > 256
                    || description > 4096
                    || (title == 0 && description == 0)
                    || !fields(embed)
                    || !leads(embed)) {
                return false;
            }
            for (JsonNode field : embed.path("fields")) {
                all += length(field.path("name")) + length(field.path("value"));
            }
        }
        String text = message.toString();
        return all <= 6000
                && message.path("embeds").size() <= 10
                && length(message.path("content")) <= 2000
                && (message.path("flags").asInt() & ~(1 << 12 | 1 << 2)) == 0
                && StandardCharsets.UTF_16.newEncoder().canEncode(text)
                && text.indexOf('\uFFFD') < 0;
    }

    private static boolean fields(JsonNode embed) {
        for (JsonNode field : embed.path("fields")) {
            int value = length(field.path("value"));
            int name = length(field.path("name"));
            if (name < 1 || name > 256 || value < 1 || value > 1024) {
                return false;
            }
        }
        return embed.path("fields").size() <= 25;
    }

    /** Not a well formed URL. */
    private static boolean leads(JsonNode embed) {
        if (!embed.has("url")) {
            return true;
        }
        HttpUrl url = HttpUrl.parse(embed.path("url").asText());
        return url != null
                && url.host().indexOf('.') > 0
                && embed.path("url").asText().length() <= 2048;
    }

    private static int length(JsonNode text) {
        String value = text.asText();
        return value.codePointCount(0, value.length());
    }

    private static MockResponse refused(int status, int code, String message) {
        return answer(
                status,
                JSON.createObjectNode()
                        .put("message", message)
                        .put("code", code)
                        .toString());
    }
}
