package dev.unitracker.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unitracker.StoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that cannot grow any more, because the process may write no larger ones. */
class FullDiskTest {

    private static final Path SHELL = Path.of("/bin/sh");
    private static final int BLOCKS = 8 * 1024;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void what_was_committed_before_the_disk_was_full_is_there_and_nothing_by_halves() throws IOException {
        assumeTrue(Files.isExecutable(SHELL));
        Path file = folder.resolve("tracker");

        List<String> said = filledUntilItFails(file);

        assertThat(said).hasSize(2);
        assertThat(said.get(1)).contains("could not").containsAnyOf("space left", "was closed");
        int committed = Integer.parseInt(said.get(0));
        assertThat(committed).isPositive();
        try (JdbcStore store = JdbcStore.h2(file)) {
            Map<String, String> notes =
                    store.inTransaction("ana", session -> session.notes().all());
            // A commit that failed may be there all the same, but never half of it.
            assertThat(notes.size()).isIn(2 * committed, 2 * committed + 2);
            for (int number = 1; number <= notes.size() / 2; number++) {
                assertThat(notes).containsKeys("first " + number, "second " + number);
            }
            put(store, "one more", "x");
        }
    }

    private static List<String> filledUntilItFails(Path file) throws IOException {
        Process process = new ProcessBuilder(
                        SHELL.toString(),
                        "-c",
                        "ulimit -f " + BLOCKS + " && exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FullDiskTest.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Writes until it fails, then says how often it went well, and what it was told. */
    public static void main(String[] arguments) {
        Random random = new Random(7);
        int written = 0;
        try (JdbcStore store = JdbcStore.h2(Path.of(arguments[0]))) {
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
            session.notes().put("first " + name, text);
            session.notes().put("second " + name, text);
            return true;
        });
    }
}
