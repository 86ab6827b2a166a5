package dev.unitracker.example.server.guard;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cookie by which a page stays logged in: no script reads it, and no page of another site has it sent. Immutable.
 *
 * @param encrypted whether it is only sent over https
 */
record Cookie(boolean encrypted) {

    /** A browser takes one that is called so for this very host only, and only over https. */
    private static final String THIS_HOST = "__Host-";

    private static final String NAME = "uni_tracker_session";

    private String name() {
        return (encrypted ? THIS_HOST : "") + NAME;
    }

    /** Returns its value out of what a browser sends; empty if it is not there. */
    Optional<String> in(@Nullable String header) {
        String begin = name() + "=";
        return Arrays.stream(header == null ? new String[0] : header.split(";", -1))
                .map(String::strip)
                .filter(pair -> pair.startsWith(begin))
                .map(pair -> pair.substring(begin.length()))
                .findFirst();
    }

    /** Returns the header that gives a value to a browser. */
    String given(String value, Duration length) {
        return name() + "=" + value + "; Max-Age=" + length.toSeconds() + "; Path=/; HttpOnly; SameSite=Strict"
                + (encrypted ? "; Secure" : "");
    }

    /** Returns the header that takes it back. */
    String taken() {
        return given("", Duration.ZERO);
    }
}
