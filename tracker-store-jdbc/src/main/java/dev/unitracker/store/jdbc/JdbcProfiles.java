package dev.unitracker.store.jdbc;

import dev.unitracker.spi.Profile;
import dev.unitracker.spi.Profiles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Who one account belongs to, in a database. */
final class JdbcProfiles implements Profiles {

    static final String FIND = """
            select account, zone, language, settings
            from tracker_account
            where account = :account and zone is not null""";

    static final String UPDATE = """
            update tracker_account set zone = :zone, language = :language, settings = :settings
            where account = :account""";

    /** Not by a name that ends in the account: it is asked of all accounts at once. */
    private static final String OF_ALL = """
            select account, zone, language, settings
            from tracker_account
            where zone is not null""";

    private final AccountTransaction transaction;

    JdbcProfiles(AccountTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<Profile> find() {
        return transaction.read(
                "read the profile",
                handle -> handle.createQuery(FIND)
                        .bind("account", transaction.account())
                        .map((row, context) -> profile(row))
                        .findFirst());
    }

    @Override
    public void save(Profile profile) {
        transaction.write(
                "save the profile",
                handle -> handle.createUpdate(UPDATE)
                        .bind("account", transaction.account())
                        .bind("zone", profile.zone().getId())
                        .bind("language", profile.language())
                        .bind("settings", Json.write(profile.settings()))
                        .execute());
    }

    @Override
    public long revision() {
        return transaction.row().revision();
    }

    /** Returns the profiles of all accounts, by name. */
    static SortedMap<String, Profile> all(Handle handle) {
        SortedMap<String, Profile> profiles = new TreeMap<>();
        handle.createQuery(OF_ALL)
                .map((row, context) -> profiles.put(row.getString("account"), profile(row)))
                .list();
        return profiles;
    }

    private static Profile profile(ResultSet row) throws SQLException {
        String zone = row.getString("zone");
        try {
            return new Profile(
                    ZoneId.of(zone), row.getString("language"), Json.read(row.getString("settings"), Json.FIELDS));
        } catch (DateTimeException e) {
            throw new UnreadableRowException("this Java does not know the zone '" + zone + "'");
        }
    }
}
