package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A command that runs: what it prints is read as it comes. */
final class RunningCommand implements AutoCloseable {

    private final BufferedReader out;
    private final List<String> lines;

    /**
     * @param out what it prints
     * @param lines gets each line that is read
     */
    RunningCommand(InputStream out, List<String> lines) {
        this.lines = lines;
        this.out = new BufferedReader(new InputStreamReader(out, StandardCharsets.UTF_8));
    }

    /** Starts a command in a process of its own, where it is the time of the recording. */
    static Process inProcess(Path folder, Map<String, String> environment, Path errors, String command)
            throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), MainAtRecording.class.getName(), command)
                .directory(folder.toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Blocks until a line has come that holds some words; the end of all lines is a failure. Returns it. */
    String readUntil(String words) throws IOException {
        String line = "";
        while (!line.contains(words)) {
            line = out.readLine();
            assertThat(line).as("the line with '%s', after %s", words, lines).isNotNull();
            lines.add(line);
        }
        return line;
    }

    /** Waits for what another thread does; two minutes without it are a failure. */
    static void await(CountDownLatch done) {
        try {
            assertThat(done.await(2, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
