package dev.unitracker.moodle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.unitracker.moodle.internal.answers.ModuleList;
import dev.unitracker.moodle.simulator.Failure;
import dev.unitracker.moodle.simulator.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Takes activities out of all that a site shows, as a teacher who hides or deletes them does. */
final class TakenAway {

    private static final Where CONTENTS = Where.function("core_course_get_contents");

    private static final List<String> LISTS = Stream.of(
                    "book/books",
                    "choice/choices",
                    "data/databases",
                    "feedback/feedbacks",
                    "folder/folders",
                    "forum/forums",
                    "glossary/glossaries",
                    "label/labels",
                    "lesson/lessons",
                    "page/pages",
                    "quiz/quizzes",
                    "resource/resources",
                    "scorm/scorms",
                    "url/urls",
                    "wiki/wikis",
                    "workshop/workshops")
            .map(list -> "mod_" + list.replace("/", "_get_") + "_by_courses")
            .toList();

    private TakenAway() {}

    /** Has the site show some activities nowhere any more. */
    static void from(Student student, int... cmids) {
        IntStream.of(cmids).forEach(cmid -> from(student, cmid));
    }

    private static void from(Student student, int cmid) {
        student.moodle.answer(
                CONTENTS,
                Edits.of(sections -> sections.forEach(section -> remove(section.path("modules"), "id", cmid))));
        LISTS.forEach(function -> student.moodle.answer(Where.function(function), Edits.of(answer -> {
            remove(answer, "cmid", cmid);
            answer.forEach(list -> remove(list, "coursemodule", cmid));
        })));
        student.moodle.answer(
                Where.function("mod_assign_get_assignments"),
                Edits.of(answer ->
                        answer.path("courses").forEach(course -> remove(course.path("assignments"), "cmid", cmid))));
    }

    private static void remove(JsonNode list, String name, int cmid) {
        if (list.isArray()) {
            Edits.remove(list, name, cmid);
        }
    }

    /** Has an activity moved into a section of its course that is closed to the student. */
    static void intoClosedSection(Student student, int cmid) {
        student.moodle.answer(CONTENTS, Edits.of(sections -> {
            boolean here = sections.findValues("modules").stream()
                    .anyMatch(modules -> modules.valueStream()
                            .anyMatch(module -> module.path("id").asInt() == cmid));
            if (here) {
                ((ArrayNode) sections)
                        .addObject()
                        .put("id", 9_000)
                        .put("name", "Cerrada")
                        .put("summary", "")
                        .put("uservisible", false)
                        .put("availabilityinfo", "Disponible desde el <strong>8 de diciembre de 2026</strong>")
                        .putArray("modules");
            }
        }));
        from(student, cmid);
    }

    /**
     * Has the site show no course any more, as at the end of term: it asks itself into none, and says nothing of that.
     *
     * @param refusal the code with which it refuses a course's contents
     */
    static void allCourses(Student student, String refusal) {
        List<String> lists = new ArrayList<>(ModuleList.FUNCTIONS.values());
        lists.addAll(List.of(
                "core_enrol_get_users_courses",
                "mod_assign_get_assignments",
                "mod_quiz_get_quizzes_by_courses",
                "mod_forum_get_forums_by_courses",
                "gradereport_overview_get_course_grades"));
        lists.forEach(function -> student.moodle.answer(Where.function(function), Edits::emptied));
        student.moodle.fail(CONTENTS, Failure.error(refusal));
        student.moodle.fail(Where.function("core_course_get_updates_since"), Failure.error("requireloginerror"));
        student.moodle.fail(Where.function("gradereport_user_get_grade_items"), Failure.error("requireloginerror"));
        student.moodle.answer(Where.function("core_calendar_get_calendar_events"), Edits.of(answer -> {
            ArrayNode warnings = (ArrayNode) answer.get("warnings");
            for (int course = 2; course <= 6; course++) {
                Edits.remove(answer.get("events"), "courseid", course);
                warnings.addObject().put("item", "course").put("itemid", course).put("warningcode", "nopermissions");
            }
        }));
    }

    /** Closes a section: it is shown with a reason, and without what is in it. */
    static void close(Student student, int section) {
        student.moodle.answer(CONTENTS, Edits.where("id", section, object -> {
            if (object.has("modules")) {
                object.put("uservisible", false)
                        .put("availabilityinfo", "Disponible desde el <strong>8 de diciembre de 2026</strong>")
                        .putArray("modules");
            }
        }));
    }
}
