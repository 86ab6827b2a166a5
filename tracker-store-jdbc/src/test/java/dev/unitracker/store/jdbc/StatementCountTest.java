package dev.unitracker.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.Tracker;
import dev.unitracker.dates.Fact;
import dev.unitracker.dates.FactType;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.ItemType;
import dev.unitracker.report.SyncReport;
import dev.unitracker.spi.Sighting;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.testkit.RecordingNotifier;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Shows that the cost of writing a scope does not grow with what changed in it: a batch is one statement. Each alert that
 * comes of it is written in the same transaction.
 */
class StatementCountTest {

    private static final Instant DUE = Instant.parse("2026-03-20T23:59:00Z");
    private static final int ITEMS = 100;

    @ParameterizedTest
    @EnumSource
    void ten_moved_deadlines_among_a_hundred_items_take_at_most_twelve_statements(TestDatabase.Kind kind) {
        try (School school = new School(kind)) {
            school.look(modules(0, ITEMS, DUE));

            List<String> statements = school.look(both(modules(0, 10, DUE.plusSeconds(60)), modules(10, ITEMS, DUE)));

            assertThat(school.alerts()).isPositive();
            assertThat(statements).isNotEmpty().hasSizeLessThanOrEqualTo(12);
        }
    }

    @ParameterizedTest
    @EnumSource
    void new_and_removed_items_and_moved_exams_besides_take_two_more_and_three_for_the_words_that_searches_read(
            TestDatabase.Kind kind) {
        try (School school = new School(kind)) {
            school.look(modules(0, ITEMS, DUE));
            List<Sighting> now = both(modules(3, 8, DUE.plusSeconds(60)), modules(8, ITEMS + 2, DUE));
            school.look(modules(3, ITEMS, DUE));

            List<String> statements = school.look(now);

            assertThat(school.tracker.account().changes().after(ITEMS, 100))
                    .extracting(change -> change.kind())
                    .containsOnly(ChangeKind.NEW, ChangeKind.DEADLINE_CHANGED, ChangeKind.REMOVED)
                    .hasSize(10);
            assertThat(school.alerts()).isPositive();
            assertThat(statements).isNotEmpty().hasSizeLessThanOrEqualTo(17);
        }
    }

    /** A student of one course who is told of what changes. */
    private static final class School implements AutoCloseable {
        private final FakeCollector source = new FakeCollector("source");
        private final WatchedDatabase database;
        private final Tracker tracker;

        School(TestDatabase.Kind kind) {
            database = new WatchedDatabase(kind);
            tracker = Tracker.of(
                            JdbcStore.on(database.dataSource()).build(),
                            ZoneId.of("America/Argentina/Buenos_Aires"),
                            Language.SPANISH)
                    .clock(new TestClock())
                    .collectors(List.of(source))
                    .notifier(new RecordingNotifier())
                    .build();
        }

        /** Returns the statements of the one transaction that writes the ledger. */
        List<String> look(List<Sighting> sightings) {
            source.shows("contents/course:1", sightings.toArray(Sighting[]::new));
            database.statements();

            SyncReport report = tracker.syncFully();

            assertThat(report.complete()).isTrue();
            return database.transactions().stream()
                    .filter(made ->
                            made.stream().anyMatch(statement -> statement.startsWith("insert into tracker_ledger")))
                    .findFirst()
                    .orElse(List.of());
        }

        long alerts() {
            return database.rows("tracker_outbox");
        }

        @Override
        public void close() {
            database.close();
        }
    }

    private static List<Sighting> both(List<Sighting> some, List<Sighting> others) {
        List<Sighting> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static List<Sighting> modules(int from, int to, Instant due) {
        return IntStream.range(from, to)
                .mapToObj(number -> Sighting.of("module:" + number, ItemType.ASSIGNMENT)
                        .course("course:1")
                        .title("Essay " + number)
                        .due(due, DateRule.ACTIVITY)
                        .facts(List.of(new Fact(FactType.EXAM_AT, "", due.toString(), 0.9, "example", "words", null)))
                        .build())
                .toList();
    }
}
