package dev.unitracker.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.SyncReport;
import dev.unitracker.Tracker;
import dev.unitracker.model.ItemType;
import dev.unitracker.spi.Sighting;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.testkit.TestClock;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuietLookTest {

    @Test
    void a_quiet_look_writes_its_run_and_the_row_of_its_account() {
        FakeCollector source = new FakeCollector("source").shows("contents/course:1", module(1), module(2));
        try (WatchedDatabase database = new WatchedDatabase()) {
            Tracker tracker = Tracker.builder()
                    .store(JdbcStore.open(database.dataSource()))
                    .clock(new TestClock())
                    .collectors(List.of(source))
                    .build();
            tracker.sync();
            database.statements();

            SyncReport report = tracker.sync();

            assertThat(report.complete()).isTrue();
            assertThat(database.statements())
                    .filteredOn(statement -> !statement.startsWith("select"))
                    .extracting(QuietLookTest::target)
                    .containsOnly("update tracker_account", "insert tracker_run")
                    .containsOnlyOnce("insert tracker_run")
                    .hasSizeLessThanOrEqualTo(5);
        }
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
