package dev.unitracker.store.jdbc;

import static dev.unitracker.testkit.Example.ACCOUNT;
import static dev.unitracker.testkit.Example.COURSE;
import static dev.unitracker.testkit.Example.NOON;
import static dev.unitracker.testkit.Example.change;
import static dev.unitracker.testkit.Example.remembered;
import static dev.unitracker.testkit.Example.scope;
import static dev.unitracker.testkit.Example.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemType;
import dev.unitracker.spi.Remembered;
import dev.unitracker.testkit.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Shows that no query reads more than it has to. */
class IndexTest {

    private static final WatchedDatabase DATABASE = new WatchedDatabase();

    @BeforeAll
    static void fill() {
        try (JdbcStore store = JdbcStore.open(DATABASE.dataSource())) {
            fill(store, ACCOUNT);
            fill(store, "bruno");
        }
        DATABASE.jdbi().useHandle(handle -> handle.execute("analyze"));
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    static List<Arguments> queries() {
        return List.of(
                Arguments.of(JdbcItems.OF_COURSE, "tracker_item_course"),
                Arguments.of(JdbcItems.OF_NO_COURSE, "tracker_item_course"),
                Arguments.of(JdbcItems.DUE_BETWEEN, "tracker_item_due"),
                Arguments.of(JdbcItems.UPDATED_SINCE, "tracker_item_updated"),
                Arguments.of(JdbcSightings.OF_COURSE, "tracker_sighting_course"),
                Arguments.of(JdbcSightings.OF_NO_COURSE, "tracker_sighting_course"),
                Arguments.of(JdbcLedger.AFTER, "primary_key"),
                Arguments.of(JdbcLedger.OF_ITEMS.replace("<items>", ":item_id"), "tracker_ledger_item"),
                Arguments.of(JdbcRuns.LATEST_FULL, "tracker_run_full"));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void each_query_has_its_index(String query, String index) {
        Jdbi jdbi = DATABASE.jdbi();
        Parameters.register(jdbi);

        String plan = jdbi.withHandle(handle -> handle.createQuery("explain " + query)
                .bindMap(parameters())
                .mapTo(String.class)
                .one());

        assertThat(plan.toLowerCase(Locale.ROOT)).contains("public." + index);
        assertThat(plan.toLowerCase(Locale.ROOT)).doesNotContain("tablescan");
    }

    private static Map<String, Object> parameters() {
        return Map.of(
                "account",
                ACCOUNT,
                "course",
                "course:7",
                "status",
                "active",
                "from",
                NOON,
                "to",
                NOON.plusSeconds(60),
                "since",
                NOON,
                "number",
                300L,
                "limit",
                10,
                "item_id",
                Ids.of("module:7"),
                "outcome",
                "complete");
    }

    private static void fill(JdbcStore store, String account) {
        List<Item> items = new ArrayList<>();
        List<Remembered> sightings = new ArrayList<>();
        for (int number = 0; number < 600; number++) {
            items.add(Example.item(new ItemId(account, "module:" + number), ItemType.ASSIGNMENT)
                    .with(Field.COURSE, number % 10 == 0 ? null : "course:" + number % 10)
                    .with(Field.DUE_AT, NOON.plusSeconds(number * 60L).toString()));
            sightings.add(remembered(scope(COURSE + number % 10), "module:" + number));
        }
        store.inTransaction(account, session -> {
            session.items()
                    .save(items.stream()
                            .map(item -> stored(item, NOON.plusSeconds(item.hashCode() % 1000)))
                            .toList());
            session.sightings().save(sightings);
            session.ledger()
                    .append("run", items.stream().map(item -> change(item)).toList());
            for (int number = 0; number < 20; number++) {
                session.runs().add(Example.run("run-" + number));
            }
            return account;
        });
    }
}
