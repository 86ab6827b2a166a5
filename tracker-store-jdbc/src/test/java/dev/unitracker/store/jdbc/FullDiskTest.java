package dev.unitracker.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unitracker.error.StoreException;
import dev.unitracker.spi.NoteOwner;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that cannot grow any more, because the process may write no larger ones. */
class FullDiskTest {

    private static final String POSTGRESQL = "postgresql";
    private static final Path SHELL = Path.of("/bin/sh");
    private static final int BLOCKS = 8 * 1024;

    /** PostgreSQL's own log has files of 16 megabytes. */
    private static final int BLOCKS_OF_POSTGRESQL = 40 * 1024;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void what_was_committed_before_the_disk_was_full_is_there_and_nothing_by_halves() throws IOException {
        assumeTrue(Files.isExecutable(SHELL));
        Path file = folder.resolve("tracker");

        List<String> said = filledUntilItFails(BLOCKS, file.toString());

        assertThat(said).hasSize(2);
        assertThat(said.get(1)).contains("could not").containsAnyOf("space left", "was closed");
        try (JdbcStore store = JdbcStore.inFile(file).build()) {
            assertNothingByHalves(store, said);
        }
    }

    @Test
    void the_same_is_so_with_postgresql() throws IOException {
        assumeTrue(Files.isExecutable(SHELL));
        Path data = Files.createTempDirectory(
                Files.createDirectories(Path.of("target", "postgresql").toAbsolutePath()), "full");
        try (EmbeddedPostgres server = PostgreSqlServer.start(data, 0)) {
            JdbcStore.at(server.getJdbcUrl("postgres", "postgres")).build().close();
        }

        List<String> said = filledUntilItFails(BLOCKS_OF_POSTGRESQL, data.toString(), POSTGRESQL);

        assertThat(said).hasSize(2);
        assertThat(said.get(1)).contains("could not put a note of the account ana", "look into its log");
        try (EmbeddedPostgres server = PostgreSqlServer.start(data, 0);
                JdbcStore store =
                        JdbcStore.at(server.getJdbcUrl("postgres", "postgres")).build()) {
            assertNothingByHalves(store, said);
        }
    }

    private static void assertNothingByHalves(JdbcStore store, List<String> said) {
        int committed = Integer.parseInt(said.get(0));
        assertThat(committed).isPositive();
        Map<String, String> notes =
                store.inTransaction("ana", session -> session.notes().all(NoteOwner.CORE));
        // A commit that failed may be there all the same, but never half of it.
        assertThat(notes.size()).isIn(2 * committed, 2 * committed + 2);
        for (int number = 1; number <= notes.size() / 2; number++) {
            assertThat(notes).containsKeys("first " + number, "second " + number);
        }
        put(store, "one more", "x");
    }

    private static List<String> filledUntilItFails(int blocks, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                SHELL.toString(),
                "-c",
                "ulimit -f " + blocks + " && exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FullDiskTest.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Writes into the file, or the PostgreSQL with the data, that is named until it fails. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 1 && arguments[1].equals(POSTGRESQL)) {
            try (EmbeddedPostgres server = PostgreSqlServer.start(Path.of(arguments[0]), 0)) {
                fill(JdbcStore.at(server.getJdbcUrl("postgres", "postgres")).build());
            }
        } else {
            fill(JdbcStore.inFile(Path.of(arguments[0])).build());
        }
    }

    /** Says how often it went well, and what it was told then. */
    private static void fill(JdbcStore opened) {
        Random random = new Random(7);
        int written = 0;
        try (JdbcStore store = opened) {
            while (true) {
                byte[] noise = new byte[100_000];
                random.nextBytes(noise);
                put(store, Integer.toString(written + 1), new String(noise, StandardCharsets.ISO_8859_1));
                written++;
            }
        } catch (StoreException e) {
            System.out.println(written);
            System.out.println(e.getMessage());
        }
    }

    private static void put(JdbcStore store, String name, String text) {
        store.inTransaction("ana", session -> {
            session.notes().put(NoteOwner.CORE, "first " + name, text);
            session.notes().put(NoteOwner.CORE, "second " + name, text);
            return true;
        });
    }
}
