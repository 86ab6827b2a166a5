package dev.unitracker.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.telegram.SimulatedChat.Shown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.ByteString;

/**
 * Telegram as a bot sees it: chats, updates that vanish when they are confirmed, limits, and the errors of the Bot API in its
 * own words. Safe for use by several threads.
 */
final class BotApiSimulator implements AutoCloseable {

    static final String TOKEN = "123456:AAtestTokenOfNobody_-0123456789abcdef";
    static final String ANA = "1001";
    static final String BRUNO = "1002";
    static final String GROUP = "-1002002";
    static final String CHANNEL = "@uni_news";
    static final String NUMBERED_CHANNEL = "-1001003003";

    private static final Logger SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A method that was called, with its parameters. */
    record Called(String method, JsonNode parameters) {}

    private final MockWebServer server = new MockWebServer();
    private final Map<String, SimulatedChat> chats = new TreeMap<>();
    private final SimulatedUpdates updates = new SimulatedUpdates();
    private final List<Called> calls = new ArrayList<>();
    private final Deque<MockResponse> failures = new ArrayDeque<>();
    private final Deque<Integer> goodBeforeFailure = new ArrayDeque<>();
    private final List<String> toasts = new ArrayList<>();
    private int lastMessage = 40;

    BotApiSimulator() {
        for (String chat : List.of(ANA, BRUNO, GROUP, CHANNEL, NUMBERED_CHANNEL)) {
            chats.put(chat, new SimulatedChat(chat));
        }
        SERVER_LOG.setLevel(Level.WARNING);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        try {
            server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getPort();
    }

    SimulatedChat chat(String id) {
        return Objects.requireNonNull(chats.get(id), id);
    }

    SimulatedUpdates updates() {
        return updates;
    }

    /** Returns what was written on the recipients' screens for a moment after a button was pressed. */
    synchronized List<String> toasts() {
        return List.copyOf(toasts);
    }

    synchronized List<Called> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    /** Answers the next call but those that wait for updates so, and goes on well afterwards. */
    void failsOnce(int status, String json) {
        failsAfter(0, status, json);
    }

    /** Answers some calls well and the one after them so. */
    synchronized void failsAfter(int good, int status, String json) {
        goodBeforeFailure.add(good);
        failures.add(new MockResponse.Builder().code(status).body(json).build());
    }

    /** Writes to the bot, as a person in a chat. */
    void write(String chat, String text) {
        ObjectNode message =
                JSON.createObjectNode().put("message_id", nextMessage()).put("text", text);
        message.putObject("from").put("id", 77).put("is_bot", false).put("first_name", "Ana");
        describe(message.putObject("chat"), chat);
        updates.add("message", message);
    }

    /** Presses a button below the last message of a chat. */
    void press(String chat, String label) {
        Shown message = chat(chat).last();
        String data = message.buttons().stream()
                .filter(button -> button.startsWith(label + "="))
                .map(button -> button.substring(label.length() + 1))
                .findFirst()
                .orElseThrow();
        pressed(chat, message, data);
    }

    /** Receives what a button of a message sends. */
    void pressed(String chat, Shown message, String data) {
        ObjectNode query =
                JSON.createObjectNode().put("id", "47" + nextMessage()).put("data", data);
        query.putObject("from").put("id", 77).put("is_bot", false).put("first_name", "Ana");
        query.set("message", shown(chat, message));
        updates.add("callback_query", query);
    }

    @Override
    public void close() {
        updates.end();
        server.close();
    }

    private MockResponse answer(RecordedRequest request) {
        List<String> path = request.getUrl().pathSegments();
        if (path.size() != 2 || !path.get(0).equals("bot" + TOKEN)) {
            boolean wellFormed = path.get(0).matches("bot\\d+:[\\w-]+");
            return wellFormed ? refused(401, "Unauthorized") : refused(404, "Not Found");
        }
        ByteString body = request.getBody() == null ? ByteString.EMPTY : request.getBody();
        try {
            JsonNode parameters = JSON.readTree(body.string(StandardCharsets.UTF_8));
            synchronized (this) {
                calls.add(new Called(path.get(1), parameters));
            }
            return path.get(1).equals("getUpdates") ? updates.get(parameters) : answer(path.get(1), parameters);
        } catch (IOException e) {
            return refused(400, "Bad Request: can't parse JSON");
        } catch (TelegramHtml.UnreadableException e) {
            return refused(400, String.valueOf(e.getMessage()));
        }
    }

    private synchronized MockResponse answer(String method, JsonNode parameters)
            throws TelegramHtml.UnreadableException {
        if (!failures.isEmpty()) {
            int good = goodBeforeFailure.remove();
            if (good == 0) {
                return failures.remove();
            }
            goodBeforeFailure.addFirst(good - 1);
        }
        if (method.equals("getMe")) {
            return result(JSON.createObjectNode()
                    .put("id", 123456)
                    .put("is_bot", true)
                    .put("first_name", "Tracker")
                    .put("username", "tracker_bot"));
        }
        if (method.equals("answerCallbackQuery")) {
            toasts.add(parameters.path("text").asText());
            return result(JSON.getNodeFactory().booleanNode(true));
        }
        String id = parameters.path("chat_id").asText();
        SimulatedChat chat = chats.get(id);
        if (chat == null) {
            return refused(400, "Bad Request: chat not found");
        }
        if (chat.movedTo != null) {
            return moved(chat.movedTo);
        }
        if (chat.blocked) {
            return refused(403, "Forbidden: bot was blocked by the user");
        }
        synchronized (chat) {
            return switch (method) {
                case "sendMessage" -> send(chat, parameters);
                case "getChat" -> {
                    ObjectNode described = JSON.createObjectNode();
                    describe(described, id);
                    yield result(described);
                }
                case "editMessageText", "editMessageReplyMarkup" -> edit(chat, method, parameters);
                default -> refused(404, "Not Found: method not found");
            };
        }
    }

    /** Makes a group a supergroup, which has another id. */
    synchronized void move(String from, String to) {
        chats.put(to, new SimulatedChat(to));
        chat(from).movedTo = to;
    }

    /** Says in a chat that it has another id, or had one. */
    void writeMove(String chat, String field, String other) {
        ObjectNode message =
                JSON.createObjectNode().put("message_id", nextMessage()).put(field, Long.parseLong(other));
        describe(message.putObject("chat"), chat);
        updates.add("message", message);
    }

    private static MockResponse moved(String to) {
        ObjectNode refusal = JSON.createObjectNode()
                .put("ok", false)
                .put("error_code", 400)
                .put("description", "Bad Request: group chat was upgraded to a supergroup chat");
        refusal.putObject("parameters").put("migrate_to_chat_id", Long.parseLong(to));
        return json(400, refusal);
    }

    private MockResponse send(SimulatedChat chat, JsonNode parameters) throws TelegramHtml.UnreadableException {
        Shown message = new Shown(nextMessage());
        MockResponse wrong = SimulatedLimits.write(message, parameters);
        if (wrong != null) {
            return wrong;
        }
        message.silent = parameters.path("disable_notification").asBoolean();
        chat.messages.add(message);
        return result(shown(chat.id, message));
    }

    private MockResponse edit(SimulatedChat chat, String method, JsonNode parameters)
            throws TelegramHtml.UnreadableException {
        Shown message = chat.messages.stream()
                .filter(known -> known.id == parameters.path("message_id").asInt())
                .findFirst()
                .orElse(null);
        if (message == null) {
            return refused(400, "Bad Request: message to edit not found");
        }
        ObjectNode wanted = parameters.deepCopy();
        if (method.equals("editMessageReplyMarkup")) {
            wanted.put("text", message.text).set("entities", message.entities);
        }
        Shown edited = new Shown(message.id);
        MockResponse wrong = SimulatedLimits.write(edited, wanted);
        if (wrong != null) {
            return wrong;
        }
        if (edited.text.equals(message.text) && edited.buttons.equals(message.buttons)) {
            return refused(
                    400,
                    "Bad Request: message is not modified: specified new message content and reply markup are exactly"
                            + " the same as a current content and reply markup of the message");
        }
        message.text = edited.text;
        message.entities = edited.entities;
        message.buttons = edited.buttons;
        return result(shown(chat.id, message));
    }

    private static ObjectNode shown(String chat, Shown message) {
        ObjectNode json = JSON.createObjectNode().put("message_id", message.id).put("date", 1_772_452_800);
        json.putObject("from").put("id", 123456).put("is_bot", true).put("first_name", "Tracker");
        describe(json.putObject("chat"), chat);
        json.put("text", message.text);
        if (!message.entities.isEmpty()) {
            json.set("entities", message.entities);
        }
        if (!message.buttons.isEmpty()) {
            json.putObject("reply_markup").set("inline_keyboard", message.buttons);
        }
        return json;
    }

    private static void describe(ObjectNode json, String chat) {
        boolean channel = chat.equals(CHANNEL) || chat.equals(NUMBERED_CHANNEL);
        String type = chat.startsWith("-") ? "supergroup" : "private";
        json.put("id", Long.parseLong(chat.equals(CHANNEL) ? NUMBERED_CHANNEL : chat))
                .put("type", channel ? "channel" : type);
    }

    private synchronized int nextMessage() {
        return ++lastMessage;
    }

    static MockResponse result(JsonNode result) {
        ObjectNode answer = JSON.createObjectNode().put("ok", true).set("result", result);
        return json(200, answer);
    }

    static MockResponse refused(int code, String description) {
        return json(
                code,
                JSON.createObjectNode().put("ok", false).put("error_code", code).put("description", description));
    }

    static ArrayNode rows(JsonNode markup) {
        return markup.path("inline_keyboard") instanceof ArrayNode rows ? rows : JSON.createArrayNode();
    }

    private static MockResponse json(int code, ObjectNode answer) {
        return new MockResponse.Builder()
                .code(code)
                .setHeader("Content-Type", "application/json")
                .body(answer.toString())
                .build();
    }
}
