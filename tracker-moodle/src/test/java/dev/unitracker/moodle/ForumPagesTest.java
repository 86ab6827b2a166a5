package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.moodle.simulator.Failure;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Run.Outcome;
import org.junit.jupiter.api.Test;

/** Forums with more discussions than one answer holds. */
class ForumPagesTest {

    @Test
    void a_forum_of_many_pages_is_read_to_its_end() {
        try (Student student = Student.ofDemo()) {
            pages(student, 250, 100);

            SyncReport report = student.look();

            assertThat(report.complete()).isTrue();
            assertThat(report.items()).isEqualTo(81 - 30 + 250);
            assertThat(student.moodle.countsByFunction()).containsEntry("mod_forum_get_forum_discussions", 5 + 2);
        }
    }

    @Test
    void a_page_that_fails_removes_none_of_its_discussions() {
        try (Student student = Student.ofDemo()) {
            pages(student, 250, 100);
            student.settled();
            student.moodle.fail(
                    Where.function("mod_forum_get_forum_discussions").with("page", 1),
                    Failure.error("dmlreadexception"));

            student.look();
            SyncReport report = student.look();

            assertThat(report.run().outcome()).isEqualTo(Outcome.PARTIAL);
            assertThat(report.run().notLooked())
                    .containsExactly("moodle_forums: discussions of Avisos: dmlreadexception (error/dmlreadexception)");
            assertThat(report.changes()).isEmpty();
        }
    }

    @Test
    void a_site_that_knows_no_pages_is_not_asked_for_ever() {
        try (Student student = Student.ofDemo()) {
            pages(student, 150, 150);

            SyncReport report = student.look();

            assertThat(report.complete()).isTrue();
            assertThat(report.items()).isEqualTo(81 - 30 + 150);
            assertThat(student.moodle.requests()).isLessThan(30);
        }
    }

    /** Lets the forum with the thirty announcements have more of them, in pages of a size whatever size is asked for. */
    private static void pages(Student student, int discussions, int size) {
        student.moodle.answer(
                Where.function("mod_forum_get_forums_by_courses"),
                Edits.where("cmid", 4, forum -> forum.put("numdiscussions", discussions)));
        for (int page = 0; page < 5; page++) {
            int first = discussions == size ? 0 : page * size;
            student.moodle.answer(
                    Where.function("mod_forum_get_forum_discussions")
                            .with("forumid", 4)
                            .with("page", page),
                    Edits.of(answer -> {
                        ArrayNode list = ((ObjectNode) answer).putArray("discussions");
                        for (int id = first; id < Math.min(first + size, discussions); id++) {
                            list.addObject()
                                    .put("id", 5000 + id)
                                    .put("discussion", 1000 + id)
                                    .put("name", "Aviso " + id)
                                    .put("message", "Texto " + id)
                                    .put("created", 1795000000 + id)
                                    .put("timemodified", 1795000000 + id)
                                    .put("numreplies", 0);
                        }
                    }));
        }
    }
}
