package dev.unitracker.example.server.guard;

import io.javalin.http.Context;
import java.util.List;

/** Which requests change something. */
final class Writes {

    private static final List<String> READING = List.of("GET", "HEAD", "OPTIONS");

    private Writes() {}

    /** Tells whether a request only reads. */
    static boolean isNone(Context request) {
        return READING.contains(request.req().getMethod());
    }
}
