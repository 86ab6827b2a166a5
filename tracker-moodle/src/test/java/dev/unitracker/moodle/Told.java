package dev.unitracker.moodle;

import dev.unitracker.model.Change;
import dev.unitracker.model.FieldChange;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** What whoever reads a ledger knows: for each item, by its key, the fields as its entries left them. */
final class Told {

    private final Map<String, Map<String, String>> items = new TreeMap<>();
    private final String site;

    /** @param site the address of the site, which differs from run to run */
    Told(String site) {
        this.site = site;
    }

    Told(Told other) {
        this(other.site);
        other.items.forEach((key, fields) -> items.put(key, new TreeMap<>(fields)));
    }

    void add(Change change) {
        Map<String, String> fields = items.computeIfAbsent(change.item().key(), key -> new TreeMap<>());
        for (FieldChange field : change.fields()) {
            if (field.after() == null) {
                fields.remove(field.field());
            } else {
                fields.put(field.field(), value(field.after()));
            }
        }
    }

    /** Returns a value without what differs from run to run. */
    String value(String value) {
        return value.replace(site, "SITE");
    }

    /** Returns the value of a field; "nothing" if it has none. */
    String value(String key, String field) {
        return items.getOrDefault(key, Map.of()).getOrDefault(field, "nothing");
    }

    boolean knows(String key) {
        return items.containsKey(key);
    }

    /** Returns a line for each field in which this differs from what should have been told, by item and field. */
    Map<String, String> differences(Told truth) {
        Map<String, String> differences = new TreeMap<>();
        TreeSet<String> keys = new TreeSet<>(items.keySet());
        keys.addAll(truth.items.keySet());
        for (String key : keys) {
            TreeSet<String> fields =
                    new TreeSet<>(items.getOrDefault(key, Map.of()).keySet());
            fields.addAll(truth.items.getOrDefault(key, Map.of()).keySet());
            fields.stream()
                    .filter(field -> !Objects.equals(value(key, field), truth.value(key, field)))
                    .forEach(field -> differences.put(
                            key + " " + field,
                            shortened(value(key, field)) + " instead of " + shortened(truth.value(key, field))));
        }
        return differences;
    }

    static String shortened(String value) {
        String line = value.replace('\n', ' ');
        return line.length() < 60 ? line : line.substring(0, 57) + "...";
    }
}
