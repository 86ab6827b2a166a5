package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Field;
import dev.unitracker.moodle.simulator.Failure;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.report.SyncReport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens to discussions of real forums: files are replaced, and discussions moved. */
class ForumLifeTest {

    private static final Where POSTS =
            Where.function("mod_forum_get_discussion_posts").with("discussionid", 1);
    private static final Where FORUMS = Where.function("mod_forum_get_forums_by_courses");
    private static final Where DISCUSSIONS = Where.function("mod_forum_get_forum_discussions");

    /** Any text file that the site has; what it says is written by each test. */
    private static final String FILE = "/webservice/pluginfile.php/49/mod_folder/content/0/README.md";

    private static final String KEY = "attachment:3:/cronograma.txt";

    @Test
    void a_schedule_attached_to_an_announcement_is_read_and_told_when_another_takes_its_place() {
        try (Student student = Student.ofDemo()) {
            attach(student, "Segundo parcial: 30/11/2026 18:00", 1795000000);
            student.settled();
            attach(student, "Segundo parcial: 02/12/2026 18:00", 1795000500);

            List<Change> changes = student.look().news();

            assertThat(changes).singleElement().satisfies(change -> {
                assertThat(change.kind()).isEqualTo(ChangeKind.EXAM_CHANGED);
                assertThat(change.item().key()).isEqualTo(KEY);
            });
            assertThat(student.item(KEY).body()).contains("Segundo parcial: 02/12/2026 18:00");
            assertThat(student.item(KEY).get(Field.WITHIN)).contains("discussion:3");
            assertThat(student.activeItems()).hasSize(82);
        }
    }

    @Test
    void a_file_that_could_not_be_read_is_read_at_the_next_look() {
        try (Student student = Student.ofDemo()) {
            attach(student, "Segundo parcial: 30/11/2026 18:00", 1795000000);
            student.moodle.failOnce(Where.path("49/mod_folder"), Failure.status(404));

            student.quietLook();
            student.quietLook();

            assertThat(student.item(KEY).body()).contains("Segundo parcial: 30/11/2026 18:00");
        }
    }

    @Test
    void a_file_that_is_taken_away_is_removed_and_the_discussion_is_not() {
        try (Student student = Student.ofDemo()) {
            attach(student, "Segundo parcial: 30/11/2026 18:00", 1795000000);
            student.settled();
            student.moodle.clearFailures();
            student.look();

            List<Change> changes = student.look().changes();

            assertThat(changes)
                    .extracting(change -> change.kind() + " " + change.item().key())
                    .containsExactly("REMOVED " + KEY);
        }
    }

    /** Attaches a file to an announcement of Cálculo I. */
    private static void attach(Student student, String text, long modified) {
        student.moodle.clearFailures();
        student.moodle.answer(
                DISCUSSIONS.with("forumid", 1),
                Edits.where(
                        "discussion",
                        3,
                        discussion -> discussion
                                .put("timemodified", modified)
                                .putArray("attachments")
                                .addObject()
                                .put("filename", "cronograma.txt")
                                .put("filepath", "/")
                                .put("mimetype", "text/plain")
                                .put("filesize", text.getBytes(StandardCharsets.UTF_8).length)
                                .put("timemodified", modified)
                                .put("fileurl", student.moodle.url() + FILE)));
        student.moodle.answer(Where.path("49/mod_folder"), old -> text);
    }

    @Test
    void a_discussion_that_was_moved_does_not_let_its_old_forum_be_read_for_ever() {
        try (Student student = Student.ofDemo()) {
            // A forum that the course's page does not show is there all the same, and what it lost proves nothing.
            student.moodle.answer(
                    Where.function("core_course_get_contents").with("courseid", 2),
                    Edits.of(sections -> sections.forEach(section -> Edits.remove(section.path("modules"), "id", 14))));
            student.settled();
            move(student, false);
            student.quietLook();
            student.quietLook();
            student.quietLook();
            student.moodle.resetCounts();

            SyncReport report = student.quietLook();

            assertThat(student.moodle.countsByFunction()).doesNotContainKey("mod_forum_get_forum_discussions");
            assertThat(report.changes()).isEmpty();
            assertThat(student.activeItems()).hasSize(81);
        }
    }

    @Test
    void a_discussion_that_is_moved_while_its_forums_are_read_costs_the_others_nothing() {
        try (Student student = Student.ofDemo()) {
            move(student, true);

            SyncReport report = student.look();

            assertThat(report.run().notLooked()).isEmpty();
            assertThat(student.activeItems()).hasSize(81);
        }
    }

    /** Moves a discussion with replies from the second forum of Cálculo I into the first. */
    private static void move(Student student, boolean seenInBoth) {
        posts(student, shown(5, "Sí"), shown(6, "No"));
        JsonNode[] moved = {
            Edits.read("{\"id\":900,\"discussion\":1,\"name\":\"Pregunta\",\"message\":\"Hola\","
                    + "\"created\":1795000000,\"timemodified\":1795000000,\"numreplies\":2}")
        };
        student.moodle.answer(FORUMS, Edits.where("id", 1, forum -> forum.put("numdiscussions", 3)));
        student.moodle.answer(FORUMS, Edits.where("id", 5, forum -> forum.put("numdiscussions", seenInBoth ? 1 : 0)));
        student.moodle.answer(
                DISCUSSIONS.with("forumid", 1),
                Edits.of(answer -> ((ArrayNode) answer.path("discussions")).add(moved[0])));
        student.moodle.answer(DISCUSSIONS.with("forumid", 5), Edits.of(answer -> {
            ArrayNode list = ((ObjectNode) answer).putArray("discussions");
            if (seenInBoth) {
                list.add(moved[0]);
            }
        }));
    }

    @Test
    void answers_to_a_question_are_told_when_they_are_shown_though_nothing_else_moves() {
        try (Student student = Student.ofDemo()) {
            question(student, 1, withheld(5));
            student.settled();
            student.quietLook();
            int unanswered = postsAsked(student);
            question(student, 2, withheld(5), shown(3, "Mía"));
            student.look();
            question(student, 2, shown(5, "Suya"), shown(3, "Mía"));

            List<Change> shown = student.quietLook().news();
            String text = student.item("discussion:1").get(Field.REPLY_TEXT).orElseThrow();
            student.moodle.resetCounts();
            student.quietLook();

            assertThat(unanswered).isZero();
            assertThat(shown)
                    .extracting(change -> change.kind() + " " + change.item().key())
                    .containsExactly("CONTENT_CHANGED discussion:1");
            assertThat(text).contains("Suya").contains("Mía").doesNotContain("cannot be viewed");
            assertThat(postsAsked(student)).isZero();
        }
    }

    private static int postsAsked(Student student) {
        return student.moodle.countsByFunction().getOrDefault("mod_forum_get_discussion_posts", 0);
    }

    /** Makes the second forum of Cálculo I one of questions, and lets the first of them have answers. */
    private static void question(Student student, int replies, JsonNode... answers) {
        student.moodle.clearFailures();
        student.moodle.answer(FORUMS, Edits.where("id", 5, forum -> forum.put("type", "qanda")));
        replies(student, replies, answers);
    }

    private static void replies(Student student, int replies, JsonNode... answers) {
        student.moodle.answer(
                DISCUSSIONS.with("forumid", 5),
                Edits.where(
                        "discussion",
                        1,
                        discussion -> discussion.put("numreplies", replies).put("timemodified", 1795400000 + replies)));
        posts(student, answers);
    }

    private static void posts(Student student, JsonNode... answers) {
        student.moodle.answer(POSTS, Edits.of(answer -> {
            ArrayNode posts = ((ObjectNode) answer).putArray("posts");
            for (JsonNode post : answers) {
                posts.add(post);
            }
        }));
    }

    @Test
    void a_reply_that_comes_twice_counts_once() {
        try (Student student = Student.ofDemo()) {
            replies(student, 2, shown(5, "Sí"), shown(6, "No"));
            student.settled();
            replies(student, 3, shown(5, "Sí"), shown(6, "No"), shown(7, "Quizás"));
            replies(student, 3, shown(5, "Sí"), shown(6, "No"), shown(7, "Quizás"), shown(5, "Sí"));

            student.look();

            assertThat(student.item("discussion:1").get(Field.REPLY_TEXT).orElseThrow())
                    .isEqualTo("Somebody: Sí\nSomebody: No\nSomebody: Quizás");
        }
    }

    @Test
    void replies_that_are_counted_and_do_not_come_are_as_they_were() {
        try (Student student = Student.ofDemo()) {
            replies(student, 2, shown(5, "Sí"), shown(6, "No"));
            student.settled();
            student.moodle.clearFailures();
            replies(student, 3, shown(5, "Sí"));
            SyncReport fewer = student.look();
            student.moodle.clearFailures();
            replies(student, 3, shown(5, "Sí"), shown(6, "No"), shown(7, "Quizás"));

            SyncReport all = student.quietLook();

            assertThat(fewer.changes())
                    .flatExtracting(Change::fields)
                    .noneMatch(field -> field.field().equals(Field.REPLY_TEXT.key()));
            assertThat(fewer.run().notLooked()).anyMatch(line -> line.contains("1 came although the discussion has 3"));
            assertThat(all.changes())
                    .flatExtracting(Change::fields)
                    .filteredOn(field -> field.field().equals(Field.REPLY_TEXT.key()))
                    .singleElement()
                    .satisfies(field ->
                            assertThat(field.after()).isEqualTo("Somebody: Sí\nSomebody: No\nSomebody: Quizás"));
        }
    }

    private static JsonNode shown(int author, String text) {
        return post(author, text, true);
    }

    private static JsonNode withheld(int author) {
        return post(author, "This body cannot be viewed", false);
    }

    private static JsonNode post(int author, String text, boolean view) {
        return AddedActivity.json("{'id':" + (900 + author)
                + ",'parentid':1,'hasparent':true,'isdeleted':false,'timecreated':1795400000,'message':'"
                + text
                + "','author':{'id':" + (view ? author : "null") + ",'fullname':'Somebody'},'capabilities':{'view':"
                + view + "}}");
    }

    @Test
    void a_forum_of_a_single_discussion_is_one_item_that_tells_its_text_and_its_replies_once() {
        try (Student student = Student.ofDemo()) {
            single(student, "Debate", 0);
            student.settled();
            int items = student.activeItems().size();
            single(student, "Debate sobre límites", 0);
            List<Change> renamed = student.look().news();
            single(student, "Debate sobre límites", 1, shown(5, "El parcial se posterga"));
            List<Change> replied = student.look().news();
            student.moodle.resetCounts();
            student.quietLook();

            assertThat(items).isEqualTo(80);
            assertThat(renamed)
                    .extracting(change -> change.kind() + " " + change.item().key())
                    .containsExactly("CONTENT_CHANGED module:14");
            assertThat(replied)
                    .extracting(change -> change.kind() + " " + change.item().key())
                    .containsExactly("CONTENT_CHANGED module:14");
            assertThat(student.item("module:14").get(Field.REPLY_TEXT).orElseThrow())
                    .endsWith("El parcial se posterga");
            assertThat(student.moodle.countsByFunction()).doesNotContainKey("mod_forum_get_forum_discussions");
        }
    }

    private static void single(Student student, String name, int replies, JsonNode... answers) {
        student.moodle.clearFailures();
        student.moodle.answer(
                FORUMS,
                Edits.where(
                        "id",
                        5,
                        forum -> forum.put("type", "single").put("name", name).put("intro", name)));
        student.moodle.answer(
                Where.function("core_course_get_contents").with("courseid", 2),
                Edits.where("id", 14, module -> module.put("name", name)));
        student.moodle.answer(
                DISCUSSIONS.with("forumid", 5),
                Edits.where(
                        "discussion",
                        1,
                        discussion -> discussion.put("name", name).put("message", name)));
        replies(student, replies, answers);
    }
}
