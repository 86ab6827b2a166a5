package dev.unitracker.example.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The body of a request. Most of what may be asked stands in the address; then a body says nothing: it is missing, or an empty object.
 *
 * @param type its form without what follows the semicolon, in lower case; empty if it is not said
 * @param text what it says; empty if there is none, and where none is read
 */
public record Body(String type, String text) {

    private static final Logger log = LoggerFactory.getLogger("unitracker.api");

    private static final Body NONE = new Body("", "");
    private static final String JSON = "application/json";
    private static final int LONGEST_EMPTY = 1024;

    /** Null is refused. */
    public Body {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(text, "text");
    }

    /**
     * Reads the body of a request.
     *
     * @param longest how many bytes are read; 0 if it is to say nothing
     * @throws Refusal if it is too long, or if it says something where it is to say nothing
     */
    static Body of(Context context, int longest) {
        int limit = longest == 0 ? LONGEST_EMPTY : longest;
        String text = new String(read(context, limit), StandardCharsets.UTF_8);
        String type = type(context);
        if (longest > 0) {
            return new Body(type, text);
        }
        checkEmpty(type, text);
        return NONE;
    }

    private static void checkEmpty(String type, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (!type.equals(JSON)) {
            throw Refusal.otherMediaType("a body must be application/json; none is needed here");
        }
        if (!text.matches("\\s*+(?:\\{\\s*+\\}|null)?\\s*+")) {
            throw Refusal.wrong("no body is read here; what is asked stands in the address");
        }
    }

    private static String type(Context context) {
        String type = context.req().getContentType();
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static byte[] read(Context context, int longest) {
        if (context.req().getContentLengthLong() > longest) {
            throw tooLong(longest);
        }
        try (InputStream body = context.bodyInputStream()) {
            byte[] read = body.readNBytes(longest + 1);
            if (read.length > longest) {
                throw tooLong(longest);
            }
            return read;
        } catch (IOException e) {
            log.debug("a body broke off", e);
            throw Refusal.wrong("the body cannot be read: it broke off, or its parts are wrong");
        }
    }

    private static Refusal tooLong(int longest) {
        return Refusal.tooLarge("the body is longer than " + longest + " bytes");
    }

    /** Leaves out what it says, which may be a secret. */
    @Override
    public String toString() {
        return type;
    }
}
