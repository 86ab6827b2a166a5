package dev.unitracker.moodle.internal.answers;

import dev.unitracker.model.Field;
import dev.unitracker.model.FieldKey;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What dates that the site does not name are called from one look to the next. */
final class DateNames {

    private static final List<Field> NAMED = List.of(Field.STARTS_AT, Field.ENDS_AT, Field.DUE_AT, Field.CUT_OFF_AT);

    private DateNames() {}

    /** Returns fields in which a date keeps the number that it had, so that another one beside it renames none. */
    static SortedMap<String, String> kept(SortedMap<String, String> fields, Map<String, String> before) {
        SortedMap<String, String> kept = new TreeMap<>(fields);
        SortedMap<String, String> unnamed = new TreeMap<>(fields);
        unnamed.keySet().removeIf(key -> !isUnnamed(key));
        kept.keySet().removeAll(unnamed.keySet());
        Set<String> moments = new TreeSet<>(unnamed.values());
        before.forEach((key, moment) -> {
            if (isUnnamed(key) && moments.remove(moment)) {
                kept.put(key, moment);
            }
        });
        int number = 1;
        for (String moment : moments) {
            while (kept.containsKey(unnamed(number))) {
                number++;
            }
            kept.put(unnamed(number), moment);
        }
        return kept;
    }

    /** Returns the fields of dates that got a name at last, or another one: those under the old name and those under the new. */
    static Set<String> given(Map<String, String> fields, Map<String, String> before) {
        Set<String> given = new HashSet<>();
        before.forEach((key, moment) -> {
            if (FieldKey.of(key).otherDate().isPresent() && !fields.containsKey(key)) {
                fields.forEach((name, value) -> {
                    boolean isNew = before.getOrDefault(name, "").isEmpty();
                    if (isDate(name) && value.equals(moment) && isNew) {
                        given.addAll(Set.of(key, name));
                    }
                });
            }
        });
        return given;
    }

    private static String unnamed(int number) {
        return new FieldKey.OtherDate(ModuleDates.UNNAMED + number).text();
    }

    private static boolean isUnnamed(String key) {
        return FieldKey.of(key)
                .otherDate()
                .filter(name -> name.startsWith(ModuleDates.UNNAMED))
                .isPresent();
    }

    /** Tells whether a field is a date. */
    static boolean isDate(String key) {
        return FieldKey.of(key).otherDate().isPresent()
                || NAMED.stream().map(Field::key).anyMatch(key::equals);
    }
}
