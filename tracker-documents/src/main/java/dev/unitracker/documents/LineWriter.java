package dev.unitracker.documents;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Collects words into lines. Gaps are written only between two words, so no line is empty or ends in a blank.
 *
 * <p>A table row is one line as long as its cells are: the line breaks around a cell's content are dropped, those
 * inside stay.
 */
class LineWriter {
    /** What stands before a word. */
    enum Gap {
        NONE,
        SPACE,
        LINE
    }

    private static final class Row {
        private final int start;
        private int cells;

        private Row(int start) {
            this.start = start;
        }
    }

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder opened = new StringBuilder();
    private final Ink ink = new Ink();
    private final Deque<Row> rows = new ArrayDeque<>();
    private Gap gap = Gap.NONE;
    private boolean bullet;
    private int separators;
    private int lineNumber = 1;

    /** Writes visible characters as they are, and runs of white space as one gap. */
    void text(String text) {
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            if (Characters.isBlank(codePoint)) {
                space();
            } else if (keeps(codePoint, i < text.length() ? text.codePointAt(i) : 0)) {
                character(Characters.encodable(codePoint));
            }
        }
    }

    /** Writes text that belongs to what came before it, even if a line has ended there. */
    void suffix(String text) {
        Gap before = gap;
        gap = Gap.SPACE;
        text(text);
        gap = before == Gap.LINE ? Gap.LINE : gap;
    }

    /** Writes a tab, which unlike the white space in {@link #text} is kept. */
    void tab() {
        ink.gap();
        character('\t');
    }

    void space() {
        if (gap == Gap.NONE) {
            gap = Gap.SPACE;
        }
    }

    void line() {
        if (separators == 0) {
            gap = Gap.LINE;
        }
    }

    void startItem() {
        line();
        bullet = true;
    }

    void endItem() {
        bullet = false;
        line();
    }

    void startRow() {
        line();
        rows.push(new Row(out.length()));
    }

    void startCell() {
        Row row = rows.peek();
        if (row == null) {
            line();
        } else if (row.cells++ > 0) {
            separators++;
            gap = out.length() > row.start ? Gap.NONE : gap;
        }
    }

    void endRow() {
        rows.poll();
        separators = 0;
        line();
    }

    /** Puts a sign before the next word; gone without a trace if {@link #close} comes first. */
    void open(String sign) {
        opened.append(sign);
    }

    /** Puts a sign behind the last word. */
    void close(String sign) {
        if (opened.isEmpty()) {
            out.append(sign);
        } else {
            opened.setLength(opened.length() - sign.length());
        }
    }

    int length() {
        return out.length();
    }

    /** Returns what was written after a length was taken, cut to the given number of characters. */
    String since(int length, int limit) {
        return out.substring(length, Math.min(out.length(), length + limit));
    }

    /** Returns the lines, {@linkplain Characters#composed composed}. */
    @Override
    public String toString() {
        return Characters.composed(out);
    }

    /** Returns the number of the line that is being written, counted from 1. */
    int lineNumber() {
        return lineNumber;
    }

    /** Called after each visible character that was written; does nothing here. */
    void seen(Gap before, boolean startsItem, int codePoint) {}

    private boolean keeps(int codePoint, int next) {
        if (gap != Gap.NONE || separators > 0) {
            ink.gap();
        }
        return ink.keeps(codePoint, next);
    }

    private void character(int codePoint) {
        Gap before = gap;
        boolean startsItem = bullet;
        fillGap();
        out.appendCodePoint(codePoint);
        seen(before, startsItem, codePoint);
    }

    private void fillGap() {
        if (gap == Gap.LINE && !out.isEmpty()) {
            out.append('\n');
            lineNumber++;
        } else if (gap == Gap.SPACE && separators == 0 && !out.isEmpty()) {
            out.append(' ');
        }
        gap = Gap.NONE;
        for (; separators > 0; separators--) {
            out.append(atBlank() ? "| " : " | ");
        }
        if (bullet) {
            out.append("- ");
            bullet = false;
        }
        out.append(opened);
        opened.setLength(0);
    }

    private boolean atBlank() {
        return out.isEmpty() || Characters.isBlank(out.charAt(out.length() - 1));
    }
}
