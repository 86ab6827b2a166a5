package dev.unitracker.store.jdbc;

import static dev.unitracker.testkit.Example.ACCOUNT;
import static dev.unitracker.testkit.Example.COURSE;
import static dev.unitracker.testkit.Example.HOME;
import static dev.unitracker.testkit.Example.NOON;
import static dev.unitracker.testkit.Example.SOURCE;
import static dev.unitracker.testkit.Example.assignment;
import static dev.unitracker.testkit.Example.change;
import static dev.unitracker.testkit.Example.id;
import static dev.unitracker.testkit.Example.remembered;
import static dev.unitracker.testkit.Example.run;
import static dev.unitracker.testkit.Example.scope;
import static dev.unitracker.testkit.Example.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.dates.Fact;
import dev.unitracker.dates.FactType;
import dev.unitracker.error.StoreException;
import dev.unitracker.model.Change;
import dev.unitracker.model.FactFields;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.StoredItem;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Delivery.Address;
import dev.unitracker.notice.Delivery.Timing;
import dev.unitracker.notice.Notice.ChangeAlert;
import dev.unitracker.notice.Severity;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.StoreSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What this store promises beyond the contract. */
class JdbcStoreTest {

    private final WatchedDatabase database = new WatchedDatabase();
    private final JdbcStore store = JdbcStore.on(database.dataSource()).build();

    @AfterEach
    void close() {
        store.close();
        database.close();
    }

    @Test
    void work_that_only_reads_writes_nothing_and_locks_nothing() {
        database.statements();

        together(session -> {
            session.items().find(ItemQuery.all());
            session.items().find(ItemQuery.all().course(""));
            session.sightings().settled();
            session.ledger().append("run-1", List.of());
            session.items().save(List.of());
            session.sightings().settle(List.of());
            session.ledger().last();
            session.notes().all(NoteOwner.CORE);
        });

        assertThat(database.statements()).isNotEmpty().allMatch(statement -> statement.startsWith("select"));
        assertThat(database.rows("tracker_account")).isZero();
    }

    /** More than what the JSON parser reads of its own accord. */
    @Test
    void a_text_of_twenty_one_million_characters_can_be_read_again() {
        StoredItem book = stored(assignment("module:1").with(Field.BODY, "á".repeat(21_000_000)));

        together(session -> {
            session.items().save(List.of(book));
            session.ledger().append("run-1", List.of(change(book.item())));
        });

        together(session -> {
            assertThat(session.items().find(ItemQuery.all()).equals(List.of(book)))
                    .isTrue();
            assertThat(session.ledger().after(0, 1)).hasSize(1);
        });
    }

    @Test
    void a_course_of_a_hundred_items_with_ten_changes_takes_a_dozen_statements() {
        List<StoredItem> items = IntStream.range(0, 100)
                .mapToObj(number -> stored(assignment("module:" + number)))
                .toList();
        List<Remembered> sightings = IntStream.range(0, 100)
                .mapToObj(number -> remembered(scope("contents"), "module:" + number))
                .toList();
        together(session -> {
            session.items().save(items);
            session.sightings().save(SOURCE, sightings);
            session.sightings().settle(List.of(scope("contents")));
        });
        List<StoredItem> changed = items.subList(0, 10);
        database.statements();

        together(session -> {
            session.leases().latest();
            session.items().find(ItemQuery.all().course(COURSE));
            session.sightings().of(HOME);
            session.sightings().settled();
            session.sightings().forget(sightings.subList(10, 12));
            session.sightings().save(SOURCE, sightings.subList(0, 11));
            session.ledger().append("run-2", changes(changed));
            session.items().save(changed);
        });

        assertThat(database.statements()).hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void many_deliveries_are_looked_for_in_parts_that_a_statement_takes() {
        database.statements();

        together(session -> session.outbox()
                .add(IntStream.range(0, 2_500)
                        .mapToObj(number -> Delivery.of(
                                new ChangeAlert(number, id("module:1"), Severity.HIGH),
                                new Address("chat", "ana"),
                                new Timing(NOON, NOON, null)))
                        .toList()));

        assertThat(database.statements())
                .filteredOn(statement -> statement.contains("delivery_id in"))
                .hasSize(3)
                .allMatch(statement -> statement.chars().filter(c -> c == '?').count() <= 1001);
        assertThat(database.rows("tracker_outbox")).isEqualTo(2_500);
    }

    @Test
    void work_is_done_again_if_the_account_was_written_meanwhile() throws InterruptedException {
        together(session -> session.notes().put(NoteOwner.CORE, "count", "1"));
        AtomicInteger calls = new AtomicInteger();

        together(session -> {
            int count = Integer.parseInt(session.notes().all(NoteOwner.CORE).getOrDefault("count", "0"));
            if (calls.incrementAndGet() == 1) {
                elsewhere(() -> together(other -> other.notes().put(NoteOwner.CORE, "count", "10")));
            }
            session.notes().put(NoteOwner.CORE, "count", Integer.toString(count + 1));
        });

        assertThat(calls).hasValue(2);
        assertThat(notes()).containsEntry("count", "11");
    }

    @Test
    void work_reads_one_snapshot_whatever_others_write() {
        together(session -> session.notes().put(NoteOwner.CORE, "a", "1"));

        together(session -> {
            session.items().find(ItemQuery.all());
            elsewhere(() -> together(other -> other.notes().put(NoteOwner.CORE, "a", "2")));

            assertThat(session.notes().all(NoteOwner.CORE)).containsEntry("a", "1");
        });
    }

    @Test
    void nothing_is_committed_after_a_failed_statement_even_if_the_work_goes_on() {
        assertThatThrownBy(() -> together(session -> {
                    session.notes().put(NoteOwner.CORE, "a", "1");
                    session.runs().add(run("run-1"));
                    assertThatThrownBy(() -> session.runs().add(run("run-1"))).isInstanceOf(StoreException.class);
                }))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("could not add a run of the account ana")
                .hasMessageContaining("contradicts");

        assertThat(notes()).isEmpty();
    }

    @Test
    void a_session_is_not_valid_after_its_transaction() {
        List<StoreSession> kept = new ArrayList<>();
        together(kept::add);

        assertThatThrownBy(() -> kept.get(0).items().find(ItemQuery.all()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not valid");
    }

    @Test
    void an_item_of_another_account_is_refused() {
        assertThatThrownBy(() -> store.inTransaction("bruno", session -> {
                    session.items().save(List.of(stored(assignment("module:1"))));
                    return "";
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ana/example/module:1")
                .hasMessageContaining("bruno");
    }

    @Test
    void characters_that_no_database_takes_are_left_out_or_replaced() {
        Item item = assignment("file:1:/a\0b\uD83D.pdf").with(Field.BODY, "c\0d\uDE00");

        together(session -> {
            session.items().save(List.of(stored(item)));
            session.ledger().append("run", List.of(change(item)));
            session.notes().put(NoteOwner.CORE, "n\0", "\0x");
        });

        StoredItem kept = store.inTransaction(
                ACCOUNT, session -> session.items().find(item.id()).orElseThrow());
        assertThat(kept.item().id()).isEqualTo(id("file:1:/ab\uFFFD.pdf"));
        assertThat(kept.item().body()).contains("cd\uFFFD");
        assertThat(notes()).isEqualTo(Map.of("n", "x"));
    }

    @Test
    void the_facts_of_an_item_are_rows_and_follow_it() {
        Fact exam = new Fact(FactType.EXAM_AT, "parcial", "2026-12-18T21:00:00Z", 1, "grammar", "el 18", null);
        Fact place = new Fact(FactType.CLASSROOM, "", "Aula Magna", 0.5, "grammar", "en el Aula Magna", 3);
        together(session -> session.items().save(List.of(with(exam, place), stored(assignment("module:2")))));
        assertThat(database.rows("tracker_fact")).isEqualTo(2);
        assertThat(database.rows("tracker_fact where happens_at = timestamp with time zone '2026-12-18 21:00:00+00'"))
                .isEqualTo(1);

        together(session -> session.items().save(List.of(with(place))));

        assertThat(database.rows("tracker_fact")).isEqualTo(1);
    }

    private static StoredItem with(Fact... facts) {
        Map<String, String> fields = new TreeMap<>(assignment("module:1").fields());
        fields.putAll(FactFields.encode(List.of(facts)));
        return stored(Item.of(id("module:1"), fields), NOON);
    }

    private static List<Change> changes(List<StoredItem> items) {
        return items.stream().map(stored -> change(stored.item())).toList();
    }

    private Map<String, String> notes() {
        return store.inTransaction(ACCOUNT, session -> session.notes().all(NoteOwner.CORE));
    }

    private void together(Consumer<StoreSession> work) {
        store.inTransaction(ACCOUNT, session -> {
            work.accept(session);
            return ACCOUNT;
        });
    }

    private static void elsewhere(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
