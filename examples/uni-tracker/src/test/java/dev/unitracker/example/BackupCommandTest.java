package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.example.worker.Databases;
import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.store.jdbc.JdbcStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Two accounts, looked at twice, told and answered: all that a backup has to keep. */
class BackupCommandTest {

    /** What is made anew by whoever needs it; everything else has to be in a backup. */
    private static final Set<String> LEFT_OUT = Set.of(
            "tracker_schema",
            "tracker_schema_history",
            "api_schema_history",
            "api_session",
            "api_signing_key",
            "api_used_link");

    @TempDir
    static Path home;

    private static final Map<String, String> SETTINGS = new HashMap<>();
    private static MoodleSimulator moodle;

    @TempDir
    Path folder;

    @BeforeAll
    static void look() throws Exception {
        moodle = MoodleSimulator.playing(Recording.demo()).start();
        SETTINGS.put("MOODLE_BASE_URL", moodle.url());
        SETTINGS.put("MOODLE_TOKEN", moodle.token());
        SETTINGS.put("NOTIFY_COMMAND", "true");
        SETTINGS.put(
                "UNI_TRACKER_KEY",
                run(home, Map.of(), "account", "key", "new").out().strip().replaceFirst(".*=", ""));
        run(home, SETTINGS, "sync", "--once");
        moodle.moveTo(1);
        run(home, SETTINGS, "sync", "--once");
        Files.writeString(home.resolve("ana.env"), "MOODLE_TOKEN=" + "ab".repeat(16) + "\n");
        run(home, SETTINGS, "account", "add", "ana", "MOODLE_BASE_URL=" + moodle.url(), "--from", "ana.env");
        change(at(home), """
                insert into tracker_model_job (account, number, item_id, source, item_key, model, prompt, answer, attempts,
                status, started_at) values ('default', 1, '00000000-0000-0000-0000-0000000000ff', 'moodle', 'a"\\b', 'm',
                'línea 1
                two 👩‍🔬', null, 1, 'FAILED', timestamp with time zone '2026-11-22 09:38:49.123456+00:00')""");
        run(home, SETTINGS, "account", "token", "add", "default", "--label", "phone");
        run(home, SETTINGS, "backup", "all.backup");
    }

    @AfterAll
    static void close() {
        moodle.close();
    }

    @Test
    void what_is_restored_is_what_was_there_in_h2_and_in_postgresql() throws Exception {
        Map<String, String> inPostgreSql = new HashMap<>(SETTINGS);
        inPostgreSql.put("DATABASE_URL", Databases.POSTGRESQL.newAddress());
        Path h2 = Files.createDirectories(folder.resolve("h2"));

        run(folder, inPostgreSql, "restore", backup().toString());
        run(folder, inPostgreSql, "backup", "again.backup");
        run(h2, SETTINGS, "restore", folder.resolve("again.backup").toString());

        Map<String, List<String>> before = tables(at(home));
        assertThat(before.keySet())
                .contains("api_token", "tracker_account", "tracker_ledger", "tracker_outbox", "tracker_run");
        assertThat(before.entrySet())
                .filteredOn(table -> table.getValue().isEmpty())
                .hasSizeLessThan(3);
        assertThat(tables(inPostgreSql.get("DATABASE_URL"))).isEqualTo(before);
        assertThat(tables(at(h2))).isEqualTo(before);
        assertThat(answers(home)).hasSizeGreaterThan(20);
        assertThat(answers(folder)).isEqualTo(answers(home));
        assertThat(answers(h2)).isEqualTo(answers(home));
    }

    @Test
    void what_is_restored_is_gone_on_with() throws Exception {
        Path h2 = Files.createDirectories(folder.resolve("h2"));

        run(h2, SETTINGS, "restore", backup().toString());

        assertThat(run(h2, SETTINGS, "sync", "--once").out()).contains("0 cambios");
        assertThat(run(h2, SETTINGS, "account", "list").out()).contains("ana");
        assertThat(run(h2, SETTINGS, "digest").out())
                .isEqualTo(run(home, SETTINGS, "digest").out());
    }

    @Test
    void each_table_is_in_a_backup_but_for_what_is_made_anew() throws IOException, SQLException {
        Set<String> kept = entries(backup()).keySet();

        assertThat(tables(at(home)).keySet())
                .allSatisfy(table -> assertThat(kept).contains("tables/" + table + ".jsonl"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void the_file_is_readable_for_its_owner_only_and_holds_no_credential_in_clear() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup())))
                .isEqualTo("rw-------");
        assertThat(entries(backup()).entrySet())
                .noneSatisfy(entry -> assertThat(text(entry.getValue()))
                        .containsAnyOf("ab".repeat(16), SETTINGS.get("UNI_TRACKER_KEY"), moodle.token()));
    }

    @Test
    void nothing_is_written_over() {
        Played again = at(home, SETTINGS, "backup", "all.backup");
        Played elsewhere = at(home, SETTINGS, "backup", "no/such/folder/x");

        assertThat(again.status()).isEqualTo(2);
        assertThat(again.err()).contains("there is a file", "all.backup already");
        assertThat(elsewhere.status()).isEqualTo(2);
        assertThat(elsewhere.err()).contains("there is no folder");
    }

    @Test
    void a_place_where_something_is_known_is_left_alone_unless_it_may_be_replaced() throws Exception {
        addBruno();
        Map<String, List<String>> before = tables(at(folder));

        Played refused = at(folder, SETTINGS, "restore", backup().toString());

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("there are accounts in the database already; --replace");
        assertThat(tables(at(folder))).isEqualTo(before);
        run(folder, SETTINGS, "restore", "--replace", backup().toString());
        assertThat(tables(at(folder))).isEqualTo(tables(at(home)));
    }

    @Test
    void what_is_damaged_or_none_of_ours_is_refused_and_nothing_is_restored() throws Exception {
        Files.write(folder.resolve("cut"), head(Files.readAllBytes(backup())));
        Files.writeString(folder.resolve("text"), "no zip");
        String ledger = "tables/tracker_ledger.jsonl";
        String answer = entries(backup()).keySet().stream()
                .filter(name -> name.startsWith("artifacts/"))
                .findFirst()
                .orElseThrow();
        changed("outside", entries -> entries.put("artifacts/../../outside", bytes("x")));
        changed("answer", entries -> entries.put(answer, bytes("x")));
        changed("fewer", entries -> entries.remove(answer));
        changed("row", entries -> entries.put(ledger, bytes(text(of(entries, ledger)) + "[]\n")));
        changed("lacks", entries -> entries.remove(ledger));
        manifest("format", json -> json.replaceFirst("\"format\" : 1", "\"format\" : 2"));
        manifest("schema", json -> json.replaceFirst("\"schema\" : \\d+", "\"schema\" : 99"));
        manifest("table", json -> json.replaceFirst("tracker_fact", "tracker_fiction"));
        manifest("broken", json -> "{");
        changed("foreign", entries -> entries.remove("manifest.json"));

        assertThat(refused("cut")).contains("nothing was restored", "is no backup, or only a part of one");
        assertThat(refused("text")).contains("is no backup, or only a part of one");
        assertThat(refused("outside")).contains("artifacts/../../outside, which belongs to no backup");
        assertThat(refused("answer")).contains(answer + " in it is not what was written");
        assertThat(refused("fewer")).contains("answers instead of");
        assertThat(refused("row")).contains(ledger + " in it is not what was written");
        assertThat(refused("lacks")).contains("it lacks " + ledger);
        assertThat(refused("format")).contains("it is of the format 2, but this program knows 1 only");
        assertThat(refused("schema")).contains("its tables are of version 99, those here of version 1");
        assertThat(refused("table")).contains("tracker_fact.jsonl, which belongs to no backup");
        assertThat(refused("broken")).contains("is no backup");
        assertThat(refused("foreign")).contains("it is no backup of this program");
        assertThat(at(folder, SETTINGS, "restore", "none").err()).contains("there is no file");
        assertThat(folder.resolve("../outside")).doesNotExist();
        assertThat(tables(at(folder)).values())
                .allSatisfy(rows -> assertThat(rows).isEmpty());
        assertThat(answers(folder)).isEmpty();
    }

    @Test
    void what_the_database_does_not_take_leaves_all_as_it_was() throws Exception {
        addBruno();
        Map<String, List<String>> before = tables(at(folder));
        String runs = "tables/tracker_run.jsonl";
        changed("twice", entries -> {
            String lines = text(of(entries, runs));
            byte[] more = bytes(lines + lines.lines().toList().get(1) + "\n");
            String manifest = text(of(entries, "manifest.json"))
                    .replace(sha256(of(entries, runs)), sha256(more))
                    .replaceFirst("(tracker_run\" : \\{\\s+\"rows\" : )2", "$13");
            entries.put(runs, more);
            entries.put("manifest.json", bytes(manifest));
        });

        assertThat(at(folder, SETTINGS, "restore", "--replace", "twice").err())
                .contains("nothing was restored: the database refused it");
        assertThat(tables(at(folder))).isEqualTo(before);
    }

    private void addBruno() throws IOException {
        Files.writeString(folder.resolve("bruno.env"), "MOODLE_TOKEN=" + "cd".repeat(16) + "\n");
        run(folder, SETTINGS, "account", "add", "bruno", "MOODLE_BASE_URL=" + moodle.url(), "--from", "bruno.env");
        run(folder, SETTINGS, "account", "token", "add", "bruno");
    }

    private String refused(String name) {
        Played refused = at(folder, SETTINGS, "restore", name);
        assertThat(refused.status()).as(name + ": " + refused.err()).isEqualTo(1);
        return refused.err();
    }

    private void changed(String name, Consumer<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> entries = entries(backup());
        change.accept(entries);
        try (OutputStream out = Files.newOutputStream(folder.resolve(name));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
    }

    private void manifest(String name, UnaryOperator<String> change) throws IOException {
        changed(name, entries -> {
            String before = text(of(entries, "manifest.json"));
            String after = change.apply(before);
            assertThat(after).isNotEqualTo(before);
            entries.put("manifest.json", bytes(after));
        });
    }

    private static Map<String, byte[]> entries(Path file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return entries;
    }

    private static byte[] of(Map<String, byte[]> entries, String name) {
        return Objects.requireNonNull(entries.get(name), name);
    }

    private static Path backup() {
        return home.resolve("all.backup").toAbsolutePath();
    }

    private static Played run(Path folder, Map<String, String> environment, String... args) {
        Played played = at(folder, environment, args);
        assertThat(played.status())
                .as(String.join(" ", args) + ": " + played.err())
                .isZero();
        return played;
    }

    private static Played at(Path folder, Map<String, String> environment, String... args) {
        return Played.of(folder, environment, args);
    }

    private static String at(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("data/tracker").toAbsolutePath();
    }

    /** Reads every row of every table, in an order of its own. */
    private static Map<String, List<String>> tables(String address) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (JdbcStore store = JdbcStore.at(address).build();
                Connection connection = store.database().getConnection()) {
            List<String> names = new ArrayList<>();
            try (ResultSet row = connection
                    .getMetaData()
                    .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
                while (row.next()) {
                    names.add(row.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
                }
            }
            names.removeAll(LEFT_OUT);
            for (String name : names) {
                tables.put(name, rows(connection, name));
            }
        }
        return tables;
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from " + table)) {
            while (row.next()) {
                StringBuilder text = new StringBuilder();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    boolean moment = row.getMetaData()
                            .getColumnTypeName(i)
                            .toLowerCase(Locale.ROOT)
                            .startsWith("timestamp");
                    Object value = moment ? row.getObject(i, OffsetDateTime.class) : row.getString(i);
                    text.append(row.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT))
                            .append('=')
                            .append(value instanceof OffsetDateTime time ? time.toInstant() : flag(value))
                            .append(';');
                }
                rows.add(text.toString());
            }
        }
        return rows.stream().sorted().toList();
    }

    private static Object flag(Object value) {
        return "t".equals(value) ? "TRUE" : "f".equals(value) ? "FALSE" : value;
    }

    private static void change(String address, String statement) throws SQLException {
        try (JdbcStore store = JdbcStore.at(address).build();
                Connection connection = store.database().getConnection();
                Statement made = connection.createStatement()) {
            made.execute(statement);
        }
    }

    /** Returns the kept answers by their names. */
    private static Map<String, String> answers(Path folder) throws IOException {
        Map<String, String> answers = new TreeMap<>();
        Path raw = folder.resolve("data/raw");
        if (Files.notExists(raw)) {
            return answers;
        }
        try (Stream<Path> files = Files.walk(raw)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                answers.put(file.getFileName().toString(), sha256(Files.readAllBytes(file)));
            }
        }
        return answers;
    }

    private static byte[] head(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
