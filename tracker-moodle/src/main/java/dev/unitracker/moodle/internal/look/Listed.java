package dev.unitracker.moodle.internal.look;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.moodle.internal.answers.Grades;
import dev.unitracker.moodle.internal.answers.Keys;
import dev.unitracker.moodle.internal.answers.ModuleList;
import dev.unitracker.moodle.internal.answers.Shape;
import dev.unitracker.moodle.internal.client.Call;
import dev.unitracker.moodle.internal.client.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer lists things.
 *
 * @param part the part that the things belong to
 * @param levels the lists that lead to them, the outermost first
 * @param key what the key of one is; empty if it does not tell
 */
record Listed(MoodlePart part, List<Level> levels, Key key) {

    /**
     * A list.
     *
     * @param list its name; empty if it is the answer itself
     * @param shape what each of its elements must hold
     */
    record Level(String list, Shape shape) {}

    /** What the key of an element is. */
    interface Key {
        Optional<String> of(Call call, JsonNode element);
    }

    private static final String ITSELF = "";

    private static final Map<String, Listed> BY_FUNCTION = byFunction();

    Listed {
        levels = List.copyOf(levels);
    }

    /** Returns where the answers of a function list things; null if they are believed as a whole or not at all. */
    static @Nullable Listed by(String function) {
        return BY_FUNCTION.get(function);
    }

    private static Map<String, Listed> byFunction() {
        Map<String, Listed> all = new HashMap<>();
        all.put(Functions.COURSES, one(MoodlePart.COURSES, ITSELF, Shapes.COURSE, id("id", Keys::course)));
        all.put(
                Functions.ASSIGNMENTS,
                new Listed(
                        MoodlePart.ASSIGNMENTS,
                        List.of(
                                new Level("courses", Shapes.COURSE_OF_ASSIGNMENTS),
                                new Level("assignments", Shapes.ASSIGNMENT)),
                        id("cmid", Keys::module)));
        all.put(Functions.QUIZZES, one(MoodlePart.QUIZZES, "quizzes", Shapes.QUIZ, id("coursemodule", Keys::module)));
        all.put(Functions.FORUMS, one(MoodlePart.FORUMS, ITSELF, Shapes.FORUM, id("cmid", Keys::module)));
        all.put(
                Functions.DISCUSSIONS,
                one(MoodlePart.FORUMS, "discussions", Shapes.DISCUSSION, id("discussion", Keys::discussion)));
        all.put(Functions.EVENTS, one(MoodlePart.CALENDAR, "events", Shapes.EVENT, id("id", Keys::event)));
        all.putAll(ofOneCourse());
        ModuleList.FUNCTIONS.forEach((modname, function) -> all.put(function, ofModule(modname, function)));
        return Map.copyOf(all);
    }

    private static Map<String, Listed> ofOneCourse() {
        Map<String, Listed> all = new HashMap<>();
        all.put(
                Functions.CONTENTS,
                new Listed(
                        MoodlePart.CONTENTS,
                        List.of(new Level(ITSELF, Shapes.SECTION), new Level("modules", Shapes.MODULE)),
                        id("id", Keys::module)));
        all.put(
                Functions.GRADES,
                new Listed(
                        MoodlePart.GRADES,
                        List.of(new Level("usergrades", Shapes.REPORT), new Level("gradeitems", Shapes.GRADE)),
                        Listed::grade));
        return all;
    }

    private static Listed ofModule(String modname, String function) {
        String list = String.valueOf(ModuleList.listOf(function));
        return one(MoodlePart.CONTENTS, list, Shapes.ofActivity(modname), id("coursemodule", Keys::module));
    }

    private static Listed one(MoodlePart part, String list, Shape shape, Key key) {
        return new Listed(part, List.of(new Level(list, shape)), key);
    }

    private static Key id(String field, LongFunction<String> key) {
        return (call, element) -> {
            long id = Json.number(element, field);
            return id > 0 && Json.isWhole(element.path(field)) ? Optional.of(key.apply(id)) : Optional.empty();
        };
    }

    private static Optional<String> grade(Call call, JsonNode item) {
        Object course = call.arguments().get("courseid");
        return course == null ? Optional.empty() : Grades.keyOf(Long.parseLong(course.toString()), item);
    }
}
