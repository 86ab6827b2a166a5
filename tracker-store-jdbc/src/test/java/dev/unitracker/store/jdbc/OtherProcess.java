package dev.unitracker.store.jdbc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Another JVM that has a store in a file open until it is closed. */
final class OtherProcess implements AutoCloseable {

    private static final String READY = "the store is open";

    private final Process process;

    private OtherProcess(Process process) {
        this.process = process;
    }

    /** Starts it, and returns when it has the store open. */
    static OtherProcess using(Path file) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            OtherProcess.class.getName(),
                            file.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = said.readLine();
            if (!READY.equals(line)) {
                throw new IllegalStateException("the other process did not open the store: " + line);
            }
            return new OtherProcess(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Holds the store in the file that is named until it is killed, or whoever started it is gone. */
    public static void main(String[] arguments) throws IOException {
        try (JdbcStore store = JdbcStore.h2(Path.of(arguments[0]))) {
            store.inTransaction("ana", session -> {
                session.notes().put("written by", "the other process");
                return true;
            });
            System.out.println(READY);
            System.in.read();
        }
    }
}
