package dev.unitracker.model;

import dev.unitracker.dates.Fact;
import dev.unitracker.model.FieldKey.OfFact;
import dev.unitracker.model.FieldKey.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes facts as fields of an item, and reads them. A fact has two fields: its value, for example
 * {@code exam_at[segundo parcial]}, and the words that prove it, {@code exam_at[segundo parcial].evidence}. So an exam
 * that moved is one field with a value before and after. Pure.
 */
public final class FactFields {

    private FactFields() {}

    /**
     * Returns the fields of some facts by key; empty if there are none. If several facts have the same type and label,
     * they are numbered by date, whatever their order in the text; the first has no number.
     */
    public static SortedMap<String, String> encode(List<Fact> facts) {
        SortedMap<String, String> fields = new TreeMap<>();
        List<Fact> earliestFirst =
                facts.stream().sorted(Comparator.comparing(Fact::value)).toList();
        for (Fact fact : earliestFirst) {
            OfFact key = freeKey(fact, fields);
            fields.put(key.text(), fact.value());
            fields.put(key.evidence().text(), evidence(fact));
        }
        return fields;
    }

    /** Returns the facts among an item's fields, in the order of their keys; empty if there are none. */
    public static List<Fact> decode(Map<String, String> fields) {
        List<Fact> facts = new ArrayList<>();
        new TreeMap<>(fields)
                .forEach((text, value) -> FieldKey.of(text)
                        .fact()
                        .filter(key -> key.part() == Part.VALUE)
                        .ifPresent(key -> {
                            String evidence = fields.get(key.evidence().text());
                            if (evidence != null) {
                                facts.add(decode(key, value, evidence));
                            }
                        }));
        return facts;
    }

    private static OfFact freeKey(Fact fact, Map<String, String> taken) {
        OfFact key = OfFact.first(fact.type(), fact.label());
        while (taken.containsKey(key.text())) {
            key = key.next();
        }
        return key;
    }

    private static String evidence(Fact fact) {
        String page = fact.page() == null ? "-" : fact.page().toString();
        return fact.confidence() + " " + fact.extractor() + " " + page + " " + fact.quote();
    }

    private static Fact decode(OfFact key, String value, String evidence) {
        String[] parts = evidence.split(" ", 4);
        Integer page = parts[2].equals("-") ? null : Integer.valueOf(parts[2]);
        return new Fact(key.type(), key.named(), value, Double.parseDouble(parts[0]), parts[1], parts[3], page);
    }
}
