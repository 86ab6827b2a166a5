package dev.unitracker.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.Seeds;
import dev.unitracker.dates.Fact;
import dev.unitracker.dates.FactType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FactShiftsTest {

    private static final String CLASS = "class_session_at[clase]";

    @Test
    void when_the_first_goes_the_others_only_take_its_number() {
        assertThat(told(List.of("08-10", "08-17", "08-24"), List.of("08-17", "08-24")))
                .containsExactly(new FieldChange(CLASS, "08-10", null));
    }

    @Test
    void when_one_comes_before_them_it_alone_is_news() {
        assertThat(told(List.of("08-17", "08-24"), List.of("08-10", "08-17", "08-24")))
                .containsExactly(new FieldChange(CLASS, null, "08-10"));
    }

    @Test
    void one_that_moves_past_another_is_one_move() {
        assertThat(told(List.of("08-10", "08-17"), List.of("08-17", "08-24")))
                .containsExactly(new FieldChange(CLASS, "08-10", "08-24"));
    }

    @Test
    void what_is_over_is_dropped_and_what_is_to_come_moves() {
        assertThat(told(List.of("08-10", "08-17"), List.of("08-20")))
                .containsExactly(new FieldChange(CLASS, "08-10", null), new FieldChange(CLASS, "08-17", "08-20"));
    }

    @Test
    void other_fields_and_other_names_stay_as_they_are() {
        List<FieldChange> fields = List.of(
                new FieldChange("title", "a", "b"),
                new FieldChange("exam_at[parcial]", "2026-08-10", "2026-08-11"),
                new FieldChange("exam_at[parcial].evidence", "x", "y"),
                new FieldChange("exam_at[recuperatorio]", "2026-08-11", "2026-08-10"));

        assertThat(FactShifts.undone(fields)).containsExactlyInAnyOrderElementsOf(fields);
    }

    @Test
    void what_is_told_is_just_what_came_and_what_went() {
        Seeds.check("moves are the difference of the dates", 10_000, random -> {
            TreeSet<String> before = new TreeSet<>();
            TreeSet<String> after = new TreeSet<>();
            for (int day = 10; day < 20; day++) {
                if (random.nextBoolean()) {
                    before.add("08-" + day);
                }
                if (random.nextBoolean()) {
                    after.add("08-" + day);
                }
            }

            List<FieldChange> told = told(List.copyOf(before), List.copyOf(after));

            TreeSet<String> gone = new TreeSet<>(before);
            gone.removeAll(after);
            TreeSet<String> come = new TreeSet<>(after);
            come.removeAll(before);
            assertThat(told.stream().map(FieldChange::before).filter(Objects::nonNull))
                    .containsExactlyInAnyOrderElementsOf(gone);
            assertThat(told.stream().map(FieldChange::after).filter(Objects::nonNull))
                    .containsExactlyInAnyOrderElementsOf(come);
        });
    }

    /** Returns what is told when classes were on some days and now are on others. */
    private static List<FieldChange> told(List<String> before, List<String> after) {
        Map<String, String> was = fields(before);
        Map<String, String> is = fields(after);
        Map<String, String> all = new TreeMap<>(was);
        all.putAll(is);
        List<FieldChange> changes = new ArrayList<>();
        for (String field : all.keySet()) {
            @Nullable String old = was.get(field);
            @Nullable String now = is.get(field);
            if (!Objects.equals(old, now)) {
                changes.add(new FieldChange(field, old, now));
            }
        }
        return FactShifts.undone(changes);
    }

    private static Map<String, String> fields(List<String> days) {
        Map<String, String> fields = new HashMap<>(FactFields.encode(days.stream()
                .map(day -> new Fact(FactType.CLASS_SESSION_AT, "clase", day, 0.9, "date-grammar", "clase", null))
                .toList()));
        fields.keySet().removeIf(key -> FieldKey.of(key).isEvidence());
        return fields;
    }
}
