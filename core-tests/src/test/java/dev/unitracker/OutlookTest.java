package dev.unitracker;

import static dev.unitracker.Classroom.CONTENTS;
import static dev.unitracker.Classroom.module;
import static dev.unitracker.Classroom.notLooked;
import static dev.unitracker.Classroom.part;
import static dev.unitracker.Classroom.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.dates.Fact;
import dev.unitracker.dates.FactType;
import dev.unitracker.model.Completion;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.StoredItem;
import dev.unitracker.notice.Message;
import dev.unitracker.spi.Sighting;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutlookTest {

    private static final Duration FORTNIGHT = Duration.ofDays(14);
    private static final Instant SOON = Classroom.START.plus(Duration.ofDays(3));
    private static final Instant SOONER = Classroom.START.plus(Duration.ofDays(2));

    private final Classroom classroom = new Classroom();

    @Test
    void deadlines_come_soonest_first_then_by_id() {
        look(due(10, SOON), due(9, SOON), due(11, SOONER), due(12, Classroom.START), due(13, null));

        assertThat(deadlines()).containsExactly("module:11", "module:9", "module:10");
    }

    @Test
    void a_deadline_at_the_end_of_the_time_is_outside_and_one_now_is_inside() {
        look(due(1, Classroom.START.plus(Duration.ofHours(1))), due(2, Classroom.START.plus(Duration.ofHours(2))));

        List<StoredItem> deadlines = classroom.tracker.account().deadlines(Duration.ofHours(1));

        assertThat(deadlines).extracting(item -> item.item().id().key()).containsExactly("module:1");
    }

    @Test
    void what_is_completed_is_left_out() {
        look(due(1, SOON), module(2).due(SOON, DateRule.ACTIVITY).completion(Completion.COMPLETED));

        classroom.override("module:1", "completed");

        assertThat(deadlines()).isEmpty();
        assertThat(risks()).isEmpty();
    }

    @Test
    void what_is_removed_is_left_out() {
        look(due(1, SOON), due(2, SOON));
        look(due(2, SOON));
        look(due(2, SOON));

        assertThat(deadlines()).containsExactly("module:2");
        assertThat(risks()).containsExactly("module:2 DUE");
    }

    @Test
    void what_is_out_of_sight_is_left_out_with_all_that_lies_in_it() {
        Sighting inIt = part("file:1:/a.pdf", ItemType.MATERIAL_FILE, "module:1")
                .facts(List.of(exam("2026-03-10", "")))
                .build();
        classroom.look(seen(CONTENTS, due(1, SOON).build(), due(2, SOON).build(), inIt));

        classroom.look(
                seen(CONTENTS, due(1, SOON).build().hidden(), due(2, SOON).build(), inIt));

        assertThat(deadlines()).containsExactly("module:2");
        assertThat(risks()).containsExactly("module:2 DUE");
    }

    @Test
    void what_belongs_to_a_course_that_was_left_is_left_out() {
        String courses = "moodle_courses/courses";
        Sighting course =
                Sighting.of("course:2", ItemType.COURSE).course("course:2").build();
        classroom.look(seen(courses, course), seen(CONTENTS, due(1, SOON).build()));
        classroom.look(seen(courses));
        classroom.look(seen(courses));

        assertThat(classroom.isThere("module:1")).isTrue();
        assertThat(deadlines()).isEmpty();
        assertThat(risks()).isEmpty();
    }

    @Test
    void an_activity_has_one_row_for_whatever_comes_soonest() {
        look(due(1, SOON).facts(List.of(exam("2026-03-04", "a"), exam("2026-03-06", "b"))));

        assertThat(risks()).containsExactly("module:1 EXAM");
    }

    @Test
    void an_activity_and_its_files_have_one_row_together() {
        look(
                due(1, SOON),
                part("file:1:/a.pdf", ItemType.MATERIAL_FILE, "module:1").facts(List.of(exam("2026-03-04", "a"))),
                part("file:1:/b.pdf", ItemType.MATERIAL_FILE, "module:1").state(Field.REVIEW_STATUS, "watch"));

        assertThat(risks()).containsExactly("file:1:/a.pdf EXAM");
    }

    @Test
    void two_discussions_of_a_forum_are_two_things() {
        look(
                module(1),
                part("discussion:1", ItemType.ANNOUNCEMENT, "module:1").facts(List.of(exam("2026-03-04", "a"))),
                part("discussion:2", ItemType.ANNOUNCEMENT, "module:1").facts(List.of(exam("2026-03-05", "a"))));

        assertThat(risks()).containsExactly("discussion:1 EXAM", "discussion:2 EXAM");
    }

    @Test
    void schedules_to_watch_come_last() {
        look(module(1).state(Field.REVIEW_STATUS, "watch"), due(2, SOON));

        assertThat(risks()).containsExactly("module:2 DUE", "module:1 WATCH");
        assertThat(classroom.tracker.account().risks(FORTNIGHT).get(1).at()).isNull();
    }

    @Test
    void what_needs_review_is_not_a_schedule_to_watch() {
        look(module(1).state(Field.REVIEW_STATUS, "needs_review"));

        assertThat(risks()).isEmpty();
    }

    @Test
    void an_exam_on_a_day_lasts_the_whole_day_where_the_student_is() {
        look(module(1).facts(List.of(exam("2026-03-10", "a"))));

        classroom.clock.set(Instant.parse("2026-03-11T02:59:00Z"));
        assertThat(risks()).containsExactly("module:1 EXAM");

        classroom.clock.set(Instant.parse("2026-03-11T03:00:00Z"));
        assertThat(risks()).isEmpty();
    }

    @Test
    void an_exam_on_a_day_is_told_by_its_name_and_without_a_time() {
        look(
                module(1).title("Fechas").facts(List.of(exam("2026-03-10", "segundo parcial"))),
                module(2).title("Final").facts(List.of(exam("2026-03-11T21:00:00Z", ""))));

        assertThat(classroom.tracker.account().digest(FORTNIGHT).lines())
                .extracting(Message.Line::text)
                .contains("mar 10 mar · Fechas: segundo parcial", "mié 11 mar 18:00 · Final: examen");
    }

    @Test
    void a_digest_says_in_the_readers_words_what_was_not_looked_at() {
        classroom.look(
                seen(CONTENTS, module(1).build()),
                notLooked("moodle_grades/grades/course:2"),
                notLooked("moodle_files/files"),
                notLooked("library/loans"));

        Language labelled =
                Language.SPANISH.with(Map.of("part.moodle_grades", "notas", "part.moodle_files", "archivos"));
        assertThat(classroom.tracker.account().digest(FORTNIGHT, labelled).text())
                .endsWith("sin leer: library, archivos, notas (access denied)");
    }

    @Test
    void an_exam_of_which_nobody_can_tell_the_date_is_no_risk() {
        look(module(1).facts(List.of(exam("T some day", "a"), exam("2026-02-30", "b"))));

        assertThat(risks()).isEmpty();
    }

    private void look(Sighting.Builder... sightings) {
        classroom.look(seen(
                CONTENTS, Arrays.stream(sightings).map(Sighting.Builder::build).toList()));
    }

    private List<String> deadlines() {
        return classroom.tracker.account().deadlines(FORTNIGHT).stream()
                .map(item -> item.item().id().key())
                .toList();
    }

    private List<String> risks() {
        return classroom.tracker.account().risks(FORTNIGHT).stream()
                .map(risk -> risk.item().id().key() + " " + risk.reason())
                .toList();
    }

    private static Sighting.Builder due(int number, @Nullable Instant due) {
        return module(number).due(due, DateRule.ACTIVITY);
    }

    private static Fact exam(String value, String label) {
        return new Fact(FactType.EXAM_AT, label, value, 0.9, "date-grammar", "el parcial", null);
    }
}
