package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Change;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Part;
import dev.unitracker.run.PartOutcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each part can be looked at alone, by its own timetable. */
class PartsAloneTest {

    @ParameterizedTest
    @CsvSource({
        "moodle_courses, 5",
        "moodle_contents, 39",
        "moodle_updates, 0",
        "moodle_forums, 39",
        "moodle_assignments, 6",
        "moodle_quizzes, 2",
        "moodle_grades, 0",
        "moodle_calendar, 3",
        "moodle_files, 0"
    })
    void a_part_alone_finds_what_is_its_own(String name, int items) {
        try (Student student = Student.ofDemo()) {
            SyncReport report = student.lookAt(name);

            assertThat(report.complete()).isTrue();
            assertThat(report.items()).isEqualTo(items);
            assertThat(report.run().parts()).containsExactly(PartOutcome.complete(name));
        }
    }

    @Test
    void one_after_the_other_they_tell_what_they_tell_together() {
        try (Student together = Student.ofDemo();
                Student student = Student.ofDemo()) {
            together.settled();
            student.settled();
            together.moodle.moveTo(3);
            student.moodle.moveTo(3);
            together.quietLook();
            List<String> expected = news(together.quietLook(), together.ledger());

            List<Change> told = new ArrayList<>();
            for (int round = 0; round < 2; round++) {
                for (Part part : parts(student)) {
                    told.addAll(student.lookAt(part.name()).changes());
                }
            }

            assertThat(told.stream()
                            .filter(Change::meaningful)
                            .map(change -> change.item().key())
                            .distinct()
                            .sorted()
                            .toList())
                    .isEqualTo(expected);
        }
    }

    private static List<Part> parts(Student student) {
        return Student.collector(student.moodle, site -> site.token("none")).parts();
    }

    private static List<String> news(SyncReport last, List<Change> ledger) {
        assertThat(last.complete()).isTrue();
        return ledger.stream()
                .filter(change -> change.meaningful() && !change.baseline())
                .map(change -> change.item().key())
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void what_a_part_alone_does_not_read_is_left_to_the_others() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.moodle.moveTo(3);
            student.lookAt("moodle_contents");

            List<Change> changes = student.lookAt("moodle_grades").news();

            assertThat(changes)
                    .extracting(change -> change.item().key())
                    .containsExactlyInAnyOrder("course:2", "course:5", "module:8", "module:29");
        }
    }
}
