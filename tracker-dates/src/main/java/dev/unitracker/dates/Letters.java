package dev.unitracker.dates;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is a letter, a space or a digit here, and how words are compared. */
final class Letters {
    private static final Pattern ACCENTS = Pattern.compile("[\\p{M}\\u00AD]");
    private static final int SOFT_HYPHEN = 0xAD;

    private Letters() {}

    static String folded(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        boolean plain = lower.chars().allMatch(c -> c < 0x80);
        return plain
                ? lower
                : ACCENTS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD))
                        .replaceAll("");
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isSpace(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || (Character.getType(c) == Character.FORMAT && c != SOFT_HYPHEN);
    }

    static boolean isWordPart(int c) {
        return !isDigit(c) && (Character.isLetterOrDigit(c) || c == '_' || c == SOFT_HYPHEN || isAccent(c));
    }

    private static boolean isAccent(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
