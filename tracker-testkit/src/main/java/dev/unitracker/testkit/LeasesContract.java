package dev.unitracker.testkit;

import static dev.unitracker.testkit.Example.NOON;
import static dev.unitracker.testkit.Example.assignment;
import static dev.unitracker.testkit.Example.change;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.spi.Lease;
import dev.unitracker.spi.StoreSession;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link dev.unitracker.spi.Leases} promises. */
interface LeasesContract extends OpenStore {

    @Test
    default void an_account_that_nobody_took_has_no_lease() {
        assertThat(leases().latest()).isEmpty();
    }

    @Test
    default void the_latest_lease_comes_back_with_all_it_says() {
        Lease first = new Lease(1, "proceso 7 en «ñandú» 😀 " + "x".repeat(1000), NOON);
        Lease second = new Lease(2, "other", NOON.plusSeconds(900));

        leases().save(first);
        assertThat(leases().latest()).contains(first);
        leases().save(second);
        assertThat(leases().latest()).contains(second);
        leases().save(second.released());
        assertThat(leases().latest()).contains(second.released());
    }

    @Test
    default void each_account_has_a_lease_of_its_own() {
        leases().save(new Lease(1, "one", NOON));

        assertThat(of("bruno").leases().latest()).isEmpty();
    }

    @Test
    default void a_lease_of_a_transaction_that_throws_was_never_taken() {
        leases().save(new Lease(1, "one", NOON));

        assertThatThrownBy(() -> together(session -> {
                    session.leases().save(new Lease(2, "other", NOON));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(leases().latest()).contains(new Lease(1, "one", NOON));
    }

    @Test
    default void of_several_who_want_a_free_account_one_gets_it() throws Exception {
        List<Boolean> taken = Parallel.run(
                ConcurrencyContract.WRITERS,
                () -> store().inTransaction(Example.ACCOUNT, session -> {
                    if (session.leases().latest().isPresent()) {
                        return false;
                    }
                    session.leases().save(new Lease(1, Thread.currentThread().getName(), NOON));
                    return true;
                }));

        assertThat(taken).containsOnlyOnce(true);
    }

    @Test
    default void an_owner_never_writes_after_a_later_one_did() throws Exception {
        Parallel.run(ConcurrencyContract.WRITERS, () -> {
            for (int round = 0; round < ConcurrencyContract.ROUNDS; round++) {
                long number = store().inTransaction(Example.ACCOUNT, LeasesContract::taken);
                together(session -> writeAsOwner(session, number));
                together(session -> writeAsOwner(session, number));
            }
            return true;
        });

        List<Long> owners = ledger().after(0, 1000).stream()
                .map(entry -> Long.valueOf(entry.item().key().substring("module:".length())))
                .toList();

        assertThat(owners).isNotEmpty().isSorted();
    }

    private static long taken(StoreSession session) {
        long number = session.leases().latest().map(Lease::number).orElse(0L) + 1;
        session.leases().save(new Lease(number, "owner " + number, NOON));
        return number;
    }

    private static void writeAsOwner(StoreSession session, long number) {
        if (session.leases().latest().orElseThrow().number() == number) {
            session.ledger().append("run", List.of(change(assignment("module:" + number))));
        }
    }
}
