package dev.unitracker.store.jdbc;

import dev.unitracker.error.StoreException;
import dev.unitracker.spi.StoreSession;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * One transaction on one account. Reads take no lock and write nothing. The first write takes the account's row, so that
 * writers of one account come one after the other. After a failed statement there is nothing left to do but to end.
 */
final class AccountTransaction {

    static final String TAKE = """
            update tracker_account set revision = revision + 1
            where account = :account""";

    static final String TAKE_AND_COUNT = """
            update tracker_account set revision = revision + 1, last_number = :last_number
            where account = :account""";

    static final String ADD = """
            insert into tracker_account (account, revision, last_number)
            values (:account, 1, :last_number)""";

    private final Handle handle;
    private final String account;
    private final boolean onlyReads;
    private final StoreSession session;
    private boolean taken;
    private boolean over;
    private @Nullable AccountRow row;
    private @Nullable RuntimeException failure;

    AccountTransaction(Handle handle, String account, boolean onlyReads) {
        this.handle = handle;
        this.account = account;
        this.onlyReads = onlyReads;
        this.session = new JdbcSession(this);
    }

    String account() {
        return account;
    }

    StoreSession session() {
        return session;
    }

    /** Tells whether nothing may be written in it. */
    boolean onlyReads() {
        return onlyReads;
    }

    /** Returns why the transaction can no longer be committed; null if it can. */
    @Nullable
    RuntimeException failure() {
        return failure;
    }

    /** Says that the transaction can no longer be committed. */
    void fail(RuntimeException reason) {
        if (failure == null) {
            failure = reason;
        }
    }

    /** Says that nothing can be done in it any more. */
    void end() {
        over = true;
    }

    <T> T read(String doing, Function<Handle, T> query) {
        checkUsable();
        try {
            return query.apply(handle);
        } catch (JdbiException e) {
            RuntimeException reason =
                    Trouble.isRace(e) ? Trouble.again(e) : Trouble.when(doing + " of the account " + account, e);
            fail(reason);
            throw reason;
        } catch (UnreadableRowException e) {
            RuntimeException reason =
                    new StoreException("could not %s of the account %s: %s".formatted(doing, account, e.getMessage()));
            fail(reason);
            throw reason;
        }
    }

    /** Returns the account's row, read once. Nobody else can have written it if this transaction can be committed. */
    AccountRow row() {
        checkUsable();
        AccountRow known = row;
        if (known == null) {
            known = read("read the row", open -> AccountRow.read(open, account));
            row = known;
        }
        return known;
    }

    /** Notes what was written to the account's row. */
    void remember(AccountRow written) {
        row = written;
    }

    void write(String doing, Consumer<Handle> statements) {
        writing(doing, open -> {
            statements.accept(open);
            return account;
        });
    }

    /** Writes, and returns what comes of it. */
    <T> T writing(String doing, Function<Handle, T> statements) {
        take();
        return read(doing, statements);
    }

    /** Waits until no other transaction writes this account, and keeps others from writing it. */
    void take() {
        checkUsable();
        if (!taken) {
            take(TAKE, 0);
        }
    }

    /** Writes the number of the last ledger entry, which also takes the account. */
    void count(long lastNumber) {
        AccountRow before = row();
        take(TAKE_AND_COUNT, lastNumber);
        remember(before.with(lastNumber));
    }

    /** If the account was written since this transaction began to read, the database refuses. */
    private void take(String statement, long lastNumber) {
        checkUsable();
        if (onlyReads) {
            throw new IllegalStateException("work that reads an account must not write it; write in a transaction");
        }
        try {
            Map<String, Object> values = Map.of("account", account, "last_number", lastNumber);
            if (update(statement, values) == 0) {
                update(ADD, values);
            }
            taken = true;
        } catch (JdbiException e) {
            RuntimeException reason = Trouble.isRace(e) || Trouble.isThere(e)
                    ? Trouble.again(e)
                    : Trouble.when("write the account " + account, e);
            fail(reason);
            throw reason;
        }
    }

    private int update(String statement, Map<String, Object> values) {
        try (Update update = handle.createUpdate(statement)) {
            return update.configure(SqlStatements.class, settings -> settings.setUnusedBindingAllowed(true))
                    .bindMap(values)
                    .execute();
        }
    }

    private void checkUsable() {
        if (over) {
            throw new IllegalStateException("a session is not valid after its transaction");
        }
        if (failure != null) {
            throw failure;
        }
    }
}
