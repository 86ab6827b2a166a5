package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.Tracker;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.Change;
import dev.unitracker.model.Field;
import dev.unitracker.report.SyncReport;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nothing tells of is seen by quick looks all the same: each course is read whole in its turn. */
class TurnTest {

    private static final Duration NEVER = Duration.ofDays(36_500);
    private static final Duration SIX_HOURS = Duration.ofHours(6);

    private Instant now = Instant.parse("2026-11-30T12:00:00Z");

    private Tracker tracker(FacultySite site) {
        return Tracker.of(new InMemoryStore(), ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH)
                .collector(Moodle.at(site.url())
                        .token("abcdef0123456789")
                        .retry(3, Duration.ofMillis(1), Duration.ofMillis(5))
                        .requestsPerMinute(1_000_000)
                        .files(500, 1000)
                        .build())
                .fullLookEvery(NEVER)
                .clock(() -> now)
                .build();
    }

    @ParameterizedTest(name = "{0} courses")
    @ValueSource(ints = {5, 14, 40})
    void each_course_is_whole_within_six_hours_at_no_more_than_one_request_more_a_look(int courses) {
        try (FacultySite site = new FacultySite(courses, 1).withForums()) {
            Tracker tracker = tracker(site);
            int before = settled(tracker, site);
            List<Integer> requests = new ArrayList<>();
            Map<String, Integer> asked = new HashMap<>();

            for (int look = 1; look <= looks(20); look++) {
                SyncReport report = after(Duration.ofMinutes(20), tracker);
                requests.add(site.requests());
                site.counts().forEach((question, times) -> asked.merge(question, times, Integer::sum));
                assertThat(report.run().full()).isFalse();
                assertThat(report.changes()).isEmpty();
            }

            System.out.println(courses + " courses: a quiet look in " + before + " requests, with a turn " + requests);
            assertThat(requests).allMatch(made -> made <= before + 1);
            assertThat(asked.keySet()).containsAll(wholeOf(courses));
        }
    }

    @ParameterizedTest(name = "{0} courses, a look each {1} minutes")
    @CsvSource({"5, 20", "14, 20", "40, 20", "5, 60", "14, 60", "40, 60", "5, 240", "14, 240", "40, 240"})
    void what_no_update_tells_of_is_found_within_three_looks_or_six_hours(int courses, int minutes) {
        try (FacultySite site = new FacultySite(courses, 1).withForums()) {
            Tracker tracker = tracker(site);
            settled(tracker, site);
            site.restrict(2);
            site.removeFolder(3);
            site.announce(4);
            site.moveDiscussion(5);
            site.displayInPercent();

            List<String> told = new ArrayList<>();
            // A removal is proven by the look that follows.
            IntStream.rangeClosed(0, looks(minutes))
                    .mapToObj(look -> after(Duration.ofMinutes(minutes), tracker))
                    .flatMap(report -> report.changes().stream())
                    .forEach(change -> told.add(inWords(change)));

            assertThat(told)
                    .contains(
                            "module:102 availability_changed",
                            "module:103 removed",
                            "discussion:4004 new",
                            "grade:2 grade_changed",
                            "grade:" + (courses + 1) + " grade_changed");
            assertThat(tracker.account().items())
                    .filteredOn(stored -> stored.item().id().key().equals("discussion:1005"))
                    .singleElement()
                    .satisfies(stored ->
                            assertThat(stored.item().get(Field.WITHIN)).contains("module:805"));
        }
    }

    private static int settled(Tracker tracker, FacultySite site) {
        tracker.sync();
        tracker.sync();
        site.requests();
        tracker.sync();
        site.counts();
        return site.requests();
    }

    /** Six hours, and at least three looks. */
    private static int looks(int minutes) {
        return Math.max(3, (int) SIX_HOURS.dividedBy(Duration.ofMinutes(minutes)));
    }

    private SyncReport after(Duration time, Tracker tracker) {
        now = now.plus(time);
        return tracker.sync();
    }

    private static List<String> wholeOf(int courses) {
        return LongStream.rangeClosed(2, courses + 1L)
                .boxed()
                .flatMap(course -> List.of(
                        "core_course_get_contents " + course,
                        "gradereport_user_get_grade_items " + course,
                        "mod_forum_get_forum_discussions " + course,
                        "mod_forum_get_forum_discussions " + (300 + course))
                        .stream())
                .toList();
    }

    private static String inWords(Change change) {
        return change.item().key() + " " + change.kind().key();
    }
}
