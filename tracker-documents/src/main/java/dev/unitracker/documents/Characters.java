package dev.unitracker.documents;

/** Says which characters can be seen. */
final class Characters {
    // Written text needs a few marks on a letter at most; sorting an endless run of them takes quadratic time.
    static final int MAX_MARKS = 30;

    private Characters() {}

    /** Returns whether a code point is some kind of white space, line ends included. */
    static boolean isBlank(int codePoint) {
        return codePoint == 0x85 || Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    /** Returns whether a code point leaves no trace on a page: controls, joiners, direction marks. */
    static boolean isInvisible(int codePoint) {
        return Character.isISOControl(codePoint)
                || codePoint == 0xAD
                || codePoint == 0x61C
                || codePoint == 0x180E
                || (codePoint >= 0x200B && codePoint <= 0x200F)
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2060 && codePoint <= 0x206F)
                || codePoint == 0xFEFF;
    }

    /** Returns whether a code point sits on the one before it. */
    static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /** Returns a code point that every encoding can carry: half of a surrogate pair becomes U+FFFD. */
    static int encodable(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE ? 0xFFFD : codePoint;
    }
}
