package dev.unitracker.store.jdbc;

/** What text has to be like to be kept by every database. */
final class Texts {

    private static final char REPLACEMENT = '\uFFFD';

    private Texts() {}

    /** Returns a text without NUL characters, which PostgreSQL refuses, and with each half of a pair replaced. */
    static String clean(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return cleaned(text);
            }
        }
        return text;
    }

    /** Returns the first characters of a text. */
    static String start(String text, int characters) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters));
    }

    private static String cleaned(String text) {
        StringBuilder cleaned = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c != 0)
                .map(c -> c <= Character.MAX_VALUE && Character.isSurrogate((char) c) ? REPLACEMENT : c)
                .forEach(cleaned::appendCodePoint);
        return cleaned.toString();
    }
}
