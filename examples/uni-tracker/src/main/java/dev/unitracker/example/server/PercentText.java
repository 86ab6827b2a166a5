package dev.unitracker.example.server;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text as an address writes it: what is not plain is a percent sign and the two hex digits of a byte of UTF-8. Pure. */
final class PercentText {

    private static final int HEX = 16;
    private static final int FIRST_VISIBLE = 0x21;
    private static final int LAST_VISIBLE = 0x7E;

    private PercentText() {}

    /**
     * Returns what a text of a query stands for; a plus sign in it stands for a space.
     *
     * @throws Refusal if it holds anything but visible ASCII, if a percent sign is not followed by two hex digits, or if the
     *     bytes are not UTF-8
     */
    static String ofQuery(String written) {
        return decoded(written.replace('+', ' '), "the query");
    }

    /**
     * Returns what a part of a path stands for.
     *
     * @throws Refusal if it cannot be read, as in a query
     */
    static String ofPath(String written) {
        return decoded(written, "the path");
    }

    private static String decoded(String written, String where) {
        ByteBuffer bytes = ByteBuffer.allocate(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '%') {
                bytes.put(octet(written, i, where));
                i += 2;
            } else if (c == ' ' || (c >= FIRST_VISIBLE && c <= LAST_VISIBLE)) {
                bytes.put((byte) c);
            } else {
                throw Refusal.wrong(where + " must be ASCII; write anything else as UTF-8, percent-encoded");
            }
        }
        return text(bytes.flip(), where);
    }

    private static byte octet(String written, int percent, String where) {
        int high = percent + 2 < written.length() ? Character.digit(written.charAt(percent + 1), HEX) : -1;
        int low = percent + 2 < written.length() ? Character.digit(written.charAt(percent + 2), HEX) : -1;
        if (high < 0
                || low < 0
                || written.charAt(percent + 1) > LAST_VISIBLE
                || written.charAt(percent + 2) > LAST_VISIBLE) {
            throw Refusal.wrong("in " + where + ", a percent sign must be followed by two hex digits");
        }
        return (byte) (high * HEX + low);
    }

    private static String text(ByteBuffer bytes, String where) {
        try {
            // A decoder of its own reports what is no UTF-8; String would replace it.
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw Refusal.wrong(where + " is not UTF-8, percent-encoded");
        }
    }
}
