package dev.unitracker.moodle.internal.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Reads percent-encoding. */
final class Percent {
    private Percent() {}

    /** Decodes UTF-8 percent-encoding; what is not valid stays as it is. */
    static String decode(String text) {
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
