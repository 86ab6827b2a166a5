package dev.unitracker.model;

import dev.unitracker.model.FieldKey.OfFact;
import dev.unitracker.model.FieldKey.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Tells facts that came, went or moved from those that only took another one's number. */
final class FactShifts {

    private FactShifts() {}

    static List<FieldChange> undone(List<FieldChange> fields) {
        Map<String, List<FieldChange>> facts = new LinkedHashMap<>();
        List<FieldChange> undone = new ArrayList<>();
        for (FieldChange field : fields) {
            Optional<OfFact> fact = field.key().fact().filter(key -> key.part() == Part.VALUE);
            if (fact.isPresent()) {
                facts.computeIfAbsent(fact.get().unnumbered(), name -> new ArrayList<>())
                        .add(field);
            } else {
                undone.add(field);
            }
        }
        facts.forEach((name, shifted) -> undone.addAll(moves(name, shifted)));
        return List.copyOf(undone);
    }

    /** The latest ones are paired first: what is over is what is dropped from a text. */
    private static List<FieldChange> moves(String name, List<FieldChange> shifted) {
        List<String> gone = latestFirst(shifted, FieldChange::before);
        List<String> come = latestFirst(shifted, FieldChange::after);
        List<String> stayed = new ArrayList<>(gone);
        stayed.removeIf(value -> !come.remove(value));
        stayed.forEach(gone::remove);
        List<FieldChange> moves = new ArrayList<>();
        for (int i = Math.max(gone.size(), come.size()) - 1; i >= 0; i--) {
            moves.add(
                    new FieldChange(name, i < gone.size() ? gone.get(i) : null, i < come.size() ? come.get(i) : null));
        }
        return moves;
    }

    private static List<String> latestFirst(List<FieldChange> fields, Function<FieldChange, String> value) {
        List<String> values = new ArrayList<>();
        fields.stream().map(value).filter(Objects::nonNull).forEach(values::add);
        values.sort(Comparator.reverseOrder());
        return values;
    }
}
