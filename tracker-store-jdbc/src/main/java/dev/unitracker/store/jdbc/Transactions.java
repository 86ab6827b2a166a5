package dev.unitracker.store.jdbc;

import dev.unitracker.error.StoreException;
import dev.unitracker.spi.Lag;
import dev.unitracker.spi.Profile;
import dev.unitracker.spi.Store.Work;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Transactions of accounts on a database.
 *
 * <p>Work reads one snapshot. If it writes although another transaction wrote the account since, it is rolled back and
 * done again, from then on with the account taken before anything is read.
 */
final class Transactions {

    private static final Logger log = LoggerFactory.getLogger("unitracker.store");

    static final String ACCOUNTS = """
            select account
            from tracker_account""";

    private static final int ATTEMPTS = 5;
    private static final int CONNECTIONS = 25;

    /** Unlike a connection that was closed, one that nobody answers on any more is noticed only after a long time. */
    private static final int SILENCES = 3;

    private final Jdbi jdbi;
    private final ThreadLocal<Map<String, AccountTransaction>> current = ThreadLocal.withInitial(HashMap::new);

    Transactions(DataSource database) {
        this.jdbi = Jdbi.create(database);
        Parameters.register(jdbi);
        // Statements are bound to texts of students.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        // This class ends its transactions itself.
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
    }

    <T> T on(String account, Work<T> work) {
        AccountTransaction open = current.get().get(account);
        if (open != null && open.onlyReads()) {
            throw new IllegalStateException("the account " + account + " is being read; write it before or after that");
        }
        return open != null ? joined(open, work) : alone(account, work);
    }

    /** Reads one snapshot of an account, and never has to do it again. */
    <T> T reading(String account, Work<T> work) {
        AccountTransaction open = current.get().get(account);
        return open != null ? joined(open, work) : attempt(account, work, Mode.READING);
    }

    /** Returns all accounts, in Java's order. */
    List<String> accounts() {
        try (Borrowed borrowed = begin("read the accounts", Mode.READING)) {
            return borrowed.handle().createQuery(ACCOUNTS).mapTo(String.class).list().stream()
                    .sorted()
                    .toList();
        } catch (JdbiException e) {
            throw Trouble.when("read the accounts", e);
        }
    }

    /** Returns the profiles of all accounts that have one, in Java's order. */
    SortedMap<String, Profile> profiles() {
        try (Borrowed borrowed = begin("read the profiles", Mode.READING)) {
            return JdbcProfiles.all(borrowed.handle());
        } catch (JdbiException e) {
            throw Trouble.when("read the profiles", e);
        } catch (UnreadableRowException e) {
            throw new StoreException("could not read the profiles: " + e.getMessage());
        }
    }

    /** Returns the numbers of the last ledger entries of those of some accounts that have any, in Java's order. */
    SortedMap<String, Long> lastNumbers(Collection<String> accounts) {
        try (Borrowed borrowed = begin("read the last numbers", Mode.READING)) {
            return AccountRow.lastNumbers(borrowed.handle(), accounts);
        } catch (JdbiException e) {
            throw Trouble.when("read the last numbers", e);
        }
    }

    /** Returns how far behind all accounts are, in Java's order. */
    SortedMap<String, Lag> lags(Instant now) {
        try (Borrowed borrowed = begin("read how far behind the accounts are", Mode.READING)) {
            return Lags.all(borrowed.handle(), now);
        } catch (JdbiException e) {
            throw Trouble.when("read how far behind the accounts are", e);
        }
    }

    private static <T> T joined(AccountTransaction open, Work<T> work) {
        try {
            return work.in(open.session());
        } catch (RuntimeException | Error e) {
            open.fail(new StoreException("a transaction within this one failed, so nothing was written", e));
            throw e;
        }
    }

    private <T> T alone(String account, Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(account, work, attempt > 1 ? Mode.TAKING_FIRST : Mode.WRITING);
            } catch (WrittenMeanwhileException e) {
                if (attempt == ATTEMPTS) {
                    throw Trouble.when("write the account " + account, e);
                }
                log.debug("account {} was written meanwhile, attempt {} failed", account, attempt);
            }
        }
    }

    private <T> T attempt(String account, Work<T> work, Mode mode) {
        try (Borrowed borrowed = begin("begin a transaction on the account " + account, mode)) {
            AccountTransaction transaction = new AccountTransaction(borrowed.handle(), account, mode == Mode.READING);
            current.get().put(account, transaction);
            T result = done(transaction, work, mode == Mode.TAKING_FIRST);
            commit(borrowed, account);
            return result;
        } finally {
            forget(account);
        }
    }

    /** After the database was away, a pool may hand out connections that were lost; each of them costs an attempt or two. */
    private Borrowed begin(String doing, Mode mode) {
        int silences = 0;
        for (int attempt = 1; ; attempt++) {
            try {
                return Borrowed.begin(jdbi.open(), mode);
            } catch (ConnectionException | SQLException e) {
                silences += DriverSaid.isSilence(e) ? 1 : 0;
                if (attempt == CONNECTIONS || silences == SILENCES || !Trouble.isLostConnection(e)) {
                    throw Trouble.when(doing, e);
                }
                log.debug("a connection was lost, attempt {} to begin failed", attempt, e);
            }
        }
    }

    private static void commit(Borrowed borrowed, String account) {
        try {
            borrowed.commit();
        } catch (SQLException e) {
            throw Trouble.isRace(e)
                    ? Trouble.again(e)
                    : Trouble.when("commit a transaction on the account " + account, e);
        }
    }

    private static <T> T done(AccountTransaction transaction, Work<T> work, boolean takeFirst) {
        try {
            if (takeFirst) {
                transaction.take();
            }
            T result = work.in(transaction.session());
            // The work may have caught what a statement threw, but a half-done transaction is never committed.
            if (transaction.failure() != null) {
                throw transaction.failure();
            }
            return result;
        } catch (RuntimeException e) {
            throw transaction.failure() instanceof WrittenMeanwhileException again ? again : e;
        } finally {
            transaction.end();
        }
    }

    private void forget(String account) {
        Map<String, AccountTransaction> open = current.get();
        open.remove(account);
        if (open.isEmpty()) {
            current.remove();
        }
    }
}
