package dev.unitracker.command;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a command once. The only class of this module that starts anything. */
final class Execution {

    private static final Duration FOR_THE_REST = Duration.ofSeconds(1);

    private final ProcessBuilder command;
    private final Duration limit;

    Execution(ProcessBuilder command, Duration limit) {
        this.command = command.redirectErrorStream(true);
        this.limit = limit;
    }

    /**
     * What came of it.
     *
     * @param ended whether it ended by itself in time
     * @param status its exit status, if it did
     * @param lastLine the last line that it printed; empty if it printed none
     */
    record Result(boolean ended, int status, String lastLine) {}

    /**
     * Runs it, and ends it with all that it started if it takes too long. While it runs, one thread gives it its input and one
     * reads its output, so that it waits for neither.
     *
     * @throws IOException if it cannot be started
     * @throws InterruptedException if whoever waits is interrupted; the command is ended then
     */
    Result on(byte[] input) throws IOException, InterruptedException {
        Process process = command.start();
        LastWords words = new LastWords(process.getInputStream());
        begin("input", () -> give(process.getOutputStream(), input));
        Thread reading = begin("output", words);
        try {
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            // What it started may hold its output open; nobody waits for that.
            reading.join(ended ? FOR_THE_REST.toMillis() : 1);
            return new Result(ended, ended ? process.exitValue() : 0, words.line());
        } finally {
            end(process);
        }
    }

    private static Thread begin(String what, Runnable work) {
        Thread thread = new Thread(work, "uni-tracker command " + what);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** A command that does not read all of it, or any, may be content all the same. */
    private static void give(OutputStream to, byte[] input) {
        try (to) {
            to.write(input);
        } catch (IOException e) {
            // Its exit status says what it thinks of that.
        }
    }

    private static void end(Process process) {
        if (!process.isAlive()) {
            return;
        }
        List<ProcessHandle> started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
    }
}
