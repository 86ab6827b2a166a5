package dev.unitracker.documents;

/** Brings the text of a document into one form, keeping its lines, indentation and pages. */
final class DocumentText {
    private static final String LINE_ENDS = "\n\r\013\u0085\u2028\u2029";
    // Wider than any indentation.
    private static final int MAX_BLANKS = 200;

    private final int limit;
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder blanks = new StringBuilder();
    private final Ink ink = new Ink();
    private int lineEnds;
    private boolean full;

    private DocumentText(int limit) {
        this.limit = limit;
    }

    /**
     * Returns the text {@linkplain Characters#composed composed}, lines ended by {@code \n}, without trailing blanks, with at most one empty
     * line in a row and none around a page, without controls and invisible characters (but those that a word or an emoji is spelt with), cut to a number of characters.
     */
    static String normalised(CharSequence raw, int characters) {
        return of(raw, characters).text();
    }

    /** Reads a text as {@link #normalised} returns it. */
    static DocumentText of(CharSequence raw, int characters) {
        DocumentText text = new DocumentText(characters);
        String lines = raw.toString().replace("\r\n", "\n");
        for (int i = 0; i < lines.length() && !text.full; ) {
            int codePoint = lines.codePointAt(i);
            i += Character.charCount(codePoint);
            text.add(codePoint, i < lines.length() ? lines.codePointAt(i) : 0);
        }
        return text;
    }

    String text() {
        return Characters.composed(out);
    }

    /** Tells whether something is left out because there is too much. */
    boolean isCut() {
        return full;
    }

    /** Returns how many characters of a text can be seen. */
    static long visible(String text) {
        return text.codePoints().filter(c -> !Characters.isBlank(c)).count();
    }

    private void add(int codePoint, int next) {
        if (codePoint == '\f') {
            page();
        } else if (LINE_ENDS.indexOf(codePoint) >= 0) {
            lineEnds++;
            blanks.setLength(0);
        } else if (codePoint == '\t' || Characters.isBlank(codePoint)) {
            blank(codePoint == '\t' ? '\t' : ' ');
        } else if (keeps(codePoint, next)) {
            character(Characters.encodable(codePoint));
        }
    }

    private boolean keeps(int codePoint, int next) {
        if (lineEnds > 0 || !blanks.isEmpty() || atPageStart()) {
            ink.gap();
        }
        return ink.keeps(codePoint, next);
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
