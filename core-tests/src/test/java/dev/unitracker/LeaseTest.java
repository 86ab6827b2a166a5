package dev.unitracker;

import static dev.unitracker.Classroom.CONTENTS;
import static dev.unitracker.Classroom.modules;
import static dev.unitracker.Classroom.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.unitracker.error.AccountBusyException;
import dev.unitracker.error.StoreException;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.report.SyncReport;
import dev.unitracker.spi.Lease;
import dev.unitracker.spi.Store;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.testkit.ForwardingStore;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two trackers want one account. */
class LeaseTest {

    private static final Duration LEASE = Duration.ofMinutes(15);

    private final TestClock clock = new TestClock(Classroom.START);
    private final AtomicInteger failures = new AtomicInteger();
    private final Store store = new FailingStore();
    private final FakeCollector ana = new FakeCollector("campus").showsOnly(seen(CONTENTS, modules(1, 3)));
    private final FakeCollector bruno = new FakeCollector("campus").showsOnly(seen(CONTENTS, modules(1, 5)));
    private final Tracker anas = tracker("ana", ana);
    private final Tracker brunos = tracker("bruno", bruno);

    @Test
    void who_comes_second_is_told_who_has_the_account_and_until_when() {
        ana.then(look -> {
            AccountBusyException told =
                    Objects.requireNonNull(catchThrowableOfType(AccountBusyException.class, brunos::sync));
            assertThat(told.owner()).isEqualTo("ana");
            assertThat(told.until()).isEqualTo(Classroom.START.plus(LEASE));
            assertThat(told).hasMessageContainingAll("me", "ana", "2026-03-02T12:15:00Z");
        });

        SyncReport report = anas.sync();

        assertThat(report.complete()).isTrue();
        assertThat(bruno.requests()).isEmpty();
        assertThat(brunos.account().runs(10)).containsExactly(report.run());
    }

    @Test
    void the_account_is_free_when_a_look_is_over() {
        anas.sync();

        assertThat(brunos.sync().items()).isEqualTo(5);
        assertThat(lease()).isEqualTo(new Lease(2, "bruno", Instant.EPOCH));
    }

    @Test
    void the_account_is_free_after_a_look_that_failed() {
        ana.then(look -> failures.set(1));
        assertThatThrownBy(anas::sync).isInstanceOf(StoreException.class);

        assertThat(brunos.sync().complete()).isTrue();
    }

    @Test
    void the_account_of_a_dead_owner_is_free_once_its_lease_ran_out() {
        save(new Lease(4, "dead", clock.instant().plus(LEASE)));

        clock.advance(LEASE.minusSeconds(1));
        assertThatThrownBy(anas::sync).isInstanceOf(AccountBusyException.class);
        clock.advance(Duration.ofSeconds(1));

        assertThat(anas.sync().items()).isEqualTo(3);
    }

    @Test
    void an_owner_of_the_same_name_goes_on_at_once() {
        save(new Lease(4, "ana", clock.instant().plus(LEASE)));

        assertThat(anas.sync().items()).isEqualTo(3);
    }

    @Test
    void a_late_owner_that_lost_its_lease_writes_nothing() {
        ana.then(look -> {
            clock.advance(LEASE);
            brunos.sync();
        });

        assertThatThrownBy(anas::sync)
                .isInstanceOf(AccountBusyException.class)
                .hasMessageContaining("taken over by bruno");

        assertThat(brunos.account().items()).hasSize(5);
        assertThat(brunos.account().runs(10)).hasSize(1);
        assertThat(brunos.account().changes().after(0, 100)).hasSize(5);
        assertThat(lease().owner()).isEqualTo("bruno");
    }

    @Test
    void a_late_owner_does_not_end_the_lease_of_the_one_that_took_over() {
        Lease brunosLease = new Lease(2, "bruno", clock.instant().plus(LEASE.multipliedBy(2)));
        ana.then(look -> {
            clock.advance(LEASE);
            save(brunosLease);
        });

        assertThatThrownBy(anas::sync).isInstanceOf(AccountBusyException.class);

        assertThat(lease()).isEqualTo(brunosLease);
    }

    @Test
    void a_late_owner_goes_on_if_nobody_else_took_the_account() {
        ana.then(look -> clock.advance(LEASE.multipliedBy(3)));

        assertThat(anas.sync().items()).isEqualTo(3);
    }

    @Test
    void a_sign_of_life_renews_the_lease() {
        ana.then(look -> {
            clock.advance(LEASE.minusMinutes(1));
            look.progress("reading on");
            clock.advance(LEASE.minusMinutes(1));
            assertThatThrownBy(brunos::sync).isInstanceOf(AccountBusyException.class);
        });

        assertThat(anas.sync().complete()).isTrue();
    }

    @Test
    void a_tracker_does_not_look_twice_at_a_time() {
        ana.then(look -> assertThatThrownBy(anas::sync).isInstanceOf(AccountBusyException.class));

        assertThat(anas.sync().complete()).isTrue();
        assertThat(anas.sync().complete()).isTrue();
    }

    @Test
    void trackers_that_were_given_no_name_are_told_apart() {
        Tracker.of(Accounts.in(store).create("me", ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH))
                .collectors(List.of(bruno.then(look ->
                        assertThatThrownBy(() -> nameless(ana).sync()).isInstanceOf(AccountBusyException.class))))
                .build()
                .sync();

        assertThat(ana.requests()).isEmpty();
        assertThat(bruno.requests()).hasSize(1);
    }

    private Tracker nameless(FakeCollector collector) {
        return Tracker.of(
                        Accounts.in(store).create("me", ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH))
                .collectors(List.of(collector))
                .build();
    }

    private Tracker tracker(String owner, FakeCollector collector) {
        return Tracker.of(
                        Accounts.in(store).create("me", ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH))
                .clock(clock)
                .owner(owner)
                .leaseFor(LEASE)
                .collectors(List.of(collector))
                .build();
    }

    private Lease lease() {
        return store.inTransaction("me", session -> session.leases().latest().orElseThrow());
    }

    private void save(Lease lease) {
        store.inTransaction("me", session -> {
            session.leases().save(lease);
            return true;
        });
    }

    /** A store that cannot be reached for some transactions. */
    private final class FailingStore extends ForwardingStore {

        FailingStore() {
            super(new InMemoryStore());
        }

        @Override
        public <T> T inTransaction(String account, Work<T> work) {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new StoreException("the database is away");
            }
            return super.inTransaction(account, work);
        }
    }
}
