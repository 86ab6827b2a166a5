package dev.unitracker.moodle;

import dev.unitracker.model.Change;
import dev.unitracker.model.Field;
import dev.unitracker.model.FieldChange;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.report.SyncReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares a ledger, entry by entry, with what happened. An entry is true if the field had that value since the last one that was
 * told of it: what was not seen may be told late, or be skipped if it changed once more, but never in another order.
 */
final class Verdict {

    /** Where a value comes from depends on what else was seen. */
    static final Set<String> SOURCES = Set.of(Field.DUE_SOURCE.key());

    private final Truth truth;
    private final Told told;
    private final Map<String, Integer> reached = new HashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private int entries;

    Verdict(Truth truth, String site) {
        this.truth = truth;
        this.told = new Told(site);
    }

    /** Returns a line for each false entry of a look at a step. */
    List<String> falseEntries(SyncReport report, int step) {
        List<String> wrong = new ArrayList<>();
        for (Change change : report.changes()) {
            told.add(change);
            entries++;
            change.fields().stream()
                    .filter(field -> !field.key().isEvidence() && !SOURCES.contains(field.field()))
                    .filter(field -> !isTrue(change, field, step))
                    .forEach(field -> wrong.add(line(change, field)));
        }
        return wrong;
    }

    private static String line(Change change, FieldChange field) {
        return change.kind().key() + " " + change.item().key() + " " + field.field() + ": " + shown(field.before())
                + " → " + shown(field.after()) + " (" + change.about().title() + ")";
    }

    /** From now on it may be told that an item is out of sight. */
    void hides(String key) {
        hidden.add(key);
    }

    private boolean isTrue(Change change, FieldChange field, int step) {
        String key = change.item().key() + " " + field.field();
        String value = field.after() == null ? "nothing" : told.value(field.after());
        if (field.field().equals(Field.STATUS.key()) && value.equals(ItemStatus.HIDDEN.key())) {
            return hidden.contains(change.item().key()) || isHidden(change, step);
        }
        int at = truth.stepOf(change, field.field(), value, reached.getOrDefault(key, 0), step);
        if (at >= 0) {
            reached.put(key, at);
        }
        return at >= 0;
    }

    /** What was deleted is out of sight until cron runs. */
    private boolean isHidden(Change change, int step) {
        String status = truth.at(step).value(change.item().key(), Field.STATUS.key());
        return !status.equals(ItemStatus.ACTIVE.key());
    }

    /**
     * Returns a line for each field of which the ledger does not tell what it is at a step.
     *
     * @param blemish what may cost an item
     */
    List<String> lost(int step, Optional<Blemish> blemish) {
        Map<String, String> lost = told.differences(truth.at(step));
        lost.keySet().removeIf(field -> blemish.filter(one -> one.costs(field)).isPresent());
        if (!lost.isEmpty()) {
            // What is not shown any more may have been shown only while answers were damaged.
            lost.keySet()
                    .removeAll(
                            truth.at(step).differences(truth.toAStranger(step)).keySet());
        }
        return lost.entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue())
                .toList();
    }

    int entries() {
        return entries;
    }

    private static String shown(@Nullable String value) {
        return value == null ? "nothing" : Told.shortened(value);
    }
}
