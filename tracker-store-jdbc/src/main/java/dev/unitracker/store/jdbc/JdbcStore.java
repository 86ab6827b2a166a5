package dev.unitracker.store.jdbc;

import dev.unitracker.error.SettingsException;
import dev.unitracker.error.StoreException;
import dev.unitracker.spi.Lag;
import dev.unitracker.spi.Profile;
import dev.unitracker.spi.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * Remembers accounts in H2 or PostgreSQL. Safe for use by several threads, and on PostgreSQL by several processes.
 *
 * <p>Work that only reads sees one snapshot of the database, waits for nobody and writes nothing. Work that writes may be
 * done more than once: if another transaction wrote the account since the work began to read, its writes are taken back
 * and it is called again. So it should do nothing that lasts but through its session.
 *
 * <p>A call of {@link #inTransaction} within another one of the same thread and account joins it: it sees what was
 * written so far, and is committed with it or not at all; if it throws, the outer one cannot be committed any more.
 * Within a transaction on another account it is one of its own, on a second connection.
 *
 * <p>A store that opened its PostgreSQL itself waits two minutes for an answer and ten seconds for a lock, unless its
 * address says otherwise ({@code socketTimeout} in seconds, {@code options=-c%20lock_timeout=…} in milliseconds).
 *
 * <p>H2 is told to write at once what is committed ({@code WRITE_DELAY=0}), or what was told to others could be lost with
 * the process. That holds until the database is closed; a host whose pool closes all of its connections at times puts the
 * setting into the address.
 *
 * <p>Moments are kept in whole microseconds, and NUL characters, which PostgreSQL does not take, are left out of texts.
 */
public final class JdbcStore implements Store {

    private final DataSource database;
    private final Transactions transactions;
    private final Runnable release;
    private volatile boolean closed;

    /**
     * @param schema the tables that it needs
     * @param migrate whether it creates or updates them
     * @param release is run when it is closed
     */
    JdbcStore(DataSource database, Schema schema, boolean migrate, Runnable release) {
        if (migrate) {
            schema.migrate(database);
        } else {
            schema.check(database);
        }
        if (new Tables(database).areInH2()) {
            WriteDelay.switchOff(database);
        }
        this.database = database;
        this.transactions = new Transactions(database);
        this.release = release;
    }

    /**
     * Starts building a store on a host's database.
     *
     * @param database H2 or PostgreSQL 13 or later; at best a pool. It is not closed with the store.
     */
    public static Builder on(DataSource database) {
        Objects.requireNonNull(database, "database");
        return new Builder(settings -> new JdbcStore(database, Schema.PRESENT, settings.migrate, () -> {}));
    }

    /**
     * Starts building a store in a file, which is created if it is not there. One process at a time can use it.
     *
     * @param file the file; H2 adds {@code .mv.db} to its name
     * @throws SettingsException if H2 takes no file of that name
     */
    public static Builder inFile(Path file) {
        String name = file.toAbsolutePath().toString().replaceFirst("\\.mv\\.db$", "");
        if (name.contains(";")) {
            throw SettingsException.wrong("file", name, "H2 takes no semicolon in the name of a file");
        }
        return at("jdbc:h2:file:" + name);
    }

    /**
     * Starts building a store at an address. It has connections of its own.
     *
     * @param url {@code jdbc:h2:…}, {@code jdbc:postgresql://host/database} or
     *     {@code postgresql://user:password@host/database}
     * @throws SettingsException if it is the address of no database that can be used; the message does not show it
     */
    public static Builder at(String url) {
        return at(url, "", "");
    }

    /**
     * Starts building a store at an address as {@link #at(String)} does, with a login.
     *
     * @param user the user; empty for the one in the address, or the database's default
     * @param password the password; empty for the one in the address, or none
     * @throws SettingsException if it is the address of no database that can be used; the message does not show it
     */
    public static Builder at(String url, String user, String password) {
        DatabaseAddress address = DatabaseAddress.parse(url, user, password);
        return new Builder(settings -> opened(address, settings));
    }

    private static JdbcStore opened(DatabaseAddress address, Builder settings) {
        JdbcConnectionPool pool = ConnectionPool.of(address);
        pool.setMaxConnections(settings.connections);
        boolean opened = false;
        try {
            JdbcStore store = new JdbcStore(pool, Schema.PRESENT, settings.migrate, pool::dispose);
            opened = true;
            return store;
        } catch (StoreException e) {
            throw new StoreException("could not open the store at " + address + ": " + e.getMessage(), e);
        } finally {
            if (!opened) {
                pool.dispose();
            }
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>The work may be called more than once, see above.
     */
    @Override
    public <T> T inTransaction(String account, Work<T> work) {
        if (closed) {
            throw new StoreException("the store is closed; open it anew for the account " + account);
        }
        return transactions.on(account, work);
    }

    @Override
    public <T> T reading(String account, Work<T> work) {
        if (closed) {
            throw new StoreException("the store is closed; open it anew for the account " + account);
        }
        return transactions.reading(account, work);
    }

    @Override
    public List<String> accounts() {
        if (closed) {
            throw new StoreException("the store is closed; open it anew");
        }
        return transactions.accounts();
    }

    @Override
    public SortedMap<String, Profile> profiles() {
        if (closed) {
            throw new StoreException("the store is closed; open it anew");
        }
        return transactions.profiles();
    }

    @Override
    public SortedMap<String, Long> lastNumbers(Collection<String> accounts) {
        if (closed) {
            throw new StoreException("the store is closed; open it anew");
        }
        return transactions.lastNumbers(accounts);
    }

    @Override
    public SortedMap<String, Lag> lags(Instant now) {
        if (closed) {
            throw new StoreException("the store is closed; open it anew");
        }
        return transactions.lags(now);
    }

    /**
     * Returns the database that the store is in, for tables of the host's own beside it. If the store opened it itself, it is closed
     * with the store.
     */
    public DataSource database() {
        return database;
    }

    /** Closes the connections that the store opened itself; those of a host's {@link DataSource} are left alone. */
    @Override
    public void close() {
        closed = true;
        release.run();
    }

    /** Says how a store is opened. */
    private interface Opening {
        JdbcStore open(Builder settings);
    }

    /** Settings of a store. Not for use by several threads. */
    public static final class Builder {
        private final Opening opening;
        private boolean migrate = true;
        private int connections = 10;

        private Builder(Opening opening) {
            this.opening = opening;
        }

        /**
         * Sets whether the tables, whose names start with {@code tracker_}, are created and updated. Default: true. If they are
         * not, the host runs the scripts {@code V*.sql} beside this class itself, in the order of their numbers.
         */
        public Builder migrate(boolean migrate) {
            this.migrate = migrate;
            return this;
        }

        /**
         * Sets how many connections a store has at most that opens its database itself: one for each thread that uses it, and one
         * more for each thread that works on two accounts at a time. Default: ten.
         *
         * @throws SettingsException if it is less than two
         */
        public Builder connections(int most) {
            if (most < 2) {
                throw SettingsException.wrong("connections", most, "a store needs two at least");
            }
            this.connections = most;
            return this;
        }

        /**
         * Opens the store.
         *
         * @throws StoreException if the database cannot be used, or its tables are missing and may not be created; the message
         *     never holds the password
         */
        public JdbcStore build() {
            return opening.open(this);
        }
    }
}
