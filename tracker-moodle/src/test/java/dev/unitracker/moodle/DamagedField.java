package dev.unitracker.moodle;

import dev.unitracker.model.Change;
import dev.unitracker.model.Item;
import dev.unitracker.moodle.simulator.Damage;
import dev.unitracker.moodle.simulator.Spot;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.report.SyncReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One way to damage the answers of one function.
 *
 * @param place the path in the answer
 * @param every whether it strikes wherever the path leads, rather than at one place
 */
record DamagedField(String function, Damage damage, String place, boolean every) {

    /** From these it follows what else is asked. */
    private static final Set<String> OTHERS_HANG_ON = Set.of(
            "tool_mobile_call_external_functions",
            "core_enrol_get_users_courses",
            "core_course_get_contents",
            "mod_assign_get_assignments",
            "mod_forum_get_forums_by_courses",
            "mod_forum_get_forum_discussions",
            "mod_quiz_get_quizzes_by_courses");

    /** Damages the answers of a student who knows all that there is, and returns what is told then and afterwards. */
    static List<String> told(Student student, Occasion occasion, List<DamagedField> together) {
        List<Item> before = student.activeItems();
        List<String> told = new ArrayList<>();
        try {
            occasion.befall(student);
            together.forEach(each -> each.order(student));
            int looks = together.stream().anyMatch(DamagedField::cuts) ? 1 : 2;
            for (int look = 0; look < looks; look++) {
                occasion.befallEachLook(student);
                told.addAll(lines("damaged", student.look()));
            }
            student.moodle.clearFailures();
            occasion.befallEachLook(student);
            told.addAll(lines("good", student.look()));
        } catch (RuntimeException | StackOverflowError e) {
            student.moodle.clearFailures();
            told.add("the look dies: " + e);
        }
        if (told.isEmpty() && !student.activeItems().equals(before)) {
            told.add("what there is is not the same afterwards");
        }
        return told;
    }

    private void order(Student student) {
        student.moodle.damage(Where.function(function), damage, every ? Spot.every(place) : Spot.one(place, 1));
    }

    private static List<String> lines(String when, SyncReport report) {
        return report.changes().stream()
                .filter(change -> !fields(change).isEmpty())
                .map(change ->
                        when + ": " + change.kind().key() + " " + change.item().key() + " " + fields(change))
                .toList();
    }

    private static String fields(Change change) {
        return change.fields().stream()
                .filter(field -> !field.key().isEvidence() && !Verdict.SOURCES.contains(field.field()))
                .map(field -> field.field() + ": " + shown(field.before()) + " → " + shown(field.after()))
                .collect(Collectors.joining(", "));
    }

    private static String shown(@Nullable String value) {
        return Told.shortened(Objects.requireNonNullElse(value, "nothing"));
    }

    /** Returns all ways to damage an answer of a function. */
    static Stream<DamagedField> of(String function, String answer) {
        return Stream.of(Damage.values())
                .flatMap(damage -> damage.placesIn(answer).stream()
                        .flatMap(place -> (place.contains("[]") ? Stream.of(true, false) : Stream.of(true))
                                .map(every -> new DamagedField(function, damage, place, every))));
    }

    boolean isTried() {
        return LeftOut.isTried(damage, function, place);
    }

    /** Tells whether what others would damage may not be asked for on account of it. */
    boolean hidesOthers() {
        return cuts() || (place.isEmpty() && OTHERS_HANG_ON.contains(function));
    }

    /** Tells whether it leaves half a list; twice in a row it proves that the rest is gone. */
    private boolean cuts() {
        return damage == Damage.LIST_HALVED;
    }

    @Override
    public String toString() {
        return damage + " " + function + (place.isEmpty() ? "" : (every ? " at " : " at one of ") + place);
    }
}
