package dev.unitracker.moodle.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;

/** An HTTP response, before it is handed to the server. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Reply(int status, Map<String, String> headers, byte[] body, Pace pace, Ending ending) {
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);

    /** Where the connection ends. */
    enum Ending {
        PROPERLY,
        IN_THE_BODY,
        NEVER,
        BEFORE_THE_HEADERS
    }

    /**
     * How fast it comes.
     *
     * @param delay the time before it begins
     * @param bytes how many bytes of the body come at once
     * @param pause the time between so many bytes and the next
     */
    record Pace(Duration delay, long bytes, Duration pause) {
        static final Pace AT_ONCE = new Pace(Duration.ZERO, Long.MAX_VALUE, Duration.ZERO);
    }

    static Reply of(int status, String contentType, byte[] body) {
        return new Reply(status, Map.of("Content-Type", contentType), body, Pace.AT_ONCE, Ending.PROPERLY);
    }

    static Reply text(String contentType, String text) {
        return of(200, contentType, Scene.utf8(text));
    }

    static Reply json(JsonNode tree) {
        return json(Json.text(tree));
    }

    static Reply json(String text) {
        return text("application/json; charset=utf-8", text);
    }

    static Reply page(int status, String title) {
        String html = """
                <!DOCTYPE html>
                <html lang="es"><head><title>%s</title></head>
                <body><h1>%s</h1><form action="/login/index.php" method="post"><input name="username"></form></body></html>
                """.formatted(title, title);
        return of(status, "text/html; charset=utf-8", Scene.utf8(html));
    }

    Reply withStatus(int other) {
        return new Reply(other, headers, body, pace, ending);
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body, pace, ending);
    }

    Reply with(byte[] otherBody) {
        return new Reply(status, headers, otherBody, pace, ending);
    }

    Reply with(Ending otherEnding) {
        return new Reply(status, headers, body, pace, otherEnding);
    }

    Reply after(Duration time) {
        return with(new Pace(pace.delay.plus(time), pace.bytes, pace.pause));
    }

    /** The same in pieces, with a pause between them. */
    Reply dripping(long bytes, Duration pause) {
        return with(new Pace(pace.delay, bytes, pause));
    }

    private Reply with(Pace otherPace) {
        return new Reply(status, headers, body, otherPace, ending);
    }

    Duration delay() {
        return pace.delay;
    }

    Reply edited(UnaryOperator<String> edit) {
        return with(Scene.utf8(edit.apply(new String(body, StandardCharsets.UTF_8))));
    }

    MockResponse at(Instant now) {
        MockResponse.Builder response = new MockResponse.Builder().code(status).body(new Buffer().write(body));
        headers.forEach(response::setHeader);
        response.setHeader("Date", HTTP_DATE.format(now.atOffset(ZoneOffset.UTC)));
        if (!pace.pause.isZero()) {
            response.throttleBody(pace.bytes, pace.pause.toNanos(), TimeUnit.NANOSECONDS);
        }
        switch (ending) {
            case PROPERLY -> {}
            case IN_THE_BODY -> response.onResponseBody(new SocketEffect.CloseSocket());
            case NEVER -> response.onResponseBody(SocketEffect.Stall.INSTANCE);
            case BEFORE_THE_HEADERS -> response.onResponseStart(new SocketEffect.CloseSocket());
        }
        return response.build();
    }
}
