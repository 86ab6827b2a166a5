package dev.unitracker.testkit;

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
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unitracker.model.Change;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.ItemType;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Profile;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoreSession;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What {@link Store} promises of one transaction after the other. */
interface TransactionContract extends OpenStore {

    NoteOwner HOST = NoteOwner.host("telegram");
    Profile PROFILE = new Profile(ZoneOffset.UTC, "en", Map.of("plan", "free"));

    /** What a host might throw; no store can have a reason to touch it. */
    final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    default void work_returns_what_it_returns() {
        String result = store().inTransaction(ACCOUNT, session -> "done");

        assertThat(result).isEqualTo("done");
    }

    @Test
    default void what_work_throws_comes_out_as_it_is() {
        Stop stop = new Stop();

        Throwable thrown = catchThrowable(() -> together(session -> {
            session.notes().put(NoteOwner.CORE, "a", "1");
            throw stop;
        }));

        assertThat(thrown).isSameAs(stop);
    }

    @Test
    default void an_error_of_the_work_comes_out_as_it_is_and_nothing_is_written() {
        AssertionError error = new AssertionError("on purpose");

        Throwable thrown = catchThrowable(() -> together(session -> {
            fill(session, "module:1");
            throw error;
        }));

        assertThat(thrown).isSameAs(error);
        assertThat(isEmpty(of(ACCOUNT))).isTrue();
    }

    @Test
    default void a_transaction_that_throws_leaves_nothing_of_what_it_wrote() {
        stopped(session -> fill(session, "module:1"));

        assertThat(isEmpty(of(ACCOUNT))).isTrue();
    }

    @Test
    default void a_transaction_that_throws_leaves_what_was_there() {
        fill(of(ACCOUNT), "module:1");

        stopped(session -> {
            session.sightings().forget(List.of(remembered(scope("module:1"), "module:1")));
            session.items().save(List.of(stored(assignment("module:1", NOON))));
            session.notes().put(NoteOwner.CORE, "module:1", "changed");
        });

        assertThat(sightings().of(HOME)).hasSize(1);
        assertThat(items().find(id("module:1"))).contains(stored(assignment("module:1")));
        assertThat(notes().all(NoteOwner.CORE)).containsEntry("module:1", "value");
    }

    @Test
    default void a_transaction_that_throws_leaves_no_gap_in_the_ledger() {
        ledger().append("run-1", List.of(change(assignment("module:1"))));
        stopped(session -> {
            session.ledger().append("run-2", List.of(change(assignment("module:2"))));
        });

        List<Change> next = ledger().append("run-3", List.of(change(assignment("module:3"))));

        assertThat(next.get(0).number()).isEqualTo(2);
        assertThat(ledger().last()).isEqualTo(2);
    }

    @Test
    default void a_transaction_sees_what_it_wrote() {
        together(session -> {
            fill(session, "module:1");

            assertThat(session.items().find(id("module:1"))).isPresent();
            assertThat(session.sightings().inScopes("example/")).hasSize(1);
            assertThat(session.sightings().settled()).containsExactly(scope("module:1"));
            assertThat(session.ledger().last()).isEqualTo(1);
            assertThat(session.runs().latest(5)).hasSize(1);
        });
    }

    @Test
    default void what_is_read_may_be_used_after_the_transaction() {
        fill(of(ACCOUNT), "module:1");

        Item item = items().find(ItemQuery.all()).get(0).item();

        assertThat(item.title()).isEqualTo("Example module:1");
    }

    @Test
    default void two_accounts_never_see_each_other() {
        fill(of("ana"), "module:1");

        assertThat(isEmpty(of("bruno"))).isTrue();
        assertThat(isEmpty(of("ANA"))).isTrue();
        assertThat(isEmpty(of("ana "))).isTrue();
    }

    @Test
    default void an_account_is_not_told_of_the_things_of_another_one() {
        fill(of("ana"), "module:1");
        of("bruno").notes().put(NoteOwner.CORE, "a", "1");
        ItemId anas = new ItemId("ana", SOURCE, "module:1");

        Optional<?> item =
                store().inTransaction("bruno", session -> session.items().find(anas));
        List<Change> changes =
                store().inTransaction("bruno", session -> session.ledger().of(List.of(anas), Instant.MIN));

        assertThat(item).isEmpty();
        assertThat(changes).isEmpty();
    }

    @Test
    default void the_accounts_that_were_written_are_known() {
        of("b").notes().put(NoteOwner.CORE, "a", "1");
        of("a").runs().add(run("run-1"));
        of("c").items().find(ItemQuery.all());

        assertThat(store().accounts()).containsExactly("a", "b");
    }

    @Test
    default void the_same_key_in_two_accounts_names_two_things() {
        Item anas = Example.item(new ItemId("ana", SOURCE, "module:1"), ItemType.QUIZ);
        Item brunos = Example.item(new ItemId("bruno", SOURCE, "module:1"), ItemType.FORUM);

        of("ana").items().save(List.of(stored(anas)));
        of("bruno").items().save(List.of(stored(brunos)));

        assertThat(items().find(ItemQuery.all())).containsExactly(stored(anas));
    }

    @Test
    default void each_account_has_ledger_numbers_of_its_own() {
        fill(of("ana"), "module:1");
        Change brunos = change(Example.item(new ItemId("bruno", SOURCE, "module:1"), ItemType.QUIZ));

        List<Change> written = of("bruno").ledger().append("run-1", List.of(brunos));

        assertThat(written).containsExactly(brunos.numbered(1));
    }

    @Test
    default void a_transaction_may_read_in_another_one() {
        fill(of(ACCOUNT), "module:1");

        List<?> found = store().inTransaction(ACCOUNT, session -> items().find(ItemQuery.all()));

        assertThat(found).hasSize(1);
    }

    @Test
    default void a_second_store_on_the_same_data_sees_everything() {
        fill(of(ACCOUNT), "module:1");
        Optional<Store> opened = secondStore();
        assumeTrue(opened.isPresent());

        try (Store second = opened.orElseThrow()) {
            StoreSession seen = OneByOne.of(second, ACCOUNT);
            assertThat(seen.items().find(ItemQuery.all())).containsExactly(stored(assignment("module:1")));
            assertThat(seen.ledger().after(0, 9))
                    .containsExactly(change(assignment("module:1")).numbered(1));
            assertThat(isEmpty(OneByOne.of(second, "bruno"))).isTrue();

            seen.ledger().append("run-2", List.of(change(assignment("module:2"))));
        }

        assertThat(ledger().last()).isEqualTo(2);
    }

    private void stopped(Consumer<StoreSession> work) {
        assertThatThrownBy(() -> together(session -> {
                    work.accept(session);
                    throw new Stop();
                }))
                .isInstanceOf(Stop.class);
    }

    private static void fill(StoreSession session, String key) {
        session.items().save(List.of(stored(assignment(key))));
        session.sightings().save(SOURCE, List.of(remembered(scope(key), key)));
        session.sightings().settle(List.of(scope(key)));
        session.ledger().append("run-1", List.of(change(assignment(key))));
        session.runs().add(run("run-of-" + key));
        session.notes().put(NoteOwner.CORE, key, "value");
        session.notes().put(HOST, key, "value");
        session.profiles().save(PROFILE);
    }

    private static boolean isEmpty(StoreSession session) {
        return session.items().find(ItemQuery.all()).isEmpty()
                && session.items().find(ItemQuery.all().course(COURSE)).isEmpty()
                && session.sightings().inScopes("").isEmpty()
                && session.sightings().of(HOME).isEmpty()
                && session.sightings().settled().isEmpty()
                && session.ledger().after(0, 10).isEmpty()
                && session.ledger().last() == 0
                && session.runs().latest(10).isEmpty()
                && session.notes().all(NoteOwner.CORE).isEmpty()
                && session.notes().all(HOST).isEmpty()
                && session.profiles().find().isEmpty();
    }
}
