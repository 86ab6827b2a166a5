package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Item;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Run.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer does not say is not "none": what it would have told stays as it was, and a line says so. */
class UnsaidTest {

    private static final Where ASSIGNMENTS = Where.function("mod_assign_get_assignments");
    private static final Where CONTENTS = Where.function("core_course_get_contents");
    private static final Where GRADES = Where.function("gradereport_user_get_grade_items");
    private static final Where EVENTS = Where.function("core_calendar_get_calendar_events");
    private static final Where COURSES = Where.function("core_enrol_get_users_courses");
    private static final Where DISCUSSIONS = Where.function("mod_forum_get_forum_discussions");

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"pronto\"", "{}", "true"})
    void a_deadline_that_is_no_time_is_not_taken_away(String due) {
        assertNothingIsTold(
                ASSIGNMENTS,
                everywhere("duedate", (holder, name) -> holder.set(name, Edits.read(due))),
                "moodle_assignments: TP 1 - Límites y continuidad: duedate is n");
    }

    @Test
    void nor_is_one_that_is_left_out() {
        assertNothingIsTold(
                ASSIGNMENTS,
                everywhere("duedate", ObjectNode::remove),
                "moodle_assignments: TP 1 - Límites y continuidad: duedate is missing");
    }

    @Test
    void a_zero_is_the_sites_own_word_for_none_and_counts_at_once() {
        try (Student student = graded()) {
            student.moodle.answer(ASSIGNMENTS, Edits.where("cmid", 5, assignment -> assignment.put("duedate", 0)));

            List<Change> news = student.look().news();

            assertThat(news)
                    .extracting(change -> change.kind() + " " + change.item().key())
                    .containsExactly("DEADLINE_REMOVED module:5");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gradeitems, moodle_grades: gradereport_user_get_grade_items courseid=2: gradeitems is missing",
        "usergrades, moodle_grades: grades of Cálculo I: EMPTY"
    })
    void grades_that_do_not_come_are_not_taken_back(String list, String line) {
        assertNothingIsTold(GRADES, everywhere(list, ObjectNode::remove), line);
    }

    @Test
    void an_empty_list_of_grades_is_believed_at_the_third_look_a_day_later() {
        try (Student student = graded()) {
            student.moodle.answer(GRADES, everywhere("gradeitems", ObjectNode::putArray));

            List<SyncReport> held = List.of(student.look(), student.look(), student.look());
            student.wait(Duration.ofHours(24));
            List<Change> believed = student.look().news();

            assertThat(held).flatExtracting(SyncReport::changes).isEmpty();
            assertThat(held)
                    .allMatch(look -> look.run().notLooked().stream()
                            .anyMatch(line -> line.startsWith("moodle_grades: grades/course:5: nothing came")));
            assertThat(believed).extracting(Change::kind).containsOnly(ChangeKind.GRADE_CHANGED);
        }
    }

    @Test
    void a_course_that_does_not_tell_which_it_is_may_be_any_of_those_that_are_not_shown() {
        assertNothingIsTold(
                COURSES,
                Edits.of(courses -> ((ObjectNode) courses.get(0)).remove("id")),
                "moodle_courses: Taller de Escritura Académica: id is missing; nothing is taken as removed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "name"})
    void what_changes_in_a_course_that_cannot_be_read_is_told_all_the_same(String field) {
        try (Student student = graded()) {
            student.moodle.answer(
                    COURSES, Edits.where("id", 2, course -> course.remove(field.equals("name") ? "fullname" : field)));
            student.moodle.answer(ASSIGNMENTS, Edits.where("cmid", 5, one -> one.put("duedate", 1796400000)));

            assertThat(student.look().news())
                    .extracting(change -> change.kind() + " " + change.item().key())
                    .containsExactly("DEADLINE_CHANGED module:5");
        }
    }

    @Test
    void a_discussion_that_does_not_tell_which_it_is_removes_none() {
        assertNothingIsTold(
                DISCUSSIONS,
                Edits.of(answer -> {
                    if (!answer.get("discussions").isEmpty()) {
                        ((ObjectNode) answer.get("discussions").get(0)).put("discussion", "primera");
                    }
                }),
                "moodle_forums: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "999999999999999999"})
    void an_id_that_none_has_is_no_id(String id) {
        Edit strange = (holder, name) -> holder.set(name, Edits.read(id));

        assertNothingIsTold(COURSES, everywhere("id", strange), "moodle_courses: Cálculo I: id is no whole number");
        assertNothingIsTold(
                DISCUSSIONS,
                everywhere("discussion", strange),
                "moodle_forums: Bienvenida al curso: discussion is no whole number");
        assertNothingIsTold(
                GRADES,
                everywhere("cmid", strange),
                "moodle_grades: gradereport_user_get_grade_items courseid=2: cmid is no whole number");
    }

    @Test
    void a_file_of_a_size_that_none_has_is_not_too_large() {
        assertNothingIsTold(
                CONTENTS,
                everywhere("filesize", (holder, name) -> holder.put(name, 999_999_999_999_999_999L)),
                "moodle_contents: Guías de ejercicios: contents: filesize is no whole number");
    }

    @Test
    void what_cannot_be_read_does_not_show_that_what_other_lists_lack_is_closed() {
        assertNothingIsTold(
                student -> {
                    student.moodle.answer(
                            Where.function("mod_resource_get_resources_by_courses"),
                            everywhere("resources", ObjectNode::putArray));
                    student.moodle.answer(
                            CONTENTS, Edits.where("modname", "resource", module -> module.put("id", true)));
                },
                "moodle_contents: texts of resource activities");
    }

    @Test
    void what_cannot_be_read_elsewhere_does_not_show_that_an_emptied_list_holds_something() {
        assertNothingIsTold(
                student -> {
                    student.moodle.answer(GRADES, everywhere("gradeitems", ObjectNode::putArray));
                    student.moodle.answer(ASSIGNMENTS, everywhere("duedate", ObjectNode::remove));
                },
                "moodle_grades: grades/course:2: nothing came where there was something");
    }

    @Test
    void what_cannot_be_read_of_one_forum_does_not_empty_another() {
        assertNothingIsTold(
                student -> {
                    student.moodle.answer(DISCUSSIONS, everywhere("discussions", ObjectNode::putArray));
                    student.moodle.answer(
                            Where.function("mod_forum_get_forums_by_courses"),
                            Edits.where("cmid", 14, forum -> forum.put("duedate", "unknown")));
                },
                "moodle_forums: discussions of Avisos: none came although the forum has 3");
    }

    @Test
    void what_cannot_be_read_of_a_forum_does_not_bear_witness_that_the_rest_of_it_is_gone() {
        assertNothingIsTold(
                DISCUSSIONS.with("forumid", 1),
                Edits.of(answer -> {
                    Edits.remove(answer.path("discussions"), "discussion", 3);
                    Edits.remove(answer.path("discussions"), "discussion", 2);
                    answer.path("discussions").forEach(left -> ((ObjectNode) left).remove("created"));
                }),
                "moodle_forums: ");
    }

    @Test
    void what_was_removed_beside_an_element_that_cannot_be_read_is_told_once_it_can() {
        try (Student student = graded()) {
            student.moodle.answer(DISCUSSIONS.with("forumid", 1), Edits.of(answer -> {
                Edits.remove(answer.get("discussions"), "discussion", 3);
                ((ArrayNode) answer.get("discussions")).addNull();
            }));
            List<SyncReport> unsure = List.of(student.look(), student.look(), student.look());
            student.moodle.clearFailures();
            student.moodle.answer(
                    DISCUSSIONS.with("forumid", 1),
                    Edits.of(answer -> Edits.remove(answer.get("discussions"), "discussion", 3)));
            student.look();

            List<Change> news = student.look().news();

            assertThat(unsure).flatExtracting(SyncReport::news).isEmpty();
            assertThat(news)
                    .extracting(change -> change.kind() + " " + change.item().key())
                    .containsExactly("REMOVED discussion:3");
        }
    }

    @Test
    void a_null_among_the_events_is_no_event() {
        assertNothingIsTold(
                EVENTS,
                Edits.of(answer -> ((ArrayNode) answer.get("events")).insertNull(0)),
                "moodle_calendar: core_calendar_get_calendar_events: an element is no object");
    }

    @Test
    void an_empty_grade_item_is_no_item() {
        assertNothingIsTold(
                GRADES,
                Edits.of(answer -> answer.findParents("gradeitems")
                        .forEach(report -> ((ArrayNode) report.get("gradeitems")).insertObject(0))),
                "moodle_grades: gradereport_user_get_grade_items courseid=2: id is missing");
    }

    @Test
    void an_empty_attachment_is_no_file() {
        assertNothingIsTold(
                ASSIGNMENTS,
                Edits.where(
                        "cmid",
                        5,
                        assignment -> assignment.putArray("introattachments").addObject()),
                "moodle_assignments: TP 1 - Límites y continuidad: introattachments: filename is missing");
    }

    @Test
    void yes_may_come_as_a_1() {
        assertNothingIsTold(
                CONTENTS,
                everywhere(
                        "uservisible",
                        (holder, name) -> holder.put(name, holder.get(name).asBoolean() ? "1" : "0")),
                "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"warnings\":[]}", "{\"pages\":null}", "{\"pages\":{}}"})
    void a_list_of_pages_that_is_none_empties_no_page(String answer) {
        assertNothingIsTold(
                Where.function("mod_page_get_pages_by_courses"),
                pages -> answer,
                "moodle_contents: texts of all page activities: EMPTY");
    }

    @Test
    void assignments_that_are_null_in_every_course_leave_their_texts() {
        assertNothingIsTold(
                ASSIGNMENTS,
                everywhere("assignments", ObjectNode::putNull),
                "moodle_assignments: Cálculo I: assignments is null; nothing is taken as removed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{}"})
    void files_that_are_counted_and_not_listed_are_still_there(String contents) {
        assertNothingIsTold(
                CONTENTS,
                everywhere("contents", (holder, name) -> holder.set(name, Edits.read(contents))),
                "moodle_contents: Guías de ejercicios: contents ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "\"\""})
    void dates_that_are_no_list_take_no_deadline_away(String dates) {
        assertNothingIsTold(
                CONTENTS,
                everywhere("dates", (holder, name) -> holder.set(name, Edits.read(dates))),
                "moodle_contents: ");
    }

    @Test
    void dates_that_a_site_no_longer_tells_at_all_are_as_they_were() {
        assertNothingIsTold(CONTENTS, everywhere("dates", ObjectNode::remove), "");
    }

    @Test
    void dates_that_vanish_without_a_witness_are_believed_at_the_third_look_a_day_later() {
        try (Student student = graded()) {
            student.moodle.answer(CONTENTS, Edits.where("modname", "lesson", lesson -> lesson.putArray("dates")));

            List<SyncReport> held = List.of(student.look(), student.look(), student.look());
            student.wait(Duration.ofHours(24));
            List<Change> believed = student.look().news();

            assertThat(held).flatExtracting(SyncReport::changes).isEmpty();
            assertThat(held)
                    .allMatch(look ->
                            look.run().notLooked().stream().anyMatch(line -> line.contains("came without its dates")));
            assertThat(believed).extracting(Change::kind).containsExactly(ChangeKind.DEADLINE_REMOVED);
        }
    }

    @Test
    void an_extension_that_is_null_or_left_out_is_still_granted() {
        Where status = Where.function("mod_assign_get_submission_status");
        assertNothingIsTold(status, everywhere("extensionduedate", ObjectNode::putNull), "");
        assertNothingIsTold(status, everywhere("extensionduedate", ObjectNode::remove), "");
    }

    @Test
    void one_that_is_taken_back_is_a_zero() {
        try (Student student = graded()) {
            student.moodle.answer(
                    Where.function("mod_assign_get_submission_status"),
                    everywhere("extensionduedate", (holder, name) -> holder.put(name, 0)));
            student.moodle.answer(
                    EVENTS, Edits.of(answer -> Edits.remove(answer.get("events"), "eventtype", "extension")));

            assertThat(student.look().news())
                    .extracting(change -> change.kind() + " " + change.item().key())
                    .containsExactly("DEADLINE_CHANGED module:15");
        }
    }

    @Test
    void what_cannot_be_read_in_a_quick_look_is_asked_again_in_the_next() {
        try (Student student = graded()) {
            student.moodle.answer(
                    GRADES.with("courseid", 5),
                    Edits.where("cmid", 31, item -> item.put("graderaw", 9).put("gradeformatted", "9,00")));
            student.moodle.answer(
                    Where.function("gradereport_overview_get_course_grades"),
                    Edits.where("courseid", 5, total -> total.put("rawgrade", "99")));
            student.moodle.answer(GRADES, everywhere("itemtype", ObjectNode::putNull));
            List<Change> unread = student.quietLook().news();
            student.moodle.clearFailures();
            student.moodle.answer(
                    Where.function("gradereport_overview_get_course_grades"),
                    Edits.where("courseid", 5, total -> total.put("rawgrade", "99")));
            student.moodle.answer(
                    GRADES.with("courseid", 5),
                    Edits.where("cmid", 31, item -> item.put("graderaw", 9).put("gradeformatted", "9,00")));

            List<Change> read = student.quietLook().news();

            assertThat(unread).isEmpty();
            assertThat(read)
                    .extracting(change -> change.kind() + " " + change.item().key())
                    .containsExactly("GRADE_RELEASED module:31");
        }
    }

    @Test
    void what_a_first_look_cannot_read_is_not_new_the_day_it_can() {
        try (Student student = Student.ofDemo()) {
            student.moodle.answer(ASSIGNMENTS, Edits.where("cmid", 5, assignment -> assignment.remove("duedate")));
            student.moodle.answer(CONTENTS, Edits.where("id", 13, module -> module.remove("modname")));
            student.look();
            student.moodle.clearFailures();

            List<Change> news = List.of(student.look(), student.look()).stream()
                    .flatMap(look -> look.news().stream())
                    .toList();

            assertThat(news).isEmpty();
            assertThat(student.activeItems()).hasSize(81);
        }
    }

    @Test
    void a_byte_order_mark_before_every_answer_changes_nothing() {
        try (Student student = Student.ofDemo()) {
            student.moodle.answer(Where.path("/webservice/rest/server.php"), answer -> "\uFEFF" + answer);

            SyncReport look = student.look();

            assertThat(look.run().outcome()).isEqualTo(Outcome.COMPLETE);
            assertThat(student.activeItems()).hasSize(81);
        }
    }

    @Test
    void an_older_site_that_does_not_know_some_fields_is_read_as_ever() {
        try (Student student = Student.ofDemo()) {
            List.of("dates", "completion", "completiondata", "contentsinfo", "downloadcontent", "groupmode")
                    .forEach(field -> student.moodle.answer(CONTENTS, everywhere(field, ObjectNode::remove)));
            List.of("timelimit", "attemptreopenmethod", "maxattempts", "teamsubmission", "introattachments")
                    .forEach(field -> student.moodle.answer(ASSIGNMENTS, everywhere(field, ObjectNode::remove)));
            List.of("duedate", "cutoffdate", "numdiscussions")
                    .forEach(field -> student.moodle.answer(
                            Where.function("mod_forum_get_forums_by_courses"), everywhere(field, ObjectNode::remove)));

            List<SyncReport> looks = List.of(student.look(), student.look());

            assertThat(looks).allMatch(look -> look.run().outcome() == Outcome.COMPLETE);
            assertThat(looks.get(1).changes()).isEmpty();
            assertThat(student.activeItems()).hasSize(81);
        }
    }

    /** The site as it was when some grades and an extension were given. */
    private static Student graded() {
        Student student = Student.ofDemo();
        student.moodle.moveTo(3);
        return student.settled();
    }

    private static void assertNothingIsTold(Where where, UnaryOperator<String> edit, String line) {
        assertNothingIsTold(student -> student.moodle.answer(where, edit), line);
    }

    private static void assertNothingIsTold(Consumer<Student> damage, String line) {
        try (Student student = graded()) {
            List<Item> before = student.activeItems();
            damage.accept(student);

            List<SyncReport> spoilt = List.of(student.look(), student.look(), student.quietLook());
            List<Item> meanwhile = student.activeItems();
            student.moodle.clearFailures();
            List<SyncReport> whole = List.of(student.quietLook(), student.look());

            List<SyncReport> all = new ArrayList<>(spoilt);
            all.addAll(whole);
            assertThat(all).flatExtracting(SyncReport::news).isEmpty();
            assertThat(meanwhile).isEqualTo(before);
            assertThat(student.activeItems()).isEqualTo(before);
            assertThat(student.tracker().replay().difference()).isEmpty();
            assertThat(spoilt.get(0).run().notLooked())
                    .satisfies(said -> assertThat(said)
                            .as("what is said")
                            .matches(lines -> line.isEmpty()
                                    ? lines.isEmpty()
                                    : lines.stream().anyMatch(told -> told.startsWith(line))));
        }
    }

    private interface Edit {
        Object of(ObjectNode holder, String name);
    }

    /** Edits a field wherever an answer has it. */
    private static UnaryOperator<String> everywhere(String name, Edit edit) {
        return Edits.of(answer -> {
            List<JsonNode> holders = answer.findParents(name);
            holders.forEach(holder -> edit.of((ObjectNode) holder, name));
        });
    }
}
