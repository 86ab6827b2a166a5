package dev.unitracker.example.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.unitracker.error.StoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A table as lines: the first one is an object that says what each column holds, each further one a row, as an array in the order of
 * the first line.
 */
final class Lines {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** How many rows a database is asked for, or given, at once. */
    private static final int PORTION = 500;

    private Lines() {}

    static Manifest.Content write(Table table, Connection connection, OutputStream out)
            throws IOException, SQLException {
        MessageDigest digest = sha256();
        write(kinds(table), digest, out);
        long rows = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(PORTION);
            try (ResultSet row = statement.executeQuery(table.select())) {
                List<Kind> kinds = List.copyOf(table.columns().values());
                while (row.next()) {
                    write(values(row, kinds), digest, out);
                    rows++;
                }
            }
        }
        return new Manifest.Content(rows, HexFormat.of().formatHex(digest.digest()));
    }

    private static Map<String, String> kinds(Table table) {
        Map<String, String> kinds = new LinkedHashMap<>();
        table.columns().forEach((column, kind) -> kinds.put(column, kind.name().toLowerCase(Locale.ROOT)));
        return kinds;
    }

    private static Object[] values(ResultSet row, List<Kind> kinds) throws SQLException {
        Object[] values = new Object[kinds.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = kinds.get(i).read(row, i + 1);
        }
        return values;
    }

    private static void write(Object line, MessageDigest digest, OutputStream out) throws IOException {
        byte[] bytes = (MAPPER.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
        digest.update(bytes);
        out.write(bytes);
    }

    /** Puts the rows into a table and returns how many there were. */
    static long read(InputStream in, Table table, Connection connection) throws IOException, SQLException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        check(table, MAPPER.readTree(lines.readLine()));
        List<Kind> kinds = List.copyOf(table.columns().values());
        long rows = 0;
        try (PreparedStatement insert = connection.prepareStatement(table.insert())) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                set(insert, kinds, MAPPER.readTree(line));
                insert.addBatch();
                rows++;
                if (rows % PORTION == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        return rows;
    }

    private static void check(Table table, JsonNode said) throws JsonProcessingException {
        JsonNode expected = MAPPER.readTree(MAPPER.writeValueAsString(kinds(table)));
        if (!expected.equals(said) || !expected.toString().equals(said.toString())) {
            throw new StoreException("the table " + table.name() + " of the backup has other columns than here");
        }
    }

    private static void set(PreparedStatement insert, List<Kind> kinds, JsonNode row) throws SQLException {
        for (int i = 0; i < kinds.size(); i++) {
            kinds.get(i).write(insert, i + 1, row.path(i));
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
