package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.ItemQuery;
import dev.unitracker.report.SyncReport;
import dev.unitracker.spi.NoteOwner;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a look costs the site, by the site's own count. */
class RequestCountTest {

    @Test
    void a_first_look_with_login_and_files_makes_at_most_30_requests() {
        try (Student student = Student.ofDemo(password -> password)) {
            SyncReport report = student.look();

            assertThat(report.complete()).isTrue();
            assertThat(student.moodle.logins()).isEqualTo(1);
            assertThat(student.moodle.requests()).isLessThanOrEqualTo(30);
            assertThat(report.run().requests()).isEqualTo(student.moodle.requests());
        }
    }

    @Test
    void a_full_look_at_what_did_not_change_makes_at_most_8_requests_and_writes_nothing() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            int artifacts = student.artifacts.count();
            List<Object> rows = rows(student);

            SyncReport report = student.look();

            System.out.println("full look, nothing changed: " + student.moodle.requests() + " requests");
            assertThat(student.moodle.requests()).isLessThanOrEqualTo(8);
            assertThat(report.changes()).isEmpty();
            assertThat(student.artifacts.count()).isEqualTo(artifacts);
            assertThat(rows(student)).isEqualTo(rows);
        }
    }

    @Test
    void a_quiet_look_at_what_did_not_change_makes_at_most_4_requests_and_writes_nothing() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.quietLook();
            student.moodle.resetCounts();
            int artifacts = student.artifacts.count();
            List<Object> rows = rows(student);

            SyncReport report = student.quietLook();

            System.out.println("quiet look, nothing changed: " + student.moodle.requests() + " requests");
            assertThat(report.run().full()).isFalse();
            assertThat(student.moodle.requests()).isLessThanOrEqualTo(4);
            assertThat(report.changes()).isEmpty();
            assertThat(student.artifacts.count()).isEqualTo(artifacts);
            assertThat(rows(student)).isEqualTo(rows);
        }
    }

    @Test
    void nothing_is_ever_asked_that_marks_something_as_seen() {
        try (Student student = Student.ofDemo()) {
            for (int step = 0; step < 5; step++) {
                student.moodle.moveTo(step);
                student.look();
                student.quietLook();
            }

            assertThat(student.moodle.countsByFunction().keySet())
                    .noneMatch(function -> function.contains("_view_"))
                    .allMatch(function -> function.contains("_get_") || function.contains("_call_external_functions"));
            assertThat(student.moodle.log()).allMatch(asked -> asked.method().equals("POST"));
        }
    }

    /** Everything that is stored but the runs. */
    private static List<Object> rows(Student student) {
        return student.store.inTransaction(
                "default",
                session -> List.of(
                        session.items().find(ItemQuery.all()),
                        session.sightings().inScopes(""),
                        session.sightings().settled(),
                        session.ledger().last(),
                        new TreeMap<>(session.notes().all(NoteOwner.CORE)),
                        new TreeMap<>(session.notes().all(NoteOwner.collector("moodle")))));
    }
}
