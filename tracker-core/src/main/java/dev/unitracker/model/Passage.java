package dev.unitracker.model;

/** A few words of a text around what was looked for. Pure. */
final class Passage {

    private static final int BEFORE = 60;
    private static final int LENGTH = 200;

    private Passage() {}

    /** Returns a line of a text around the first word that a search finds; of its beginning if there is none. */
    static String of(String text, Search search) {
        int found = first(text, search);
        int from = from(text, found);
        int to = to(text, from);
        String some =
                text.substring(from, to).replaceAll("[\\s\\p{Cntrl}]++", " ").strip();
        return (from > 0 ? "…" : "") + some + (to < text.length() ? "…" : "");
    }

    /** Words of a text lie between what is neither letter, digit nor mark. */
    private static int first(String text, Search search) {
        int begin = -1;
        for (int at = 0; at <= text.length(); at++) {
            boolean inWord = at < text.length() && isPart(text.charAt(at));
            if (inWord && begin < 0) {
                begin = at;
            } else if (!inWord && begin >= 0) {
                if (search.isIn(text.substring(begin, at))) {
                    return begin;
                }
                begin = -1;
            }
        }
        return 0;
    }

    private static boolean isPart(char c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** Returns the beginning of a word some way before a place. */
    private static int from(String text, int found) {
        int at = Math.max(0, found - BEFORE);
        while (at > 0 && at < found && !Character.isWhitespace(text.charAt(at - 1))) {
            at++;
        }
        return at;
    }

    /** Returns the end of a word some way behind a place. */
    private static int to(String text, int from) {
        int at = Math.min(text.length(), from + LENGTH);
        int least = from + LENGTH / 2;
        while (at < text.length() && at > least && !Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        return at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
