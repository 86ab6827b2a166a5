package dev.unitracker.example.server.guard;

import dev.unitracker.error.StoreException;
import dev.unitracker.example.server.Scope;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that open the API. One reads {@code ut_}, its id, a low line, and a secret, of which only a hash is kept: it is shown when it
 * is made and never again. Safe for use by several threads and processes: one that is revoked opens nothing from then on.
 */
public final class Tokens {

    private static final String INSERT = """
            insert into api_token (id, account, scope, label, secret_sha256, created_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?)""";

    private static final String ALL = """
            select id, account, scope, label, secret_sha256, created_at, expires_at
            from api_token
            order by account, created_at, id""";

    private static final String FIND = """
            select id, account, scope, label, secret_sha256, created_at, expires_at
            from api_token
            where id = ?""";

    private static final String REVOKE = """
            delete from api_token
            where id = ?""";

    private static final String REVOKE_ALL = """
            delete from api_token
            where account = ?""";

    private static final Pattern FORM = Pattern.compile("^ut_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$");
    private static final int ID_BYTES = 8;
    private static final int LONGEST_LABEL = 200;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Statements statements;
    private final InstantSource clock;

    /** Keeps tokens in a database that has the {@linkplain GuardTables tables}. */
    public Tokens(DataSource database, InstantSource clock) {
        this.statements = new Statements(database);
        this.clock = clock;
    }

    /** A token and the hash of its secret. */
    private record Row(Token token, String hash) {}

    /**
     * Makes a token.
     *
     * @param account the account that it is for
     * @param label what it is for, in a few words; a longer text is cut
     * @param expiry from when on it opens nothing; null if it opens until it is revoked
     * @return the token as it is sent; it is kept nowhere
     * @throws StoreException if it cannot be written
     */
    public String add(String account, Scope scope, String label, @Nullable Instant expiry) {
        byte[] random = new byte[ID_BYTES];
        RANDOM.nextBytes(random);
        String id = HexFormat.of().formatHex(random);
        String secret = Secret.create();
        String kept = label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL);
        int unusedOne =
                statements.write(INSERT, id, account, word(scope), kept, Secret.hash(secret), clock.instant(), expiry);
        return "ut_" + id + "_" + secret;
    }

    /** Returns all tokens, by account and age; those that are over too. */
    public List<Token> all() {
        return statements.rows(ALL, row -> row(row).token());
    }

    /** Tells whether there is a token that opens something. */
    public boolean isAny() {
        Instant now = clock.instant();
        return all().stream().anyMatch(token -> token.isValidAt(now));
    }

    /** Takes a token back, with all pages that were opened with it. Tells whether there was one. */
    public boolean revoke(String id) {
        return statements.write(REVOKE, id) > 0;
    }

    /** Takes all tokens of an account back. Returns how many there were. */
    public int revokeAll(String account) {
        return statements.write(REVOKE_ALL, account);
    }

    /** Returns the token that somebody sends; empty if it is none, is over or was revoked. */
    Optional<Token> find(String sent) {
        Matcher form = FORM.matcher(sent);
        if (!form.matches()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return statements.rows(FIND, Tokens::row, form.group(1)).stream()
                .filter(row -> Secret.isHash(row.hash(), form.group(2)))
                .map(Row::token)
                .filter(token -> token.isValidAt(now))
                .findFirst();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(token(row), row.getString("secret_sha256"));
    }

    static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getString("id"),
                row.getString("account"),
                Scope.valueOf(row.getString("scope").toUpperCase(Locale.ROOT)),
                row.getString("label"),
                Objects.requireNonNull(Statements.moment(row, "created_at"), "created_at"),
                Statements.moment(row, "expires_at"));
    }

    private static String word(Scope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }
}
