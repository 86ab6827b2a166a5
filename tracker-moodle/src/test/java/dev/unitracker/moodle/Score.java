package dev.unitracker.moodle;

import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.ItemType;
import dev.unitracker.moodle.simulator.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How well a ledger tells what was done to a site: edits that are not in it, entries that no edit explains. */
final class Score {

    private static final Set<ChangeKind> TOTALS = Set.of(ChangeKind.GRADE_RELEASED, ChangeKind.GRADE_CHANGED);

    private final List<String> missed = new ArrayList<>();
    private final List<String> unexplained = new ArrayList<>();
    private int edits;

    /** Compares what was done between two moments with the ledger entries of the second. */
    void add(int step, List<Edit> done, List<Change> told) {
        List<Change> news = told.stream()
                .filter(change -> change.meaningful() && !change.baseline())
                .toList();
        for (Edit edit : done) {
            if (!edit.accept().isEmpty()) {
                edits++;
                if (news.stream().noneMatch(change -> tells(change, edit, done))) {
                    missed.add(step + " " + edit);
                }
            }
        }
        news.stream()
                .filter(change -> done.stream().noneMatch(edit -> tells(change, edit, done)))
                .filter(change -> done.stream().noneMatch(edit -> follows(change, edit)))
                .filter(change -> !isTotal(change))
                .forEach(change -> unexplained.add(step + " " + change.kind() + " " + change.item() + " "
                        + change.about().title()));
    }

    /** Of an item that is edited twice in a step only the net effect shows. */
    private static boolean tells(Change change, Edit edit, List<Edit> done) {
        Set<String> kinds = done.stream()
                .filter(other -> other.key().equals(edit.key()))
                .flatMap(other -> other.accept().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return change.item().key().equals(edit.key())
                && kinds.contains(change.kind().key());
    }

    /** Some edits move what hangs on their item: the files in a folder, the forum around a first announcement. */
    private static boolean follows(Change change, Edit edit) {
        String key = change.item().key();
        boolean part = key.equals(edit.key()) || key.startsWith(edit.key().replaceFirst("^module:", "file:") + ":");
        boolean newForum = edit.also().contains("new_forum")
                && change.about().type().equals(ItemType.FORUM)
                && change.kind() == ChangeKind.NEW;
        return (part && edit.also().contains(change.kind().key())) || newForum;
    }

    private static boolean isTotal(Change change) {
        return change.about().type().equals(ItemType.COURSE) && TOTALS.contains(change.kind());
    }

    List<String> missed() {
        return missed;
    }

    List<String> unexplained() {
        return unexplained;
    }

    /** Returns the score in a line: recall, and how many entries are false. */
    @Override
    public String toString() {
        return "recall " + (edits - missed.size()) + "/" + edits + ", false " + unexplained.size();
    }
}
