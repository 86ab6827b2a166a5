package dev.unitracker.moodle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.model.ItemType;
import dev.unitracker.moodle.simulator.Where;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * One strange value of one thing that stays for the rest of the term, in good looks too: it costs that thing, and nothing else.
 *
 * @param id the number in the thing's key
 */
record Blemish(Kind kind, int id) {

    /** Beyond all that a computer takes for a time. */
    private static final long FAR = 999_999_999_999_999_999L;

    /** Where the value is. */
    enum Kind {
        DUE(
                Set.of(ItemType.ASSIGNMENT),
                "module:",
                "mod_assign_get_assignments",
                "cmid",
                node -> node.put("duedate", FAR)),
        OPENS(
                Set.of(ItemType.ASSIGNMENT),
                "module:",
                "mod_assign_get_assignments",
                "cmid",
                node -> node.put("allowsubmissionsfromdate", FAR)),
        CLOSES(
                Set.of(ItemType.QUIZ),
                "module:",
                "mod_quiz_get_quizzes_by_courses",
                "coursemodule",
                node -> node.put("timeclose", FAR)),
        WRITTEN(
                Set.of(),
                "discussion:",
                "mod_forum_get_forum_discussions",
                "discussion",
                node -> node.put("created", FAR)),
        DATED(Set.of(ItemType.ASSIGNMENT, ItemType.QUIZ), "module:", "core_course_get_contents", "id", node -> {
            if (node.path("dates").path(0) instanceof ObjectNode date) {
                date.put("timestamp", FAR);
            }
        });

        // A copy, which cannot be changed.
        @SuppressWarnings("ImmutableEnumChecker")
        private final Set<ItemType> types;

        private final String prefix;
        private final String function;
        private final String field;

        // Set once, and keeps nothing.
        @SuppressWarnings("ImmutableEnumChecker")
        private final Consumer<ObjectNode> edit;

        Kind(Set<ItemType> types, String prefix, String function, String field, Consumer<ObjectNode> edit) {
            this.types = Set.copyOf(types);
            this.prefix = prefix;
            this.function = function;
            this.field = field;
            this.edit = edit;
        }
    }

    /** Draws one of all that a student knows. */
    static Blemish drawn(SplittableRandom random, Student student) {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        List<Integer> ids = student.activeItems().stream()
                .filter(item -> kind.types.isEmpty() || kind.types.contains(item.type()))
                .map(item -> item.id().key())
                .filter(key -> key.startsWith(kind.prefix))
                .map(key -> Integer.valueOf(key.substring(kind.prefix.length())))
                .sorted()
                .toList();
        return new Blemish(kind, ids.get(random.nextInt(ids.size())));
    }

    /** Has the site answer so. */
    void befall(Student student) {
        student.moodle.answer(Where.function(kind.function), Edits.where(kind.field, id, kind.edit));
    }

    /** Tells whether it may cost a field of an item, which begins with the item's key. */
    boolean costs(String field) {
        return field.startsWith(kind.prefix + id + " ") || field.startsWith("file:" + id + ":");
    }
}
