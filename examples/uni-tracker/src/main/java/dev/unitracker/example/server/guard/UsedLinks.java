package dev.unitracker.example.server.guard;

import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;

/** The links that did what they say. Safe for use by several threads and processes. */
public final class UsedLinks {

    private static final String FIND = """
            select 1
            from api_used_link
            where account = ? and nonce = ?""";

    private static final String INSERT = """
            insert into api_used_link (account, nonce, used_at, valid_until)
            values (?, ?, ?, ?)""";

    private static final String FORGET = """
            delete from api_used_link
            where valid_until < ?""";

    private final Statements statements;
    private final InstantSource clock;

    /** Keeps them in a database that has the {@linkplain GuardTables tables}. */
    public UsedLinks(DataSource database, InstantSource clock) {
        this.statements = new Statements(database);
        this.clock = clock;
    }

    /** Tells whether a link was used, by its name within its account. */
    public boolean isUsed(String account, String nonce) {
        return !statements.rows(FIND, row -> row.getInt(1), account, nonce).isEmpty();
    }

    /**
     * Notes that a link was used, and forgets those that are worth nothing any more.
     *
     * @param validUntil until when it is remembered
     */
    public void use(String account, String nonce, Instant validUntil) {
        Instant now = clock.instant();
        int unusedForgotten = statements.write(FORGET, now);
        boolean unusedWhetherFirst = statements.insert(INSERT, account, nonce, now, validUntil);
    }
}
