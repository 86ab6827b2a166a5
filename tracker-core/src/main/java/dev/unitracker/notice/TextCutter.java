package dev.unitracker.notice;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into pieces that fit, each as long as possible. Its time grows with the text, not with its square. */
final class TextCutter implements Iterator<String> {

    /** What a person takes for one character (Unicode Standard Annex 29, extended grapheme cluster). */
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    /** So many units are looked at behind a cut, to see whether it is one: a code point and its half. */
    private static final int BEHIND = 3;

    private final String text;
    private final Predicate<String> fits;
    private int from;
    private boolean begun;

    /**
     * @param fits whether a piece fits; what is shorter than one that fits does too
     */
    TextCutter(String text, Predicate<String> fits) {
        this.text = text;
        this.fits = fits;
    }

    @Override
    public boolean hasNext() {
        return !begun || from < text.length();
    }

    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        begun = true;
        int start = from;
        int most = start + longest();
        if (most == text.length()) {
            from = most;
            return text.substring(start);
        }
        int space = lastSpace(most);
        int end = space > start ? space : betweenCharacters(most);
        from = space > start ? space + 1 : end;
        return text.substring(start, end);
    }

    /** Returns how many units of what is left fit: what is tried is never more than twice as long as what fits. */
    int longest() {
        int left = text.length() - from;
        int good = 0;
        int bad = 1;
        while (bad <= left && fits(bad)) {
            good = bad;
            bad = 2 * bad;
        }
        bad = Math.min(bad, left + 1);
        while (bad - good > 1) {
            int middle = (good + bad) >>> 1;
            if (fits(middle)) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return good;
    }

    private boolean fits(int length) {
        return fits.test(text.substring(from, from + length));
    }

    /** Returns where the last space is that leaves something before it, one without an accent of its own; else 0. */
    private int lastSpace(int most) {
        Matcher character = characters(most);
        int space = 0;
        while (character.find() && character.start() <= most) {
            if (character.start() > from && character.group().equals(" ")) {
                space = character.start();
            }
        }
        return space;
    }

    private int betweenCharacters(int most) {
        Matcher character = characters(most);
        int between = from;
        while (character.find() && character.start() <= most) {
            between = character.start();
        }
        return between > from ? between : withinCharacter(most);
    }

    /** A character with a thousand accents is cut between these; of anything at least one code point is taken. */
    private int withinCharacter(int most) {
        boolean half = most > from && Character.isSurrogatePair(text.charAt(most - 1), text.charAt(most));
        int end = half ? most - 1 : most;
        return end > from ? end : text.offsetByCodePoints(from, 1);
    }

    private Matcher characters(int most) {
        return CHARACTER.matcher(text).region(from, Math.min(text.length(), most + BEHIND));
    }
}
