package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.report.SyncReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The student has an extension of an assignment, which both the calendar and the student's own submission tell. */
class LostExtensionTest {

    /** From here on the extension is in the recording. */
    private static final int EXTENDED = 17;

    private static final int EVENT = 43;
    private static final Instant EXTENSION = Instant.parse("2027-01-06T02:59:00Z");
    private static final Instant FOR_ALL = Instant.parse("2026-11-28T02:59:00Z");

    private final Student student = Student.of(DamagedTerm.TERM);

    @BeforeEach
    void extended() {
        student.moodle.moveTo(EXTENDED);
    }

    @AfterEach
    void close() {
        student.close();
    }

    @Test
    void a_calendar_that_lost_it_once_does_not_bring_back_the_date_of_all() {
        onlyTheCalendarTells();
        student.settled();

        withoutEvent();
        SyncReport once = lookLater();
        student.moodle.clearFailures();
        onlyTheCalendarTells();
        SyncReport afterwards = lookLater();

        assertThat(once.changes()).isEmpty();
        assertThat(afterwards.changes()).isEmpty();
        assertThat(student.item("module:5").dueAt()).contains(EXTENSION);
    }

    @Test
    void nor_does_it_where_the_assignment_cannot_be_read() {
        somethingIsNotReadable();
        student.settled();

        withoutEvent();
        SyncReport once = lookLater();
        SyncReport twice = lookLater();

        assertThat(once.changes()).isEmpty();
        assertThat(twice.changes()).isEmpty();
        assertThat(student.item("module:5").dueAt()).contains(EXTENSION);
    }

    @Test
    void a_calendar_that_does_not_tell_it_twice_says_that_it_is_taken_back() {
        onlyTheCalendarTells();
        student.settled();

        withoutEvent();
        lookLater();
        SyncReport twice = lookLater();

        assertThat(kinds(twice)).containsExactly(ChangeKind.DEADLINE_CHANGED);
        assertThat(student.item("module:5").dueAt()).contains(FOR_ALL);
    }

    @Test
    void where_both_answers_agree_it_is_taken_back_at_once() {
        student.settled();
        assertThat(student.item("module:5").dueAt()).contains(EXTENSION);

        withoutEvent();
        onlyTheCalendarTells();
        SyncReport once = lookLater();

        assertThat(kinds(once)).containsExactly(ChangeKind.DEADLINE_CHANGED);
        assertThat(student.item("module:5").dueAt()).contains(FOR_ALL);
    }

    private SyncReport lookLater() {
        student.wait(Duration.ofHours(1));
        return student.look();
    }

    private static List<ChangeKind> kinds(SyncReport report) {
        return report.changes().stream()
                .filter(change -> change.item().key().equals("module:5"))
                .map(Change::kind)
                .toList();
    }

    private void onlyTheCalendarTells() {
        student.moodle.answer(
                Where.function("mod_assign_get_submission_status"),
                Edits.where(
                        "extensionduedate", EXTENSION.getEpochSecond(), attempt -> attempt.put("extensionduedate", 0)));
    }

    /** What cannot be read of the assignment costs the question after the student's own submission, too. */
    private void somethingIsNotReadable() {
        student.moodle.answer(
                Where.function("mod_assign_get_assignments"),
                Edits.where("cmid", 5, assignment -> assignment.put("allowsubmissionsfromdate", Long.MAX_VALUE)));
    }

    private void withoutEvent() {
        student.moodle.answer(
                Where.function("core_calendar_get_calendar_events"),
                Edits.of((JsonNode answer) -> Edits.remove(answer.path("events"), "id", EVENT)));
    }
}
