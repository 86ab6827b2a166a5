package dev.unitracker.documents;

import dev.unitracker.document.Mark;
import dev.unitracker.document.Run;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The text of a block that is being written, cut where its marks change. */
final class OpenRuns {
    private final Map<Mark, Integer> open = new EnumMap<>(Mark.class);
    private final StringBuilder text = new StringBuilder();
    private final List<Run> runs = new ArrayList<>();
    private Mark mark = Mark.PLAIN;
    private boolean isCut;

    boolean isEmpty() {
        return runs.isEmpty() && text.isEmpty();
    }

    void start(Mark started) {
        open.merge(started, 1, Integer::sum);
        isCut = true;
    }

    void end(Mark ended) {
        open.merge(ended, -1, Integer::sum);
        isCut = true;
    }

    /** Adds what stands between two words; between two parts that are marked, it carries no mark. */
    void gap(String gap) {
        if (!gap.isEmpty()) {
            append(isCut ? Mark.PLAIN : mark, gap);
        }
    }

    void add(int codePoint) {
        append(current(), Character.toString(codePoint));
        isCut = false;
    }

    /** Returns the runs, in Unicode form NFC, and begins anew. Marks that are open stay so. */
    List<Run> take() {
        cut();
        List<Run> taken = List.copyOf(runs);
        runs.clear();
        mark = Mark.PLAIN;
        return taken;
    }

    private Mark current() {
        if (open.getOrDefault(Mark.STRUCK, 0) > 0) {
            return Mark.STRUCK;
        }
        return open.getOrDefault(Mark.INSERTED, 0) > 0 ? Mark.INSERTED : Mark.PLAIN;
    }

    private void append(Mark next, String piece) {
        if (next != mark) {
            cut();
            mark = next;
        }
        text.append(piece);
    }

    private void cut() {
        if (!text.isEmpty()) {
            runs.add(new Run(mark, Characters.composed(text)));
            text.setLength(0);
        }
    }
}
