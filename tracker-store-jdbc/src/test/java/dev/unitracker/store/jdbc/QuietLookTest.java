package dev.unitracker.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.Tracker;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.ItemType;
import dev.unitracker.report.SyncReport;
import dev.unitracker.spi.Sighting;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.testkit.RecordingNotifier;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuietLookTest {

    @Test
    void a_quiet_look_writes_its_run_and_the_row_of_its_account() {
        FakeCollector source = new FakeCollector("source").shows("contents/course:1", module(1), module(2));
        try (WatchedDatabase database = new WatchedDatabase()) {
            Tracker tracker = Tracker.of(
                            JdbcStore.on(database.dataSource()).build(),
                            ZoneId.of("America/Argentina/Buenos_Aires"),
                            Language.SPANISH)
                    .clock(new TestClock())
                    .collectors(List.of(source))
                    .build();
            tracker.sync();
            database.statements();

            SyncReport report = tracker.sync();

            List<String> statements = database.statements();
            assertThat(report.complete()).isTrue();
            assertThat(report.items()).isEqualTo(2);
            assertThat(statements)
                    .as("what reads the texts of all items")
                    .doesNotContain(JdbcItems.ALL.replace(":account", "?"));
            assertThat(statements)
                    .filteredOn(statement -> !statement.startsWith("select"))
                    .extracting(QuietLookTest::target)
                    .containsOnly("update tracker_account", "insert tracker_run")
                    .containsOnlyOnce("insert tracker_run")
                    .hasSizeLessThanOrEqualTo(5);
        }
    }

    @Test
    void a_quiet_minute_writes_nothing_though_a_reminder_waits_and_a_quiet_look_plans_nothing() {
        TestClock clock = new TestClock();
        FakeCollector source = new FakeCollector("source")
                .shows("contents/course:1", due(clock.instant().plus(Duration.ofHours(30))));
        try (WatchedDatabase database = new WatchedDatabase()) {
            Tracker tracker = Tracker.of(
                            JdbcStore.on(database.dataSource()).build(),
                            ZoneId.of("America/Argentina/Buenos_Aires"),
                            Language.SPANISH)
                    .clock(clock)
                    .collectors(List.of(source))
                    .notifier(new RecordingNotifier("chat", "ana", "juan"))
                    .build();
            tracker.sync();
            long planned = database.rows("tracker_outbox");
            database.statements();

            clock.advance(Duration.ofMinutes(1));
            tracker.dispatch();
            List<String> minute = database.statements();
            tracker.sync();

            assertThat(planned).isEqualTo(4);
            assertThat(minute).isNotEmpty().allMatch(statement -> statement.startsWith("select"));
            assertThat(database.statements())
                    .filteredOn(statement -> !statement.startsWith("select"))
                    .extracting(QuietLookTest::target)
                    .containsOnly("update tracker_account", "insert tracker_run");
            assertThat(database.rows("tracker_outbox")).isEqualTo(planned);
        }
    }

    @Test
    void an_alert_is_written_in_the_transaction_of_its_change() {
        TestClock clock = new TestClock();
        Instant due = clock.instant().plus(Duration.ofDays(30));
        FakeCollector source = new FakeCollector("source").shows("contents/course:1", due(due));
        try (WatchedDatabase database = new WatchedDatabase()) {
            Tracker tracker = Tracker.of(
                            JdbcStore.on(database.dataSource()).build(),
                            ZoneId.of("America/Argentina/Buenos_Aires"),
                            Language.SPANISH)
                    .clock(clock)
                    .collectors(List.of(source))
                    .notifier(new RecordingNotifier())
                    .build();
            tracker.sync();
            source.shows("contents/course:1", due(due.plusSeconds(60)));
            database.statements();

            tracker.sync();

            assertThat(database.transactions())
                    .filteredOn(made -> made.stream().anyMatch(statement -> statement.contains("into tracker_ledger")))
                    .singleElement()
                    .satisfies(
                            made -> assertThat(made).anyMatch(statement -> statement.contains("into tracker_outbox")));
        }
    }

    private static Sighting due(Instant due) {
        return Sighting.of("module:1", ItemType.ASSIGNMENT)
                .course("course:1")
                .title("Essay")
                .due(due, DateRule.ACTIVITY)
                .build();
    }

    /** Returns what is done to which table, for example {@code insert tracker_run}. */
    private static String target(String statement) {
        return statement.replaceFirst("(?s)^(\\w+)(?: into| from)?\\s+(\\w+).*$", "$1 $2");
    }

    private static Sighting module(int number) {
        return Sighting.of("module:" + number, ItemType.ASSIGNMENT)
                .course("course:1")
                .title("Essay " + number)
                .build();
    }
}
