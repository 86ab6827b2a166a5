package dev.unitracker.example;

import dev.unitracker.model.Change;
import dev.unitracker.moodle.simulator.Edit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what was told with what was really edited: what was missed, and what nobody did. */
final class TermScore {

    private int edits;
    private final List<String> missed = new ArrayList<>();
    private final List<String> falseAlarms = new ArrayList<>();

    /** Adds a step: what was edited and what was told of it. A first look tells nothing and counts for nothing. */
    void add(List<Edit> done, List<Change> told) {
        Map<String, Set<String>> accepted = new HashMap<>();
        Map<String, Set<String>> explained = new HashMap<>();
        boolean newForum = false;
        for (Edit edit : done) {
            accepted.computeIfAbsent(edit.key(), key -> new HashSet<>()).addAll(edit.accept());
            Set<String> kinds = explained.computeIfAbsent(edit.key(), key -> new HashSet<>());
            kinds.addAll(edit.also());
            kinds.addAll(edit.accept());
            newForum |= edit.also().contains("new_forum");
        }
        List<Change> news = told.stream()
                .filter(change -> change.meaningful() && !change.baseline())
                .toList();
        countFound(done, accepted, news);
        for (Change change : news) {
            if (!isExplained(change, explained) && !(newForum && isNewForum(change))) {
                falseAlarms.add(change.kind().key() + " " + change.item().key());
            }
        }
    }

    /** Returns how many edits a student would care for. */
    int edits() {
        return edits;
    }

    int found() {
        return edits - missed.size();
    }

    List<String> missed() {
        return List.copyOf(missed);
    }

    List<String> falseAlarms() {
        return List.copyOf(falseAlarms);
    }

    private void countFound(List<Edit> done, Map<String, Set<String>> accepted, List<Change> news) {
        for (Edit edit : done) {
            if (edit.accept().isEmpty()) {
                continue;
            }
            edits++;
            boolean found = news.stream()
                    .filter(change -> change.item().key().equals(edit.key()))
                    .anyMatch(change -> accepted.getOrDefault(edit.key(), Set.of())
                            .contains(change.kind().key()));
            if (!found) {
                missed.add(edit.op() + " " + edit.key());
            }
        }
    }

    private static boolean isExplained(Change change, Map<String, Set<String>> explained) {
        String key = change.item().key();
        String kind = change.kind().key();
        boolean total = key.startsWith("course:") && kind.startsWith("grade_");
        return total
                || explained.getOrDefault(key, Set.of()).contains(kind)
                || explained.getOrDefault(container(key), Set.of()).contains(kind);
    }

    /** A file hangs on the activity that it is a part of. */
    private static String container(String key) {
        return key.startsWith("file:") ? "module:" + key.split(":", 3)[1] : "";
    }

    /** A course's first announcement makes Moodle create its news forum. */
    private static boolean isNewForum(Change change) {
        return change.about().type().name().equals("forum")
                && change.kind().key().equals("new");
    }
}
