package dev.unitracker.example.server.guard;

import dev.unitracker.error.StoreException;
import dev.unitracker.spi.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** What signs the links in messages. It is made once for each database. */
public final class SigningKey {

    private static final String FIND = """
            select secret
            from api_signing_key
            where id = 1""";

    private static final String INSERT = """
            insert into api_signing_key (id, secret)
            values (1, ?)""";

    private SigningKey() {}

    /**
     * Returns the key of a database that has the {@linkplain GuardTables tables}, always the same one.
     *
     * @param secret what is kept elsewhere and added to it, so that who reads the database alone can sign nothing; empty for nothing
     * @return 32 bytes
     * @throws StoreException if it cannot be read or made
     */
    public static byte[] of(DataSource database, Optional<String> secret) {
        Statements statements = new Statements(database);
        String kept = find(statements).orElseGet(() -> make(statements));
        return Sha256.digest().digest(("links\n" + kept + "\n" + secret.orElse("")).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> find(Statements statements) {
        List<String> rows = statements.rows(FIND, row -> row.getString("secret"));
        return rows.stream().findFirst();
    }

    private static String make(Statements statements) {
        // Another process may make one at the same time; then it is that one.
        boolean unusedWhoseItIs = statements.insert(INSERT, Secret.create());
        return find(statements).orElseThrow(() -> new StoreException("the key of links was not kept", null));
    }
}
