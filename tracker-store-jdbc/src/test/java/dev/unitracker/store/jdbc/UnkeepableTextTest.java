package dev.unitracker.store.jdbc;

import static dev.unitracker.testkit.Example.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.Accounts;
import dev.unitracker.Tracker;
import dev.unitracker.model.ItemType;
import dev.unitracker.report.SyncReport;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Store;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A source says what no database keeps: NUL, and halves of surrogate pairs. */
class UnkeepableTextTest {

    private final TestClock clock = new TestClock();
    private final FakeCollector source =
            new FakeCollector("source").shows("files/\0\ud800", file("file:1:/a\0.pdf"), file("file:1:/b\ud800"));

    @ParameterizedTest
    @EnumSource
    void it_is_no_news_at_the_second_look(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.create();
                Store store = JdbcStore.on(database.pool()).build()) {
            Tracker tracker = Tracker.of(Accounts.in(store)
                            .create("ana", ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH))
                    .clock(clock)
                    .collectors(List.of(source))
                    .build();
            SyncReport first = tracker.syncFully();
            List<Remembered> remembered = remembered(store);
            clock.advance(Duration.ofHours(1));

            SyncReport second = tracker.syncFully();

            assertThat(first.changes()).hasSize(2);
            assertThat(second.changes()).isEmpty();
            assertThat(remembered(store)).hasSize(2).isEqualTo(remembered);
        }
    }

    private static List<Remembered> remembered(Store store) {
        return store.inTransaction("ana", session -> session.sightings().inScopes(""));
    }

    private static Sighting file(String key) {
        return Sighting.of(key, ItemType.MATERIAL_FILE)
                .course("course:\0\udc00")
                .within("module:\0\ud800")
                .title("a\0")
                .otherDate("opens\0\ud800", NOON)
                .memo("n\0", "v\ud800")
                .build();
    }
}
