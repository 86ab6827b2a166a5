package dev.unitracker.store.jdbc;

import static dev.unitracker.testkit.Example.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.error.StoreException;
import dev.unitracker.run.PartOutcome;
import dev.unitracker.run.Run;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Progress;
import dev.unitracker.spi.RunAnswers;
import dev.unitracker.store.jdbc.CutOffDatabase.How;
import dev.unitracker.testkit.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables are created or updated, and the process is killed or the disk is full in the middle of it. */
class CutOffTest {

    private static final String COLUMNS = """
            select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable
                || ' ' || coalesce(column_default, '')
            from information_schema.columns
            where table_name like 'TRACKER%'
            order by table_name, column_name""";

    private static final String INDEXES = """
            select table_name || '.' || index_name || ' ' || ordinal_position || ' ' || column_name
            from information_schema.index_columns
            where index_name like 'TRACKER%'
            order by table_name, index_name, ordinal_position""";

    private static final String VERSIONS = "select cast(version as varchar) from tracker_schema";
    private static final String ENTRIES = "select item_key from tracker_ledger order by number";
    private static final String RUNS =
            "select name || ' ' || outcome || ' ' || parts || ' ' || answers from tracker_run order by account, number";

    private static final RunAnswers ENDED = Example.run("run-1");
    private static final RunAnswers BROKEN_OFF = new RunAnswers(
            new Run(
                    "run-2 attempt 1",
                    true,
                    false,
                    NOON,
                    NOON.plusSeconds(1),
                    Run.Outcome.BROKEN_OFF,
                    List.of(PartOutcome.complete("example")),
                    4,
                    1),
            ENDED.answers(),
            new Progress(Example.HOME, List.of(Example.HOME), List.of(Example.scope("module:1"))));

    @ParameterizedTest
    @EnumSource
    void creating_tables_goes_on_wherever_it_was_cut_off(How how) {
        List<String> whole = afterAll(Schema.PRESENT, List.of());

        int statements = 0;
        while (goesOn(how, statements + 1, Schema.PRESENT, whole)) {
            statements++;
        }

        assertThat(statements).isGreaterThan(20);
    }

    @ParameterizedTest
    @EnumSource
    void updating_tables_goes_on_wherever_it_was_cut_off(How how) {
        List<String> whole = afterAll(UpgradeTest.NEXT, Schema.PRESENT.scripts());

        int statements = 0;
        while (goesOn(how, statements + 1, UpgradeTest.NEXT, whole)) {
            statements++;
        }

        assertThat(whole).contains("TRACKER_COLOUR.COLOUR CHARACTER VARYING NO ");
        assertThat(statements).isGreaterThan(6);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void a_host_can_run_scripts_again_that_were_run_before(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.create()) {
            Schema.PRESENT.scripts().forEach(database::runFrom);
            put(JdbcStore.on(database.pool()).build());

            Schema.PRESENT.scripts().forEach(database::runFrom);

            JdbcStore store = JdbcStore.on(database.pool()).migrate(false).build();
            assertThat(notes(store)).containsEntry("note", "text");
            assertThat(runs(store)).containsExactly(ENDED, BROKEN_OFF);
        }
    }

    /** Returns false if there is no such statement. */
    private static boolean goesOn(How how, int at, Schema schema, List<String> whole) {
        try (TestDatabase database = TestDatabase.Kind.H2.create()) {
            schema.scripts().subList(0, schema.scripts().size() - 1).forEach(database::runFrom);
            CutOffDatabase cutOff = new CutOffDatabase(how, at);
            open(cutOff, schema, database);
            if (!cutOff.happened()) {
                return false;
            }

            JdbcStore store = new JdbcStore(database.pool(), schema, true, () -> {});
            put(store);
            assertThat(found(database)).as("%s, statement %d", how, at).isEqualTo(whole);
            JdbcStore again = new JdbcStore(database.pool(), schema, false, () -> {});
            assertThat(notes(again)).containsEntry("note", "text");
            assertThat(runs(again)).containsExactly(ENDED, BROKEN_OFF);
            return true;
        }
    }

    /** What Flyway tries a second time may go well after all. */
    private static void open(CutOffDatabase cutOff, Schema schema, TestDatabase database) {
        try {
            new JdbcStore(cutOff.on(database.pool()), schema, true, () -> {});
        } catch (StoreException e) {
            assertThat(e).hasMessageContaining("could not");
        } finally {
            cutOff.end();
        }
    }

    private static List<String> afterAll(Schema schema, List<String> before) {
        try (TestDatabase database = TestDatabase.Kind.H2.create()) {
            before.forEach(database::runFrom);
            put(new JdbcStore(database.pool(), schema, true, () -> {}));
            return found(database);
        }
    }

    private static List<String> found(TestDatabase database) {
        List<String> found = new ArrayList<>();
        Jdbi jdbi = Jdbi.create(database.pool());
        for (String query : List.of(COLUMNS, INDEXES, VERSIONS, ENTRIES, RUNS)) {
            found.addAll(jdbi.withHandle(
                    handle -> handle.createQuery(query).mapTo(String.class).list()));
        }
        return found;
    }

    private static void put(JdbcStore store) {
        store.inTransaction("bruno", session -> {
            session.notes().put(NoteOwner.CORE, "note", "text");
            session.runs().add(ENDED);
            session.runs().add(BROKEN_OFF);
            return true;
        });
    }

    private static Map<String, String> notes(JdbcStore store) {
        return store.inTransaction("bruno", session -> session.notes().all(NoteOwner.CORE));
    }

    private static List<RunAnswers> runs(JdbcStore store) {
        return store.inTransaction("bruno", session -> session.runs().after("", 9));
    }
}
