package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.Tracker;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Run.Outcome;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Forty courses, where only those that moved are read. */
class ManyCoursesTest {

    private static Tracker tracker(FacultySite site, int filesPerLook) {
        return Tracker.of(new InMemoryStore(), ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH)
                .collector(Moodle.at(site.url())
                        .token("abcdef0123456789")
                        .retry(3, Duration.ofMillis(1), Duration.ofMillis(5))
                        .requestsPerMinute(1_000_000)
                        .files(filesPerLook, 1000)
                        .build())
                .build();
    }

    @Test
    void a_quiet_look_at_forty_courses_makes_at_most_10_requests() {
        try (FacultySite site = new FacultySite(40, 2)) {
            Tracker tracker = tracker(site, 500);
            SyncReport first = tracker.sync();
            site.requests();

            SyncReport quiet = tracker.sync();

            int requests = site.requests();
            System.out.println("quiet look, forty courses, nothing changed: " + requests + " requests");
            assertThat(first.complete()).isTrue();
            assertThat(first.items()).isEqualTo(40 * 4);
            assertThat(quiet.run().full()).isFalse();
            assertThat(quiet.changes()).isEmpty();
            assertThat(requests).isLessThanOrEqualTo(10);
        }
    }

    @Test
    void a_course_that_moved_is_read() {
        try (FacultySite site = new FacultySite(40, 2)) {
            Tracker tracker = tracker(site, 500);
            tracker.sync();
            tracker.sync();
            site.move(17);

            SyncReport report = tracker.sync();

            assertThat(report.news()).extracting(Change::kind).containsExactly(ChangeKind.NEW);
            assertThat(report.news().get(0).item().key()).isEqualTo("file:117:/f17-2.txt");
        }
    }

    @Test
    void a_file_that_failed_is_read_at_the_next_look_although_its_course_did_not_move() {
        try (FacultySite site = new FacultySite(40, 2)) {
            Tracker tracker = tracker(site, 500);
            tracker.sync();
            site.breakFile("f17-2.txt");
            site.move(17);
            SyncReport broken = tracker.sync();
            site.rest();
            site.breakFile("none");

            SyncReport report = tracker.sync();

            assertThat(broken.run().outcome()).isEqualTo(Outcome.PARTIAL);
            assertThat(report.complete()).isTrue();
            assertThat(tracker.account().items())
                    .filteredOn(stored -> stored.item().id().key().equals("file:117:/f17-2.txt"))
                    .allMatch(stored -> stored.item().body().isPresent());
        }
    }

    @Test
    void two_hundred_files_are_read_look_by_look_and_none_twice() {
        try (FacultySite site = new FacultySite(20, 10)) {
            Tracker tracker = tracker(site, 150);

            SyncReport first = tracker.sync();
            SyncReport second = tracker.sync();
            site.requests();
            SyncReport third = tracker.sync();

            assertThat(first.run().notLooked())
                    .containsExactly("moodle_files: text of 50 files: left for the next look");
            assertThat(second.complete()).isTrue();
            assertThat(second.news()).isEmpty();
            assertThat(tracker.account().items())
                    .filteredOn(stored -> stored.item().id().key().startsWith("file:"))
                    .hasSize(200)
                    .allMatch(stored -> stored.item().body().isPresent());
            assertThat(third.changes()).isEmpty();
            assertThat(site.requests()).isLessThanOrEqualTo(10);
        }
    }
}
