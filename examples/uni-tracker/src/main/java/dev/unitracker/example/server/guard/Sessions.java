package dev.unitracker.example.server.guard;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Pages that somebody logged in to with a token: the page keeps a cookie, of which only a hash is kept here. Safe for use by several
 * threads and processes.
 */
final class Sessions {

    /** How long a page stays logged in. */
    static final Duration LENGTH = Duration.ofDays(30);

    /** So many may be open with one token; the one that ends soonest gives way. */
    private static final int MOST = 50;

    private static final String INSERT = """
            insert into api_session (cookie_sha256, token, expires_at)
            values (?, ?, ?)""";

    private static final String FIND = """
            select t.id, t.account, t.scope, t.label, t.created_at, t.expires_at
            from api_session s
            join api_token t on t.id = s.token
            where s.cookie_sha256 = ? and s.expires_at > ?""";

    private static final String END = """
            delete from api_session
            where cookie_sha256 = ?""";

    private static final String END_OVER = """
            delete from api_session
            where expires_at <= ?""";

    private static final String END_MORE = """
            delete from api_session
            where token = ? and cookie_sha256 not in (
                select cookie_sha256 from api_session
                where token = ?
                order by expires_at desc, cookie_sha256
                fetch first %d rows only)""".formatted(MOST);

    private final Statements statements;
    private final InstantSource clock;

    Sessions(DataSource database, InstantSource clock) {
        this.statements = new Statements(database);
        this.clock = clock;
    }

    /**
     * A session that began.
     *
     * @param cookie what the page keeps
     * @param expiresAt when it is over
     */
    record Begun(String cookie, Instant expiresAt) {

        /** Leaves the cookie out. */
        @Override
        public String toString() {
            return "until " + expiresAt;
        }
    }

    /** Begins a session, which is over when its token is, at the latest. */
    Begun begin(Token token) {
        Instant now = clock.instant();
        Instant longest = now.plus(LENGTH);
        Instant end = token.expiresAt().filter(over -> over.isBefore(longest)).orElse(longest);
        String cookie = Secret.create();
        int unusedOver = statements.write(END_OVER, now);
        int unusedOne = statements.write(INSERT, Secret.hash(cookie), token.id(), end);
        int unusedMore = statements.write(END_MORE, token.id(), token.id());
        return new Begun(cookie, end);
    }

    /** Returns the token of a session; empty if there is none, if it is over or was ended, or if its token is worth nothing. */
    Optional<Token> find(String cookie) {
        Instant now = clock.instant();
        // What nobody guesses is looked for by its hash, so how long that takes tells nothing.
        return statements.rows(FIND, Tokens::token, Secret.hash(cookie), now).stream()
                .filter(token -> token.isValidAt(now))
                .findFirst();
    }

    /** Ends a session, if there is one. */
    void end(String cookie) {
        int unusedOne = statements.write(END, Secret.hash(cookie));
    }
}
