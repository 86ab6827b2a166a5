package dev.unitracker.documents;

import java.text.Normalizer;

/** Brings the text of a document into one form, keeping its lines, indentation and pages. */
final class DocumentText {
    private static final String LINE_ENDS = "\n\r\013\u0085\u2028\u2029";
    // Wider than any indentation.
    private static final int MAX_BLANKS = 200;

    private final int limit;
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder blanks = new StringBuilder();
    private int lineEnds;
    private int marks;
    private boolean full;

    private DocumentText(int limit) {
        this.limit = limit;
    }

    /**
     * Returns the text in Unicode form NFC, lines ended by {@code \n}, without trailing blanks, with at most one empty
     * line in a row and none around a page, without controls and invisible characters, cut to a number of characters.
     */
    static String normalised(CharSequence raw, int characters) {
        DocumentText text = new DocumentText(characters);
        String lines = raw.toString().replace("\r\n", "\n");
        for (int i = 0; i < lines.length() && !text.full; ) {
            int codePoint = lines.codePointAt(i);
            text.add(codePoint);
            i += Character.charCount(codePoint);
        }
        return Normalizer.normalize(text.out, Normalizer.Form.NFC);
    }

    /** Returns how many characters of a text can be seen. */
    static long visible(String text) {
        return text.codePoints().filter(c -> !Characters.isBlank(c)).count();
    }

    private void add(int codePoint) {
        if (codePoint == '\f') {
            page();
        } else if (LINE_ENDS.indexOf(codePoint) >= 0) {
            lineEnds++;
            blanks.setLength(0);
        } else if (codePoint == '\t' || Characters.isBlank(codePoint)) {
            blank(codePoint == '\t' ? '\t' : ' ');
        } else if (!Characters.isInvisible(codePoint)) {
            character(Characters.encodable(codePoint));
        }
    }

    private void page() {
        out.append('\f');
        blanks.setLength(0);
        lineEnds = 0;
    }

    private void blank(char blank) {
        if (blanks.length() < MAX_BLANKS) {
            blanks.append(blank);
        }
    }

    private void character(int codePoint) {
        marks = Characters.isMark(codePoint) ? marks + 1 : 0;
        if (marks > Characters.MAX_MARKS) {
            return;
        }
        String gap = "\n".repeat(atPageStart() ? 0 : Math.min(lineEnds, 2)) + blanks;
        full = out.length() + gap.length() + Character.charCount(codePoint) > limit;
        if (!full) {
            out.append(gap).appendCodePoint(codePoint);
            blanks.setLength(0);
            lineEnds = 0;
        }
    }

    private boolean atPageStart() {
        return out.isEmpty() || out.charAt(out.length() - 1) == '\f';
    }
}
