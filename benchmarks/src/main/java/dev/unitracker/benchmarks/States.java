package dev.unitracker.benchmarks;

import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.ItemType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Two states of the same items, one in a hundred of which differs, in two fields: its deadline and its text.
 *
 * <p>Nothing is shared between the two, as if each had been read from somewhere: two texts are the same only letter by
 * letter.
 */
record States(List<Item> before, List<Item> after) {

    /** One item in so many differs. */
    static final int ONE_IN = 100;

    /** How many fields differ in one that does. */
    static final int FIELDS_CHANGED = 2;

    private static final Instant DUE = Instant.parse("2026-03-20T23:59:00Z");

    static States of(int size) {
        return new States(state(size, false), state(size, true));
    }

    private static List<Item> state(int size, boolean later) {
        List<Item> items = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            items.add(item(number, later && number % ONE_IN == 0));
        }
        return items;
    }

    private static Item item(int number, boolean changed) {
        Instant due = DUE.plus(Duration.ofHours(number + (changed ? 24 : 0)));
        Map<String, String> fields = new TreeMap<>();
        fields.put(Field.STATUS.key(), ItemStatus.ACTIVE.key());
        fields.put(Field.TYPE.key(), ItemType.ASSIGNMENT.name());
        fields.put(Field.COURSE.key(), "course:" + number / 25);
        fields.put(Field.WITHIN.key(), "section:" + number / 5);
        fields.put(Field.TITLE.key(), "Trabajo práctico " + number);
        fields.put(Field.BODY.key(), text(number) + (changed ? " Traer calculadora." : ""));
        fields.put(Field.DUE_AT.key(), due.toString());
        fields.put(Field.DUE_SOURCE.key(), "activity");
        fields.put(Field.GRADE_MAXIMUM.key(), "10");
        fields.put(Field.COMPLETION.key(), "incomplete");
        fields.put(Field.SUBMISSION.key(), "new");
        fields.put(Field.URL.key(), "https://campus.example.org/mod/assign/view.php?id=" + number);
        return Item.of(new ItemId("ana", Semester.SOURCE, "module:" + number), fields);
    }

    private static String text(int number) {
        return ("Resolver los ejercicios " + number + " a " + (number + 9) + " de la guía y entregarlos en un solo"
                        + " documento con nombre, legajo y comisión. ")
                .repeat(3);
    }
}
