package dev.unitracker.documents;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Decides, character after character, which of a text are kept: what can be seen, and what cannot be seen but says how
 * its neighbours are written. Not for use by several threads.
 *
 * <p>Noise, which editors and converters leave behind, is dropped, for it would make two texts differ that look the
 * same: controls, the soft hyphen, the byte order mark, where a line may or must not be broken (U+200B, U+2060), the
 * direction of text (a reader's screen finds it by itself) and the unseen operators of formulas.
 *
 * <p>A joiner is kept where it is part of how a word is spelt or a picture drawn: U+200C and U+200D beside a letter of
 * a script whose letters join (in Persian it parts a word from its ending, in Indic scripts it chooses the form of a
 * consonant), U+180E in Mongolian, U+200D between the parts of an emoji. Between Latin letters it only forbids or asks
 * for a ligature, and is noise. A variation selector is kept behind any character, the tags that name a region only
 * behind a flag: elsewhere they are a way to hide words from a reader.
 */
final class Ink {

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int VOWEL_SEPARATOR = 0x180E;
    private static final int BLACK_FLAG = 0x1F3F4;

    /** Scripts that are written letter by letter: how a letter looks does not depend on the one beside it. */
    private static final Set<UnicodeScript> APART = EnumSet.of(
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.ARMENIAN,
            UnicodeScript.GEORGIAN,
            UnicodeScript.HEBREW,
            UnicodeScript.ETHIOPIC,
            UnicodeScript.CHEROKEE,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.HAN,
            UnicodeScript.HANGUL,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.COMMON,
            UnicodeScript.INHERITED,
            UnicodeScript.UNKNOWN);

    // Written text needs a few marks on a letter at most; sorting an endless run of them takes quadratic time.
    private static final int MAX_MARKS = 30;

    private enum Last {
        /** Nothing, or a blank. */
        GAP,
        APART,
        CURSIVE,
        PICTURE,
        FLAG,
        JOINER,
        SELECTOR
    }

    private Last last = Last.GAP;
    private int marks;

    /** Notes that a blank or the end of a line comes next. */
    void gap() {
        last = Last.GAP;
    }

    /**
     * Tells whether a character is kept. It is no blank.
     *
     * @param next what comes behind it; 0 if that is not known
     */
    boolean keeps(int codePoint, int next) {
        if (isJoiner(codePoint)) {
            return joins(codePoint, next);
        }
        if (isTag(codePoint)) {
            return last == Last.FLAG;
        }
        if (isSelector(codePoint)) {
            return selects();
        }
        if (isNoise(codePoint)) {
            return false;
        }
        return isMark(codePoint) ? isFewMarks(codePoint) : character(codePoint);
    }

    private boolean joins(int codePoint, int next) {
        boolean kept = switch (last) {
            // A letter that stands alone may be shown in the form that it has within a word.
            case GAP -> codePoint == JOINER && isCursive(next);
            case CURSIVE -> codePoint == JOINER || next == 0 || isCursive(next) || isMark(next) || isJoiner(next);
            case PICTURE, FLAG -> codePoint == JOINER;
            case APART, JOINER, SELECTOR -> false;
        };
        last = kept ? Last.JOINER : last;
        return kept;
    }

    /** Chooses between the forms of one character, say of a sign and an emoji; once. */
    private boolean selects() {
        boolean kept = last != Last.GAP && last != Last.SELECTOR && last != Last.JOINER;
        last = last == Last.APART ? Last.SELECTOR : last;
        return kept;
    }

    private boolean isFewMarks(int codePoint) {
        marks++;
        last = isCursive(codePoint) ? Last.CURSIVE : last == Last.GAP ? Last.APART : last;
        return marks <= MAX_MARKS;
    }

    private boolean character(int codePoint) {
        marks = 0;
        last = codePoint == BLACK_FLAG
                ? Last.FLAG
                : isPicture(codePoint) ? Last.PICTURE : isCursive(codePoint) ? Last.CURSIVE : Last.APART;
        return true;
    }

    private static boolean isCursive(int codePoint) {
        return codePoint != 0
                && (Character.isLetter(codePoint) || isMark(codePoint))
                && !APART.contains(UnicodeScript.of(codePoint));
    }

    /** Emoji are symbols; those that are younger than this Java lie in the blocks that were set aside for them. */
    private static boolean isPicture(int codePoint) {
        return Character.getType(codePoint) == Character.OTHER_SYMBOL || (codePoint >= 0x1F000 && codePoint <= 0x1FAFF);
    }

    private static boolean isJoiner(int codePoint) {
        return codePoint == JOINER || codePoint == NON_JOINER || codePoint == VOWEL_SEPARATOR;
    }

    private static boolean isTag(int codePoint) {
        return codePoint >= 0xE0020 && codePoint <= 0xE007F;
    }

    private static boolean isSelector(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }

    private static boolean isNoise(int codePoint) {
        return Character.isISOControl(codePoint)
                || codePoint == 0xAD
                || codePoint == 0x61C
                || (codePoint >= 0x200B && codePoint <= 0x200F)
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2060 && codePoint <= 0x206F)
                || codePoint == 0xFEFF
                || codePoint == 0xE0001;
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
