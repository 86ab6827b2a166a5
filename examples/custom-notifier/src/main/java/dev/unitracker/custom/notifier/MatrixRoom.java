package dev.unitracker.custom.notifier;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.http.HttpAnswer;
import dev.unitracker.http.HttpDoor;
import dev.unitracker.http.NoAnswerException;
import dev.unitracker.http.Secrets;
import dev.unitracker.notice.ChannelLimits;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Severity;
import dev.unitracker.spi.Notifier;
import dev.unitracker.spi.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Tells people in a room of a Matrix server. What comes again has the same number there, so the server shows it once. */
public final class MatrixRoom implements Notifier {

    /** A server takes 65,536 bytes, with all that it adds, and JSON writes some signs with six. */
    private static final ChannelLimits LIMITS = ChannelLimits.none().bytes(10_000, MatrixRoom::text);

    private static final Set<Integer> FOR_A_PERSON_TO_MEND = Set.of(400, 401, 403, 404, 413);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final HttpDoor door;
    private final String token;

    private MatrixRoom(HttpUrl room, String token) {
        this.door = HttpDoor.to(room).once().secrets(Secrets.none().add(token)).build();
        this.token = token;
    }

    /** Returns a notifier for a room like {@code !abc:host}, in which the token's user is; throws {@link SettingsException}. */
    public static MatrixRoom at(String server, String room, String token) {
        HttpUrl url = HttpUrl.parse(server);
        if (url == null || !room.matches("![!-~]+") || !token.matches("[!-~]+")) {
            throw SettingsException.wrongSecret("matrix", "it takes https://host, a room like !abc:host and a token");
        }
        HttpUrl.Builder path =
                url.newBuilder().addPathSegments("_matrix/client/v3/rooms").addPathSegment(room);
        return new MatrixRoom(path.addPathSegments("send/m.room.message").build(), token);
    }

    @Override
    public String name() {
        return "matrix";
    }

    @Override
    public void send(Message message, String recipient) {
        String id = Sha256.of(message.key().getBytes(StandardCharsets.UTF_8));
        List<List<Line>> parts = LIMITS.parts(message.lines());
        for (int number = 0; number < parts.size(); number++) {
            String text = parts.get(number).stream().map(MatrixRoom::text).collect(Collectors.joining("\n"));
            put(event(text, message.severity()), id + "-" + number);
        }
    }

    private void put(String event, String number) {
        Request request = new Request.Builder()
                .url(door.server().newBuilder().addPathSegment(number).build())
                .header("Authorization", "Bearer " + token)
                .put(RequestBody.create(event, MediaType.get("application/json")))
                .build();
        try {
            check(door.ask(request));
        } catch (NoAnswerException e) {
            throw NotDeliveredException.forNow(String.valueOf(e.getMessage()), e);
        }
    }

    /** No telephone sounds for a notice; and {@code @room}, said by a source, calls nobody. */
    private static String event(String text, Severity severity) {
        var event = JSON.createObjectNode().put("body", text);
        event.put("msgtype", severity == Severity.INFORMATION ? "m.notice" : "m.text")
                .putObject("m.mentions");
        return event.toString();
    }

    private static String text(Line line) {
        return line.link() == null ? line.text() : line.text() + " " + line.link();
    }

    private void check(HttpAnswer answer) {
        String words = door.server().host() + " answered HTTP " + answer.status();
        if (FOR_A_PERSON_TO_MEND.contains(answer.status())) {
            throw NotDeliveredException.forGood(words + "; is the token right, and its user in the room?", null);
        } else if (!answer.ok()) {
            throw answer.retryAfter() == null
                    ? NotDeliveredException.forNow(words, null)
                    : NotDeliveredException.until(answer.retryAfter(), words);
        }
    }
}
