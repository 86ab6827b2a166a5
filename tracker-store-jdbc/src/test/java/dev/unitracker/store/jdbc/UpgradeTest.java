package dev.unitracker.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.Accounts;
import dev.unitracker.Tracker;
import dev.unitracker.error.StoreException;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.StoredItem;
import dev.unitracker.report.SyncReport;
import dev.unitracker.spi.Run;
import dev.unitracker.spi.Sighting;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Databases that other versions of this library, or the host itself, left behind. */
class UpgradeTest {

    private static final String FIRST = "version-1.sql";
    private static final Instant LATER = Instant.parse("2026-03-03T09:00:00Z");
    private static final Sighting ESSAY = essay(Instant.parse("2026-03-27T23:59:00Z"));

    private final FakeCollector source = new FakeCollector("moodle_contents")
            .shows("contents/course:2", ESSAY)
            .shows("contents/course:3")
            .shows(
                    "calendar",
                    Sighting.of("event:3", ItemType.CALENDAR_EVENT)
                            .title("Café")
                            .build());

    @ParameterizedTest
    @EnumSource
    void what_the_first_version_stored_is_there_after_the_upgrade(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.create()) {
            database.run(FIRST);

            Tracker tracker = tracker(JdbcStore.on(database.pool()).build());

            StoredItem essay =
                    tracker.account().item(new ItemId("ana", "module:1")).orElseThrow();
            assertThat(essay.item().title()).isEqualTo("Trabajo práctico 1: «Ñandú» 😀");
            assertThat(essay.item().body())
                    .contains("It's due \\ 'soon'.\nParcial el 18/12/2026 a las 18:00, Aula Magna.");
            assertThat(essay.item().dueAt()).contains(Instant.parse("2026-03-27T23:59:00Z"));
            assertThat(essay.firstSeen()).isEqualTo(Instant.parse("2026-03-02T12:00:00.123456Z"));
            assertThat(essay.item().fields()).containsEntry("exam_at[parcial]", "2026-12-18T21:00:00Z");
            assertThat(tracker.account().items())
                    .extracting(stored -> stored.item().status())
                    .containsExactly(ItemStatus.ACTIVE, ItemStatus.ACTIVE, ItemStatus.REMOVED);
            List<Change> ledger = tracker.account().changes().after(0, 100);
            assertThat(ledger).extracting(Change::number).containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(ledger)
                    .extracting(Change::kind)
                    .containsExactly(
                            ChangeKind.NEW,
                            ChangeKind.NEW,
                            ChangeKind.NEW,
                            ChangeKind.DEADLINE_CHANGED,
                            ChangeKind.REMOVED);
            assertThat(ledger.get(3).fields().get(0).before()).isEqualTo("2026-03-20T23:59:00Z");
            assertThat(tracker.account().runs(9))
                    .extracting(Run::name)
                    .containsExactly("000000003", "000000002", "000000001");
        }
    }

    @ParameterizedTest
    @EnumSource
    void looks_go_on_after_the_upgrade_where_they_stopped(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.create()) {
            database.run(FIRST);
            JdbcStore store = JdbcStore.on(database.pool()).build();
            Tracker tracker = tracker(store);

            SyncReport quiet = tracker.syncFully();
            source.shows("contents/course:2", essay(Instant.parse("2026-03-30T23:59:00Z")));
            SyncReport news = tracker.syncFully();

            assertThat(quiet.changes()).isEmpty();
            assertThat(quiet.run().name()).isEqualTo("000000004");
            assertThat(news.changes()).singleElement().satisfies(change -> {
                assertThat(change.number()).isEqualTo(6);
                assertThat(change.kind()).isEqualTo(ChangeKind.DEADLINE_CHANGED);
                assertThat(change.fields().get(0).field()).isEqualTo(Field.DUE_AT.key());
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_host_that_runs_the_scripts_is_told_only_the_missing_ones(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.create()) {
            database.run(FIRST);

            assertThatThrownBy(
                            () -> JdbcStore.on(database.pool()).migrate(false).build())
                    .isInstanceOf(StoreException.class)
                    .hasMessageContainingAll("of version 1", "needs version " + Schema.NEWEST, "V2__leases.sql")
                    .hasMessageNotContaining("V1__");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tables_that_a_host_made_itself_are_taken_as_they_are(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.create()) {
            Schema.SCRIPTS.forEach(database::run);

            JdbcStore.on(database.pool()).migrate(false).build().close();
            SyncReport report = tracker(JdbcStore.on(database.pool()).build()).sync();

            assertThat(report.items()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tables_of_a_newer_library_are_refused_and_left_alone(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.create()) {
            JdbcStore.on(database.pool()).build().close();
            database.run(List.of("update tracker_schema set version = 99"));

            for (boolean migrate : new boolean[] {true, false}) {
                assertThatThrownBy(() ->
                                JdbcStore.on(database.pool()).migrate(migrate).build())
                        .isInstanceOf(StoreException.class)
                        .hasMessageContainingAll("version 99", "no later one than " + Schema.NEWEST, "as new");
            }
            database.run(List.of("update tracker_schema set version = " + Schema.NEWEST));
            JdbcStore.on(database.pool()).build().close();
        }
    }

    private Tracker tracker(JdbcStore store) {
        return Tracker.of(
                        Accounts.in(store).create("ana", ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH))
                .clock(new TestClock(LATER))
                .collectors(List.of(source))
                .build();
    }

    private static Sighting essay(Instant due) {
        return Sighting.of("module:1", ItemType.ASSIGNMENT)
                .course("course:2")
                .title("Trabajo práctico 1: «Ñandú» 😀")
                .body("It's due \\ 'soon'.\nParcial el 18/12/2026 a las 18:00, Aula Magna.")
                .due(due, DateRule.ACTIVITY)
                .url("https://example.org/mod/assign/view.php?id=1&x=%20")
                .memo("etag", "7")
                .build();
    }
}
