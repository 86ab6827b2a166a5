package dev.unitracker.architecture;

import java.util.BitSet;
import java.util.List;

/** Counts the lines of a file that are Javadoc, and all that are not blank. */
final class FileLines {

    private final List<String> lines;
    private final BitSet javadoc = new BitSet();
    private final BitSet leftOut = new BitSet();

    /**
     * A number of lines, blank ones not counted.
     *
     * @param javadoc how many are Javadoc
     * @param all how many there are, Javadoc included
     */
    record Count(int javadoc, int all) {
        static final Count NONE = new Count(0, 0);
    }

    FileLines(String text) {
        this.lines = text.lines().map(String::strip).toList();
        boolean inside = false;
        for (int line = 0; line < lines.size(); line++) {
            inside |= lines.get(line).startsWith("/**");
            javadoc.set(line, inside);
            inside &= !lines.get(line).endsWith("*/");
        }
    }

    /**
     * Does not count some lines, nor the comment above them.
     *
     * @param first the first, counted from 1
     * @param last the last one
     */
    void leaveOut(int first, int last) {
        leftOut.set(first - 1, last);
        for (int above = first - 2; above >= 0 && javadoc.get(above); above--) {
            leftOut.set(above);
        }
    }

    /** Returns how many lines are left. */
    Count count() {
        int javadocLines = 0;
        int all = 0;
        for (int line = 0; line < lines.size(); line++) {
            if (!leftOut.get(line) && !lines.get(line).isEmpty()) {
                all++;
                javadocLines += javadoc.get(line) ? 1 : 0;
            }
        }
        return new Count(javadocLines, all);
    }
}
