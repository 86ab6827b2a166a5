package dev.unitracker.model;

/** What text has to be like to be kept by every database, and so to be the same when it comes back. */
public final class StorableText {

    private static final char REPLACEMENT = '\uFFFD';

    private StorableText() {}

    /** Returns a text without NUL characters, which PostgreSQL refuses, and with each half of a surrogate pair replaced. */
    public static String of(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return cleaned(text);
            }
        }
        return text;
    }

    /** Tells whether a character, as a code point, is one that no database keeps. */
    public static boolean excludes(int character) {
        return character == 0 || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
    }

    private static String cleaned(String text) {
        if (text.codePoints().noneMatch(StorableText::excludes)) {
            return text;
        }
        StringBuilder cleaned = new StringBuilder(text.length());
        text.codePoints()
                .filter(character -> character != 0)
                .map(character -> excludes(character) ? REPLACEMENT : character)
                .forEach(cleaned::appendCodePoint);
        return cleaned.toString();
    }
}
