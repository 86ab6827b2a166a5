package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.moodle.simulator.Failure;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.report.Risk;
import dev.unitracker.report.SyncReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a course no longer shows is not gone: the site is asked for each such activity alone. */
class OutOfSightTest {

    private static final String ALONE = "core_course_get_course_module";
    private static final Duration TERM = Duration.ofDays(120);

    /** An assignment, a quiz, a label, a link and a folder of one section. */
    private static final int ESSAY = 5;

    private static final int QUIZ = 8;
    private static final int LINK = 12;
    private static final int FOLDER = 13;

    /** Of several courses, and in none the most of it. */
    private static final int[] MANY = {5, 6, 9, 10, 15, 16, 17, 22, 23, 24, 29, 30};

    @Test
    void what_was_moved_into_a_closed_section_is_told_once_as_out_of_sight_and_never_as_removed() {
        try (Student student = Student.ofDemo().settled()) {
            Item before = student.item("module:" + LINK);
            TakenAway.from(student, LINK, FOLDER);
            TakenAway.close(student, 3);

            List<Change> told = looks(student, 4).stream()
                    .filter(change -> !change.fields().stream()
                            .allMatch(field -> field.field().equals(Field.AVAILABILITY.key())))
                    .toList();

            assertThat(told)
                    .extracting(change -> change.item().key(), Change::kind)
                    .containsExactlyInAnyOrder(
                            tuple("module:12", ChangeKind.AVAILABILITY_CHANGED),
                            tuple("module:13", ChangeKind.AVAILABILITY_CHANGED));
            assertThat(student.item("module:" + LINK)).isEqualTo(before.with(Field.STATUS, ItemStatus.HIDDEN.key()));
        }
    }

    @Test
    void what_comes_back_into_sight_is_told_once_and_is_as_it_was() {
        try (Student student = Student.ofDemo().settled()) {
            List<Item> before = student.activeItems();
            student.moodle.restCron();
            TakenAway.from(student, ESSAY, QUIZ, LINK, FOLDER);
            looks(student, 3);
            student.moodle.clearFailures();

            SyncReport back = student.quietLook();

            assertThat(back.changes())
                    .extracting(change -> change.item().key(), Change::kind)
                    .containsExactlyInAnyOrder(
                            tuple("module:5", ChangeKind.AVAILABILITY_CHANGED),
                            tuple("module:8", ChangeKind.AVAILABILITY_CHANGED),
                            tuple("module:12", ChangeKind.AVAILABILITY_CHANGED),
                            tuple("module:13", ChangeKind.AVAILABILITY_CHANGED));
            assertThat(looks(student, 2)).isEmpty();
            assertThat(student.activeItems()).isEqualTo(before);
        }
    }

    @Test
    void what_comes_back_keeps_what_was_said_of_it_though_that_cannot_be_read_yet() {
        try (Student student = Student.ofDemo().settled()) {
            Item before = student.item("module:" + ESSAY);
            student.moodle.restCron();
            TakenAway.from(student, ESSAY);
            looks(student, 2);
            student.moodle.clearFailures();
            student.moodle.answer(
                    Where.function("mod_assign_get_assignments"),
                    Edits.where("cmid", ESSAY, assignment -> assignment.put("intro", 7)));

            List<Change> back = looks(student, 2);

            assertThat(back).extracting(Change::kind).containsExactly(ChangeKind.AVAILABILITY_CHANGED);
            assertThat(student.item("module:" + ESSAY)).isEqualTo(before);
        }
    }

    @Test
    void what_is_out_of_sight_is_not_due_and_no_risk_and_neither_is_what_lies_in_it() {
        try (Student student = Student.ofDemo().settled()) {
            assertThat(ahead(student)).contains("module:5", "module:8");
            student.moodle.restCron();
            TakenAway.from(student, ESSAY, QUIZ);

            looks(student, 2);

            assertThat(ahead(student)).doesNotContain("module:5", "module:8").isNotEmpty();
        }
    }

    /** An assignment with a date of the student's own, which the course's contents do not tell. */
    @Test
    void what_is_out_of_sight_or_in_a_closed_section_keeps_the_students_own_deadline() {
        try (Student student = Student.of(Recording.term())) {
            student.moodle.moveTo(22);
            student.settled();
            Instant due = student.item("module:6").dueAt().orElseThrow();

            TakenAway.from(student, 6);
            TakenAway.close(student, 3);
            List<Change> closed = of("module:6", looks(student, 2));
            student.moodle.clearFailures();
            List<Change> open = of("module:6", looks(student, 2));
            student.moodle.restCron();
            student.moodle.moveTo(23);
            List<Change> waiting = of("module:6", looks(student, 2));

            assertThat(closed).extracting(Change::kind).containsExactly(ChangeKind.AVAILABILITY_CHANGED);
            assertThat(open).extracting(Change::kind).containsExactly(ChangeKind.AVAILABILITY_CHANGED);
            assertThat(waiting).extracting(Change::kind).containsExactly(ChangeKind.AVAILABILITY_CHANGED);
            assertThat(student.item("module:6").dueAt()).contains(due);
        }
    }

    /** While it is restricted, only what was said before tells its text, and a look long ago that missed it proves nothing. */
    @Test
    void what_was_restricted_keeps_its_text_when_it_is_moved_into_a_closed_section_and_back() {
        try (Student student = Student.of(Recording.term()).settled()) {
            TakenAway.from(student, LINK);
            student.look();
            student.moodle.clearFailures();
            student.moodle.moveTo(21);
            student.settled();
            String text = student.item("module:" + LINK).body().orElseThrow();

            TakenAway.intoClosedSection(student, LINK);
            List<Change> closed = of("module:" + LINK, looks(student, 3));
            student.moodle.clearFailures();
            List<Change> open = of("module:" + LINK, looks(student, 2));

            assertThat(Stream.concat(closed.stream(), open.stream()))
                    .allMatch(change -> change.fields().stream()
                            .noneMatch(field -> field.field().equals(Field.BODY.key())));
            assertThat(student.item("module:" + LINK).body()).contains(text);
        }
    }

    private static List<Change> of(String key, List<Change> changes) {
        return changes.stream()
                .filter(change -> change.item().key().equals(key))
                .toList();
    }

    @Test
    void a_deletion_that_waits_for_cron_is_out_of_sight_and_then_removed() {
        try (Student student = Student.ofDemo().settled()) {
            student.moodle.restCron();
            TakenAway.from(student, FOLDER);
            List<Change> waiting = looks(student, 3);
            student.moodle.runCron();

            List<Change> gone = Stream.concat(student.look().changes().stream(), student.quietLook().changes().stream())
                    .toList();

            assertThat(waiting).extracting(Change::kind).containsExactly(ChangeKind.AVAILABILITY_CHANGED);
            assertThat(gone).extracting(Change::kind).containsOnly(ChangeKind.REMOVED);
            assertThat(gone).extracting(change -> change.item().key()).contains("module:13");
            assertThat(looks(student, 2)).isEmpty();
        }
    }

    @Test
    void what_is_gone_is_removed_within_two_looks_as_before() {
        try (Student student = Student.ofDemo().settled()) {
            TakenAway.from(student, LINK);

            SyncReport first = student.quietLook();
            SyncReport second = student.quietLook();

            assertThat(first.changes()).isEmpty();
            assertThat(second.changes()).extracting(Change::kind).containsExactly(ChangeKind.REMOVED);
            assertThat(asked(student)).isEqualTo(1);
        }
    }

    @Test
    void what_is_out_of_sight_is_asked_for_again_at_each_full_look_only() {
        try (Student student = Student.ofDemo().settled()) {
            student.moodle.restCron();
            TakenAway.from(student, LINK);
            looks(student, 2);
            student.quietLook();
            student.moodle.resetCounts();

            student.quietLook();
            int quiet = asked(student);
            int requests = student.moodle.requests();
            student.look();
            student.look();

            assertThat(quiet).isZero();
            assertThat(requests).isLessThanOrEqualTo(4);
            assertThat(asked(student)).isEqualTo(2);
        }
    }

    @Test
    void at_most_ten_are_asked_for_in_one_look_and_the_others_wait_for_the_next() {
        try (Student student = Student.ofDemo().settled()) {
            student.moodle.restCron();
            TakenAway.from(student, MANY);

            student.quietLook();
            student.moodle.resetCounts();
            SyncReport second = student.quietLook();
            int askedAtOnce = asked(student);
            List<Change> all = Stream.concat(second.changes().stream(), looks(student, 2).stream())
                    .toList();

            assertThat(askedAtOnce).isEqualTo(10);
            assertThat(all).extracting(Change::kind).containsOnly(ChangeKind.AVAILABILITY_CHANGED);
            assertThat(all).extracting(change -> change.item().key()).containsExactlyInAnyOrder(keys(MANY));
        }
    }

    @Test
    void while_a_mass_removal_is_held_nothing_is_asked_alone() {
        try (Student student = Student.ofDemo().settled()) {
            TakenAway.from(student, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);

            List<Change> changes = looks(student, 3);

            assertThat(changes).isEmpty();
            assertThat(asked(student)).isZero();
        }
    }

    @Test
    void what_the_site_does_not_say_is_held_and_believed_at_the_third_look_a_day_later() {
        try (Student student = Student.ofDemo().settled()) {
            student.moodle.fail(Where.function(ALONE), Failure.error("generalexceptionmessage"));
            TakenAway.from(student, LINK);

            List<Change> held = looks(student, 3);
            student.wait(Duration.ofHours(25));
            SyncReport report = student.look();

            assertThat(held).isEmpty();
            assertThat(report.changes()).extracting(Change::kind).containsExactly(ChangeKind.REMOVED);
        }
    }

    @Test
    void a_site_without_the_function_removes_as_before() {
        try (Student student = Student.ofDemo()) {
            student.moodle.removeFunction(ALONE);
            student.settled();
            TakenAway.from(student, MANY);

            List<Change> changes = looks(student, 2);

            assertThat(changes).extracting(Change::kind).containsOnly(ChangeKind.REMOVED);
            assertThat(changes).extracting(change -> change.item().key()).contains(keys(MANY));
        }
    }

    @Test
    void what_is_out_of_sight_stays_so_when_the_site_offers_the_function_no_more() {
        try (Student student = Student.ofDemo().settled()) {
            student.moodle.restCron();
            TakenAway.from(student, LINK);
            looks(student, 2);
            student.moodle.removeFunction(ALONE);
            student.wait(Duration.ofHours(25));

            assertThat(looks(student, 3)).isEmpty();
            assertThat(student.item("module:" + LINK).status()).isEqualTo(ItemStatus.HIDDEN);
        }
    }

    private static List<Change> looks(Student student, int times) {
        return IntStream.range(0, times)
                .boxed()
                .flatMap(time -> student.look().changes().stream())
                .toList();
    }

    private static String[] keys(int... cmids) {
        return IntStream.of(cmids).mapToObj(cmid -> "module:" + cmid).toArray(String[]::new);
    }

    private static int asked(Student student) {
        return student.moodle.countsByFunction().getOrDefault(ALONE, 0);
    }

    private static List<String> ahead(Student student) {
        return Stream.concat(
                        student.tracker().account().deadlines(TERM).stream().map(stored -> stored.item()),
                        student.tracker().account().risks(TERM).stream().map(Risk::item))
                .map(item -> item.id().key())
                .distinct()
                .toList();
    }
}
