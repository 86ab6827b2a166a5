package dev.unitracker.store.jdbc;

/** Texts for columns. */
final class Texts {

    private Texts() {}

    /** Returns the first characters of a text. */
    static String start(String text, int characters) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters));
    }
}
