package dev.unitracker.example.backup;

import dev.unitracker.error.DamagedArtifactException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.error.StoreException;
import dev.unitracker.spi.ArtifactStore;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;

/**
 * Writes all that is known into one file: a zip of JSON lines, a file of them for each table, and the kept answers. All tables are
 * read at one moment, whoever writes meanwhile; so the file fits H2 and PostgreSQL alike. Credentials stay sealed.
 */
public final class Backup {

    /** Where the lines of a table are, before its name. */
    static final String TABLES = "tables/";

    /** And after it. */
    static final String LINES = ".jsonl";

    /** Where answers are, before their hash. */
    static final String ARTIFACTS = "artifacts/";

    /** What the file says of itself. */
    static final String MANIFEST = "manifest.json";

    private static final String SCHEMA = "select max(version) from tracker_schema";

    private final DataSource database;
    private final Optional<ArtifactStore> artifacts;
    private final InstantSource clock;

    /**
     * @param artifacts where the kept answers are; empty to leave them out
     */
    public Backup(DataSource database, Optional<ArtifactStore> artifacts, InstantSource clock) {
        this.database = database;
        this.artifacts = artifacts;
        this.clock = clock;
    }

    /**
     * What was written.
     *
     * @param rows how many rows of all tables
     * @param artifacts how many answers
     * @param damaged the hashes of answers that are no longer what was kept, and are left out
     */
    public record Report(long rows, long artifacts, List<String> damaged) {
        public Report {
            damaged = List.copyOf(damaged);
        }
    }

    /**
     * Writes the file, which only its owner can read. It is there as a whole or not at all.
     *
     * @throws SettingsException if there is a file of that name, or no folder that it could be in
     * @throws StoreException if something cannot be read or written
     */
    public Report to(Path file) {
        if (Files.exists(file)) {
            throw new SettingsException("there is a file " + file + " already; choose another name, or remove it");
        }
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        if (!Files.isDirectory(folder)) {
            throw new SettingsException("there is no folder " + folder);
        }
        try {
            return drafted(folder, file);
        } catch (IOException e) {
            throw new StoreException("cannot write " + file + "; is the disk full or read-only?", e);
        } catch (SQLException e) {
            throw new StoreException("could not read the database", e);
        }
    }

    private Report drafted(Path folder, Path file) throws IOException, SQLException {
        // Others cannot read a temporary file.
        Path draft = Files.createTempFile(folder, file.getFileName().toString(), ".tmp");
        try {
            Report report;
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
                report = write(zip);
                zip.finish();
                zip.flush();
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return report;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** The tables come first: an answer that they point to was kept before. */
    private Report write(ZipOutputStream zip) throws IOException, SQLException {
        SortedMap<String, Manifest.Content> tables = new TreeMap<>();
        String now = clock.instant().toString();
        int schema;
        try (Snapshot snapshot = Snapshot.of(database)) {
            schema = schema(snapshot.connection());
            for (Table table : Table.in(snapshot.connection())) {
                zip.putNextEntry(new ZipEntry(TABLES + table.name() + LINES));
                tables.put(table.name(), Lines.write(table, snapshot.connection(), zip));
                zip.closeEntry();
            }
        }
        List<String> damaged = new ArrayList<>();
        long kept = artifacts.isPresent() ? write(artifacts.get(), zip, damaged) : 0;
        zip.putNextEntry(new ZipEntry(MANIFEST));
        zip.write(new Manifest(Manifest.FORMAT, schema, now, tables, kept).json());
        zip.closeEntry();
        long rows = tables.values().stream().mapToLong(Manifest.Content::rows).sum();
        return new Report(rows, kept, damaged);
    }

    private static long write(ArtifactStore artifacts, ZipOutputStream zip, List<String> damaged) throws IOException {
        TreeSet<String> hashes = new TreeSet<>();
        artifacts.each(artifact -> hashes.add(artifact.sha256()));
        long kept = 0;
        for (String hash : hashes) {
            Optional<byte[]> content = found(artifacts, hash, damaged);
            if (content.isPresent()) {
                zip.putNextEntry(new ZipEntry(ARTIFACTS + hash));
                zip.write(content.get());
                zip.closeEntry();
                kept++;
            }
        }
        return kept;
    }

    /** What was pruned meanwhile is not there any more. */
    private static Optional<byte[]> found(ArtifactStore artifacts, String hash, List<String> damaged) {
        try {
            return artifacts.find(hash);
        } catch (DamagedArtifactException e) {
            damaged.add(hash);
            return Optional.empty();
        }
    }

    /** Returns the version of the tables of a database. */
    static int schema(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SCHEMA)) {
            row.next();
            return row.getInt(1);
        }
    }
}
