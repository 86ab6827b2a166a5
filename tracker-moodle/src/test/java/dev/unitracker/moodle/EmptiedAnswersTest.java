package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Item;
import dev.unitracker.moodle.internal.answers.ModuleList;
import dev.unitracker.moodle.simulator.Failure;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Run.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Answers come in good form, but emptied: the site was not asked, or did not look. Nothing is removed by that, no field is
 * emptied, and nothing is news when they are whole again.
 */
class EmptiedAnswersTest {

    /** What an emptied answer lacks, where it is not all its lists: what holds the list is still there. */
    private static final Map<String, UnaryOperator<String>> WITHIN = Map.of(
            "core_course_get_contents", listsEmptied("modules"),
            "mod_assign_get_assignments", listsEmptied("assignments"),
            "gradereport_user_get_grade_items", listsEmptied("gradeitems"));

    private static SortedSet<String> functions() {
        try (Student student = Student.ofDemo()) {
            student.look();
            student.look();
            SortedSet<String> asked =
                    new TreeSet<>(student.moodle.countsByFunction().keySet());
            asked.removeAll(List.of("core_webservice_get_site_info", "tool_mobile_call_external_functions"));
            return asked;
        }
    }

    static Stream<SortedSet<String>> alone() {
        return functions().stream().map(function -> new TreeSet<>(List.of(function)));
    }

    static Stream<SortedSet<String>> together() {
        SortedSet<String> all = functions();
        Stream<SortedSet<String>> some = IntStream.range(0, 4).mapToObj(seed -> some(all, seed));
        return Stream.concat(Stream.of(all), some);
    }

    private static SortedSet<String> some(SortedSet<String> all, int seed) {
        List<String> shuffled = new ArrayList<>(all);
        Random random = new Random(seed);
        Collections.shuffle(shuffled, random);
        return new TreeSet<>(shuffled.subList(0, 2 + random.nextInt(all.size() - 3)));
    }

    @ParameterizedTest
    @MethodSource({"alone", "together"})
    void answers_whose_lists_are_empty_take_nothing_away(SortedSet<String> functions) {
        assertNothingIsLost(student ->
                functions.forEach(function -> student.moodle.answer(Where.function(function), Edits::emptied)));
    }

    @ParameterizedTest
    @MethodSource("within")
    void nor_do_answers_that_are_emptied_further_in(SortedSet<String> functions) {
        assertNothingIsLost(student -> functions.forEach(function ->
                student.moodle.answer(Where.function(function), WITHIN.getOrDefault(function, Edits::emptied))));
    }

    static Stream<SortedSet<String>> within() {
        return WITHIN.keySet().stream().sorted().map(function -> new TreeSet<>(List.of(function)));
    }

    private interface Trouble {
        void befall(Student student);
    }

    private static void assertNothingIsLost(Trouble trouble) {
        try (Student student = Student.ofDemo()) {
            student.settled();
            List<Item> before = student.activeItems();

            trouble.befall(student);
            List<SyncReport> emptied = List.of(student.look(), student.look(), student.quietLook());
            List<Item> meanwhile = student.activeItems();
            student.moodle.clearFailures();
            List<SyncReport> back = List.of(student.quietLook(), student.look());

            assertThat(emptied).flatExtracting(SyncReport::changes).isEmpty();
            assertThat(meanwhile).isEqualTo(before);
            assertThat(back).flatExtracting(SyncReport::changes).isEmpty();
            assertThat(student.activeItems()).isEqualTo(before);
            assertThat(student.tracker().replay().difference()).isEmpty();
        }
    }

    /** At the end of term all courses are hidden, or all enrolments suspended. */
    @Test
    void when_no_course_is_shown_any_more_nothing_in_them_is_lost_and_none_of_it_is_news_when_they_are_back() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            List<Item> before = student.activeItems();

            TakenAway.allCourses(student, "errorcoursecontextnotvalid");
            List<SyncReport> hidden = List.of(student.look(), student.quietLook(), student.look());
            List<Item> meanwhile = student.activeItems();
            student.wait(Duration.ofDays(1));
            List<Change> believed = Stream.of(student.look(), student.look())
                    .flatMap(report -> report.changes().stream())
                    .toList();
            student.moodle.clearFailures();
            List<Change> back = Stream.of(student.look(), student.look())
                    .flatMap(report -> report.changes().stream())
                    .toList();

            assertThat(hidden).allMatch(report -> report.run().outcome() == Outcome.PARTIAL);
            assertThat(hidden).flatExtracting(SyncReport::changes).isEmpty();
            assertThat(meanwhile).isEqualTo(before);
            assertThat(believed)
                    .allMatch(change -> change.kind() == ChangeKind.REMOVED)
                    .allMatch(change -> change.item().key().startsWith("course:"));
            assertThat(back)
                    .filteredOn(Change::meaningful)
                    .hasSameSizeAs(believed)
                    .allMatch(change -> change.kind() == ChangeKind.REAPPEARED);
            assertThat(student.activeItems()).isEqualTo(before);
        }
    }

    /** One course is shown no more, and the list of courses has yet to learn it. */
    @Test
    void of_a_course_that_the_lists_leave_out_without_a_warning_nothing_is_lost() {
        assertNothingIsLost(student -> {
            student.moodle.fail(
                    Where.function("core_course_get_contents").with("courseid", 2),
                    Failure.error("errorcoursecontextnotvalid"));
            ModuleList.FUNCTIONS
                    .values()
                    .forEach(function -> student.moodle.answer(
                            Where.function(function),
                            Edits.of(answer -> answer.forEach(list -> {
                                if (list.isArray()) {
                                    Edits.remove(list, "course", 2);
                                }
                            }))));
            student.moodle.answer(
                    Where.function("mod_quiz_get_quizzes_by_courses"),
                    Edits.of(answer -> Edits.remove(answer.get("quizzes"), "course", 2)));
            student.moodle.answer(
                    Where.function("mod_forum_get_forums_by_courses"),
                    Edits.of(answer -> Edits.remove(answer, "course", 2)));
            student.moodle.answer(
                    Where.function("mod_assign_get_assignments"),
                    Edits.of(answer -> Edits.remove(answer.get("courses"), "id", 2)));
        });
    }

    @Test
    void events_of_a_group_are_asked_for_though_the_list_of_groups_comes_empty() {
        try (Student student = Student.ofDemo()) {
            student.moodle.answer(
                    Where.function("core_group_get_course_user_groups"),
                    answer -> "{\"groups\":[{\"id\":7,\"name\":\"A\"}],\"warnings\":[]}");
            eventOfGroup(student);
            student.settled();
            List<Item> before = student.activeItems();

            student.moodle.clearFailures();
            eventOfGroup(student);
            student.moodle.answer(
                    Where.function("core_group_get_course_user_groups"), answer -> "{\"groups\":[],\"warnings\":[]}");
            List<SyncReport> emptied = List.of(student.look(), student.look());
            List<Item> meanwhile = student.activeItems();
            student.moodle.clearFailures();
            student.look();

            assertThat(before).anyMatch(item -> item.id().key().equals("event:990"));
            assertThat(emptied).flatExtracting(SyncReport::changes).isEmpty();
            assertThat(meanwhile).isEqualTo(before);
            assertThat(student.look().changes()).extracting(Change::kind).containsExactly(ChangeKind.REMOVED);
        }
    }

    private static void eventOfGroup(Student student) {
        student.moodle.answer(
                Where.function("core_calendar_get_calendar_events").with("events[groupids][0]", 7),
                Edits.of(answer -> ((ArrayNode) answer.get("events"))
                        .addObject()
                        .put("id", 990)
                        .put("name", "Consulta del grupo A")
                        .put("courseid", 2)
                        .put("groupid", 7)
                        .put("userid", 0)
                        .putNull("modulename")
                        .putNull("instance")
                        .put("timeduration", 0)
                        .put("eventtype", "group")
                        .put("timestart", 1796000000)));
    }

    private static UnaryOperator<String> listsEmptied(String name) {
        return Edits.of(answer -> answer.findParents(name).forEach(parent -> ((ObjectNode) parent).putArray(name)));
    }
}
