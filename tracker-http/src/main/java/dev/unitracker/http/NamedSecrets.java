package dev.unitracker.http;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Finds secrets by the names that stand before them. It reads a text once, from its beginning to its end; how long it takes
 * grows with the length of the text, whatever the text is. Pure.
 */
final class NamedSecrets {

    private final SecretNames names;

    NamedSecrets(SecretNames names) {
        this.names = names;
    }

    /** Returns the text with the secrets replaced; the same text if there are none. */
    String hide(String text) {
        StringBuilder hidden = null;
        int done = 0;
        for (int at = 0; at < text.length(); at++) {
            int end = opensSecret(text, done, at) ? endOfSecret(text, at + 1) : at + 1;
            if (end > at + 1) {
                hidden = copied(hidden, text, done, at + 1).append(Secrets.HIDDEN);
                done = end;
                at = end - 1;
            }
        }
        return hidden == null ? text : copied(hidden, text, done, text.length()).toString();
    }

    private static StringBuilder copied(@Nullable StringBuilder to, String text, int from, int end) {
        return (to == null ? new StringBuilder(text.length()) : to).append(text, from, end);
    }

    /** Tells whether what follows a character is a secret. What was done already is not looked at again. */
    private boolean opensSecret(String text, int from, int at) {
        return switch (text.charAt(at)) {
            case '=' -> endsWithWord(text, from, at);
            case '/' -> endOfName(names.inPaths(), text, from, backOver(text, from, at, "\\")) >= 0;
            case '"' -> endsWithField(text, from, at);
            default -> false;
        };
    }

    private boolean endsWithWord(String text, int from, int end) {
        int start = endOfName(names.inForms(), text, from, end);
        return start == 0 || (start > 0 && !isPartOfWord(text.charAt(start - 1)));
    }

    /** Tells whether {@code "name":} comes before; the quotes may have backslashes before them. */
    private boolean endsWithField(String text, int from, int opening) {
        int colon = backOver(text, from, backOver(text, from, opening, "\\"), " \t\n\u000B\f\r") - 1;
        if (colon < from || text.charAt(colon) != ':') {
            return false;
        }
        int closing = backOver(text, from, colon, " \t\n\u000B\f\r") - 1;
        if (closing < from || text.charAt(closing) != '"') {
            return false;
        }
        int start = endOfName(names.inJson(), text, from, backOver(text, from, closing, "\\"));
        return start > from && text.charAt(start - 1) == '"';
    }

    /** Returns where the name begins that ends at a place; -1 if none does. Of several, the longest. */
    private static int endOfName(Collection<String> names, String text, int from, int end) {
        int longest = -1;
        for (String name : names) {
            int start = end - name.length();
            if (start >= from && text.startsWith(name, start) && (longest < 0 || start < longest)) {
                longest = start;
            }
        }
        return longest;
    }

    private static int backOver(String text, int from, int end, String characters) {
        int start = end;
        while (start > from && characters.indexOf(text.charAt(start - 1)) >= 0) {
            start--;
        }
        return start;
    }

    private static int endOfSecret(String text, int start) {
        int end = start;
        while (end < text.length() && !endsSecret(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean endsSecret(char c) {
        return "\"\\&/<>' \t\n\u000B\f\r".indexOf(c) >= 0;
    }

    private static boolean isPartOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
