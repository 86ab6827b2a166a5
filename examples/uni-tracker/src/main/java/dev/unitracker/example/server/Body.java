package dev.unitracker.example.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The body of a request. All that may be asked stands in the address, so a body says nothing: it is missing, or an empty object. */
final class Body {

    private static final Logger log = LoggerFactory.getLogger("unitracker.api");

    private static final int LONGEST = 1024;

    private Body() {}

    /**
     * Looks at the body of a request.
     *
     * @throws Refusal if it is too long, if it is no JSON, or if it says something
     */
    static void check(Context context) {
        if (context.req().getContentLengthLong() > LONGEST) {
            throw tooLong();
        }
        byte[] body = read(context);
        if (body.length == 0) {
            return;
        }
        String type = context.req().getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).matches("application/json(?:\\s*;.*)?")) {
            throw Refusal.otherMediaType("a body must be application/json; none is needed here");
        }
        if (!new String(body, StandardCharsets.UTF_8).matches("\\s*+(?:\\{\\s*+\\}|null)?\\s*+")) {
            throw Refusal.wrong("no body is read here; what is asked stands in the address");
        }
    }

    private static byte[] read(Context context) {
        try (InputStream body = context.bodyInputStream()) {
            byte[] read = body.readNBytes(LONGEST + 1);
            if (read.length > LONGEST) {
                throw tooLong();
            }
            return read;
        } catch (IOException e) {
            log.debug("a body broke off", e);
            throw Refusal.wrong("the body cannot be read: it broke off, or its parts are wrong");
        }
    }

    private static Refusal tooLong() {
        return Refusal.tooLarge("the body is longer than " + LONGEST + " bytes; none is needed here");
    }
}
