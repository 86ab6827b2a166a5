package dev.unitracker.moodle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.moodle.simulator.Where;
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
