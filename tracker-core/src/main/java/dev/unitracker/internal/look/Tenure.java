package dev.unitracker.internal.look;

import dev.unitracker.error.AccountBusyException;
import dev.unitracker.spi.Lease;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoreSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a look does with its lease of the account: takes it, checks it within each transaction that writes, renews it when
 * half of its time is over, and gives it back. One that has run out is still good as long as nobody else took the account.
 * Safe for use by several threads.
 */
public final class Tenure {

    private static final Logger log = LoggerFactory.getLogger("unitracker.look");

    private final Terms terms;
    private final long number;

    private Tenure(Terms terms, long number) {
        this.terms = terms;
        this.number = number;
    }

    /**
     * How an account is taken.
     *
     * @param owner who takes it; one of the same name is the same, and takes it back at once
     * @param length for how long
     */
    public record Terms(Store store, String account, String owner, Duration length, InstantSource clock) {

        /**
         * Takes the account within a transaction.
         *
         * @throws AccountBusyException if another owner has it
         */
        public Tenure take(StoreSession session) {
            Optional<Lease> latest = session.leases().latest();
            latest.filter(lease -> lease.holdsAt(now()) && !lease.owner().equals(owner))
                    .ifPresent(lease -> {
                        throw busy(lease);
                    });
            long number = latest.map(Lease::number).orElse(0L) + 1;
            session.leases().save(new Lease(number, owner, end()));
            return new Tenure(this, number);
        }

        private AccountBusyException busy(Lease lease) {
            return new AccountBusyException(
                    "the account " + account + " is being looked at by " + lease.owner() + " until " + lease.until()
                            + " at the latest; look again then",
                    lease.owner(),
                    lease.until());
        }

        private AccountBusyException lost(Lease lease) {
            return new AccountBusyException(
                    "the account " + account + " was taken over by " + lease.owner()
                            + " because this look wrote nothing for too long, or because the clocks of the two machines"
                            + " differ by more than " + length.toMinutes()
                            + " minutes; what it wrote before that stays,"
                            + " the rest is seen by the next look",
                    lease.owner(),
                    lease.until());
        }

        private Instant now() {
            return clock.instant();
        }

        private Instant end() {
            return now().plus(length).truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** Returns the store with transactions that throw an {@link AccountBusyException} if the account was taken over. */
    public Store guarded() {
        return new Store() {
            @Override
            public <T> T inTransaction(String account, Work<T> work) {
                return terms.store().inTransaction(account, session -> {
                    keep(session);
                    return work.in(session);
                });
            }

            @Override
            public <T> T reading(String account, Work<T> work) {
                return terms.store().reading(account, work);
            }

            @Override
            public List<String> accounts() {
                return terms.store().accounts();
            }

            @Override
            public void close() {
                // It is the host's.
            }
        };
    }

    /** Renews the lease if it is time to. If that fails, the next transaction that writes tells why. */
    public void keep() {
        try {
            inTransaction(this::keep);
        } catch (RuntimeException e) {
            log.debug("the lease of {} could not be renewed", terms.account(), e);
        }
    }

    /** Gives the account back within a transaction, if it was not taken over. */
    public void release(StoreSession session) {
        session.leases()
                .latest()
                .filter(this::isMine)
                .ifPresent(lease -> session.leases().save(lease.released()));
    }

    /** Gives the account back after a failure. If that fails too, the lease runs out by itself. */
    public void abandon() {
        try {
            inTransaction(this::release);
        } catch (RuntimeException e) {
            log.debug("the lease of {} could not be given back; it will run out", terms.account(), e);
        }
    }

    private void keep(StoreSession session) {
        Lease lease = session.leases().latest().orElseThrow();
        if (!isMine(lease)) {
            throw terms.lost(lease);
        }
        if (!lease.holdsAt(terms.now().plus(terms.length().dividedBy(2)))) {
            session.leases().save(lease.until(terms.end()));
        }
    }

    private boolean isMine(Lease lease) {
        return lease.number() == number;
    }

    private void inTransaction(Consumer<StoreSession> work) {
        terms.store().inTransaction(terms.account(), session -> {
            work.accept(session);
            return true;
        });
    }
}
