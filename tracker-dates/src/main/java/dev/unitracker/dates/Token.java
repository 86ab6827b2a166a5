package dev.unitracker.dates;

/**
 * A word, a number or a mark of the text.
 *
 * @param text a word in lower case without accents, a number's digits, or the mark
 */
record Token(Kind kind, int start, int end, String text) {

    enum Kind {
        WORD,
        NUMBER,
        MARK,
        /** An address or a path, whose inside is nobody's date. */
        OPAQUE
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }
}
