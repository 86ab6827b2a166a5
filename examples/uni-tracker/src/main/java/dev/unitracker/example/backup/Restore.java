package dev.unitracker.example.backup;

import dev.unitracker.error.SettingsException;
import dev.unitracker.error.StoreException;
import dev.unitracker.spi.ArtifactStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Puts what a {@link Backup} holds into a database, H2 or PostgreSQL, whichever it came from. All of the file is compared with its
 * hashes before anything is written, and the tables are written in one transaction: they are as before, or as in the backup.
 */
public final class Restore {

    private static final String ACCOUNTS = "select count(*) from tracker_account";

    private final DataSource database;
    private final ArtifactStore artifacts;

    /**
     * @param database whose tables are there
     * @param artifacts where the kept answers go; what is there already stays
     */
    public Restore(DataSource database, ArtifactStore artifacts) {
        this.database = database;
        this.artifacts = artifacts;
    }

    /**
     * What was restored.
     *
     * @param madeAt the moment of all that the backup shows
     * @param rows how many rows of all tables
     * @param artifacts how many answers
     */
    public record Report(String madeAt, long rows, long artifacts) {}

    /**
     * Restores. Nobody may work on the database meanwhile.
     *
     * @param replace whether what is there may be replaced
     * @throws SettingsException if there is no such file, or something is there that may not be replaced
     * @throws StoreException if the backup is damaged or of another version, or something cannot be written
     */
    public Report from(Path file, boolean replace) {
        if (!Files.isRegularFile(file)) {
            throw new SettingsException("there is no file " + file);
        }
        try (BackupFile backup = BackupFile.open(file)) {
            backup.verify();
            return restored(backup, replace);
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw new StoreException(
                    "nothing was restored: " + file + " is no backup, or only a part of one (" + e.getMessage() + ")",
                    e);
        } catch (SQLException e) {
            throw new StoreException("nothing was restored: the database refused it", e);
        } catch (StoreException e) {
            throw new StoreException("nothing was restored from " + file + ": " + e.getMessage(), e);
        }
    }

    /** The answers come first: nothing points to them yet, and to none that is missing later. */
    private Report restored(BackupFile backup, boolean replace) throws IOException, SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                long rows = rows(backup, replace, connection);
                connection.commit();
                return new Report(
                        backup.manifest().madeAt(), rows, backup.artifacts().size());
            } finally {
                // After a commit there is nothing to take back.
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private long rows(BackupFile backup, boolean replace, Connection connection) throws IOException, SQLException {
        List<Table> tables = Table.in(connection);
        check(backup.manifest(), tables, Backup.schema(connection));
        lock(connection);
        if (!replace && count(connection) > 0) {
            throw new SettingsException(
                    "there are accounts in the database already; --replace forgets them, and all that"
                            + " is known of them, and puts the backup in their place");
        }
        for (String hash : backup.artifacts()) {
            artifacts.keep(backup.artifact(hash));
        }
        long rows = 0;
        for (Table table : tables) {
            rows += fill(table, backup, connection);
        }
        return rows;
    }

    private static void check(Manifest manifest, List<Table> tables, int schema) {
        if (manifest.schema() != schema) {
            throw new StoreException("its tables are of version " + manifest.schema() + ", those here of version "
                    + schema + "; restore it with the program that made it, and update that");
        }
        TreeSet<String> here = tables.stream().map(Table::name).collect(Collectors.toCollection(TreeSet::new));
        if (!manifest.tables().keySet().equals(here)) {
            throw new StoreException("it has other tables than there are here");
        }
    }

    /** Who writes an account begins with this table. H2 has no other process that could. */
    private static void lock(Connection connection) throws SQLException {
        if (!connection.getMetaData().getDatabaseProductName().equals("H2")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("lock table tracker_account in exclusive mode");
            }
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ACCOUNTS)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static long fill(Table table, BackupFile backup, Connection connection) throws IOException, SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(table.delete());
        }
        try (InputStream lines = backup.lines(table.name())) {
            long rows = Lines.read(lines, table, connection);
            Manifest.Content said = backup.manifest().tables().get(table.name());
            if (said == null || rows != said.rows()) {
                throw new StoreException(
                        "the table " + table.name() + " has " + rows + " rows, not as many as it should");
            }
            return rows;
        }
    }
}
