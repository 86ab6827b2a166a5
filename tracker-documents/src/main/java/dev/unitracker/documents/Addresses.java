package dev.unitracker.documents;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads the addresses of links, for whoever writes an {@link HtmlDialect}. Addresses are taken as text: whole ones and those
 * that begin at a page's own place are both read, and none is refused.
 */
public final class Addresses {
    private Addresses() {}

    /** Returns an address without its query and its fragment; nothing is decoded. */
    public static String path(String address) {
        return before(before(address, '#'), '?');
    }

    /**
     * Returns the decoded last part of an address's path, also of one that ends with a slash. Empty if there is none; of an
     * address without a path, such as {@code https://example.edu}, the host.
     */
    public static String fileName(String address) {
        String path = path(address);
        String folder = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return decoded(folder.substring(folder.lastIndexOf('/') + 1));
    }

    /** Returns the text before the first such character, or all of it where there is none. */
    static String before(String text, char end) {
        int index = text.indexOf(end);
        return index < 0 ? text : text.substring(0, index);
    }

    /** Decodes UTF-8 percent-encoding. A plus stays a plus; what is not valid stays as it is. */
    public static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int value = bytes[i] == '%' && i + 2 < bytes.length ? hexadecimal(bytes[i + 1], bytes[i + 2]) : -1;
            decoded.write(value < 0 ? bytes[i] : value);
            i += value < 0 ? 0 : 2;
        }
        String result = decoded.toString(StandardCharsets.UTF_8);
        return result.indexOf('\uFFFD') < 0 ? result : text;
    }

    private static int hexadecimal(byte high, byte low) {
        int first = Character.digit((char) (high & 0xFF), 16);
        int second = Character.digit((char) (low & 0xFF), 16);
        return first < 0 || second < 0 ? -1 : first * 16 + second;
    }
}
