package dev.unitracker.documents;

import java.text.Normalizer;

/** What every reader of text does with its characters. */
final class Characters {

    private static final char DOTLESS_I = '\u0131';
    private static final char DOTLESS_J = '\u0237';
    private static final char DOT_ABOVE = '\u0307';

    private Characters() {}

    /** Returns whether a code point is some kind of white space, line ends included. */
    static boolean isBlank(int codePoint) {
        return codePoint == 0x85 || Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    /** Returns a code point that every encoding can carry: half of a surrogate pair becomes U+FFFD. */
    static int encodable(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE ? 0xFFFD : codePoint;
    }

    /**
     * Returns a text in which what looks the same is the same: in Unicode form NFC, and with an accented i or j where an
     * accent stands on a letter without its dot, as typesetting programs write it, which NFC leaves apart.
     */
    static String composed(CharSequence text) {
        return Normalizer.normalize(dotted(text), Normalizer.Form.NFC);
    }

    private static CharSequence dotted(CharSequence text) {
        StringBuilder dotted = null;
        for (int i = text.length() - 2; i >= 0; i--) {
            char c = text.charAt(i);
            if ((c == DOTLESS_I || c == DOTLESS_J) && isAbove(text.charAt(i + 1))) {
                dotted = dotted == null ? new StringBuilder(text) : dotted;
                dotted.setCharAt(i, c == DOTLESS_I ? 'i' : 'j');
                if (text.charAt(i + 1) == DOT_ABOVE) {
                    dotted.deleteCharAt(i + 1);
                }
            }
        }
        return dotted == null ? text : dotted;
    }

    /** The accents that stand above a letter, where its dot would be. */
    private static boolean isAbove(char mark) {
        return mark >= '\u0300' && mark <= '\u0314';
    }
}
