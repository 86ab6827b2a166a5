package dev.unitracker.telegram;

import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Message.Style;
import dev.unitracker.words.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines below the names of their courses, in the order in which they came, and no more than somebody reads. Not for use by several threads. */
final class Listing {

    private static final int MOST_LINES = 20;

    private final Map<String, List<Line>> groups = new LinkedHashMap<>();
    private int lines;
    private int more;

    /** Tells whether another line would be shown. */
    boolean isFull() {
        return lines >= MOST_LINES;
    }

    /** Adds a line, or counts it if there are enough. */
    void add(String group, Line line) {
        if (isFull()) {
            more++;
            return;
        }
        groups.computeIfAbsent(group, name -> new ArrayList<>()).add(line);
        lines++;
    }

    /** Returns everything below a heading; only what is said instead if there is nothing. */
    List<Line> below(String heading, String none, Texts words) {
        if (groups.isEmpty()) {
            return List.of(Line.of(Style.PLAIN, none));
        }
        List<Line> all = new ArrayList<>();
        all.add(Line.of(Style.HEADING, heading));
        groups.forEach((group, ofGroup) -> {
            all.add(Line.of(Style.PLAIN, group));
            all.addAll(ofGroup);
        });
        if (more > 0) {
            all.add(Line.of(Style.PLAIN, words.text("telegram.more", more)));
        }
        return all;
    }
}
