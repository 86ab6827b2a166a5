package dev.unitracker.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.Account;
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
import dev.unitracker.spi.Sighting;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Databases that other versions of this library, or the host itself, left behind. */
class UpgradeTest {

    /** The tables as a later version may need them. */
    static final Schema NEXT =
            new Schema(List.of(Schema.PRESENT.scripts().get(0), "dev/unitracker/store/next/V2__next.sql"));

    private static final Instant LATER = Instant.parse("2026-03-03T09:00:00Z");
    private static final ItemId ESSAY = new ItemId("ana", "campus", "module:1");

    private final FakeCollector source = new FakeCollector("campus")
            .shows("contents/course:2", essay(Instant.parse("2026-03-20T23:59:00Z")), essay(2))
            .shows("contents/course:3")
            .shows(
                    "calendar",
                    Sighting.of("event:3", ItemType.CALENDAR_EVENT)
                            .title("Café")
                            .build());

    @ParameterizedTest
    @EnumSource
    void what_this_version_stored_is_there_after_an_upgrade(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.create()) {
            Account before = filled(database);

            Account after = tracker(upgraded(database)).account();

            StoredItem essay = after.item(ESSAY).orElseThrow();
            assertThat(essay.item().title()).isEqualTo("Trabajo práctico 1: «Ñandú» 😀");
            assertThat(essay.item().body())
                    .contains("It's due \\ 'soon'.\nParcial el 18/12/2026 a las 18:00, Aula Magna.");
            assertThat(essay.item().dueAt()).contains(Instant.parse("2026-03-27T23:59:00Z"));
            assertThat(essay.item().fields()).containsEntry("exam_at[parcial]", "2026-12-18T21:00:00Z");
            assertThat(after.items())
                    .isEqualTo(before.items())
                    .extracting(stored -> stored.item().status())
                    .containsExactlyInAnyOrder(ItemStatus.ACTIVE, ItemStatus.ACTIVE, ItemStatus.REMOVED);
            assertThat(after.changes().after(0, 100))
                    .isEqualTo(before.changes().after(0, 100))
                    .extracting(Change::kind)
                    .containsExactly(
                            ChangeKind.NEW,
                            ChangeKind.NEW,
                            ChangeKind.NEW,
                            ChangeKind.DEADLINE_CHANGED,
                            ChangeKind.REMOVED);
            assertThat(after.runs(9)).isEqualTo(before.runs(9)).hasSize(4);
            assertThat(colours(database)).containsExactly("ana blue");
        }
    }

    @ParameterizedTest
    @EnumSource
    void looks_go_on_after_an_upgrade_where_they_stopped(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.create()) {
            filled(database);
            Tracker tracker = tracker(upgraded(database));

            SyncReport quiet = tracker.syncFully();
            source.shows("contents/course:2", essay(Instant.parse("2026-03-30T23:59:00Z")));
            SyncReport news = tracker.syncFully();

            assertThat(quiet.changes()).isEmpty();
            assertThat(quiet.run().name()).isEqualTo("000000005");
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
            filled(database);

            assertThatThrownBy(() -> new JdbcStore(database.pool(), NEXT, false, () -> {}))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContainingAll("of version 1", "needs version 2", "V2__next.sql")
                    .hasMessageNotContaining("V1__");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tables_that_a_host_made_itself_are_taken_as_they_are(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.create()) {
            Schema.PRESENT.scripts().forEach(database::runFrom);

            JdbcStore.on(database.pool()).migrate(false).build().close();
            SyncReport report = tracker(JdbcStore.on(database.pool()).build()).sync();

            assertThat(report.items()).isEqualTo(3);
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
                        .hasMessageContainingAll(
                                "version 99", "no later one than " + Schema.PRESENT.version(), "as new");
            }
            database.run(List.of("update tracker_schema set version = " + Schema.PRESENT.version()));
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

    /** Four looks: a deadline moves, and an essay goes, which two looks in a row prove. */
    private Account filled(TestDatabase database) {
        Tracker tracker = tracker(JdbcStore.on(database.pool()).build());
        tracker.syncFully();
        source.shows("contents/course:2", essay(Instant.parse("2026-03-27T23:59:00Z")), essay(2));
        tracker.syncFully();
        source.shows("contents/course:2", essay(Instant.parse("2026-03-27T23:59:00Z")));
        tracker.syncFully();
        tracker.syncFully();
        return tracker.account();
    }

    private static List<String> colours(TestDatabase database) {
        String query = "select account || ' ' || colour from tracker_colour";
        return Jdbi.create(database.pool())
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(String.class).list());
    }

    private static JdbcStore upgraded(TestDatabase database) {
        return new JdbcStore(database.pool(), NEXT, true, () -> {});
    }

    private static Sighting essay(int number) {
        return Sighting.of("module:" + number, ItemType.ASSIGNMENT)
                .course("course:2")
                .title("Essay " + number)
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
