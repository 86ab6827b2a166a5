package dev.unitracker.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.moodle.simulator.MoodleSimulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The program that is killed, as the test sees it: one process after the other, each started when it is needed. */
final class Host implements AutoCloseable {

    /** What the shell shows for a process that SIGKILL ended. */
    private static final int KILLED = 128 + 9;

    private static final int PATIENCE_IN_MINUTES = 4;

    private final MoodleSimulator moodle;
    private final Path errors;
    private @Nullable Running running;
    private int kills;

    private record Running(Process process, BufferedReader replies, Writer orders) {}

    /**
     * @param errors the file that gets what the processes say of their troubles
     */
    Host(MoodleSimulator moodle, Path errors) {
        this.moodle = moodle;
        this.errors = errors;
    }

    /** Opens the store of a place. */
    void open(Place place) {
        order(Message.OPENED, Message.of("open", place.url(), place.folder().toString(), moodle.url(), moodle.token()));
    }

    /** Looks undisturbed and returns the points at which it could have been killed, in order. */
    List<String> look(PlannedLook look) {
        return order(Message.LOOKED, order(look, 0)).parts();
    }

    /**
     * Looks and is killed at a point.
     *
     * @return what somebody was being told there, so that nobody knows whether it was; empty if the look ended before
     */
    Optional<List<String>> killDuring(PlannedLook look, int point) {
        Message reply = order(order(look, point));
        if (reply.is(Message.LOOKED)) {
            return Optional.empty();
        }
        check(reply, Message.ARRIVED);
        kill();
        return Optional.of(reply.parts().subList(1, reply.parts().size()));
    }

    /** Makes all looks again from what was kept, and returns the first difference in words; empty if there is none. */
    String replay() {
        return order(Message.REPLAYED, Message.of("replay")).part(0);
    }

    /** Closes the store, so that others can read it. */
    void closeStore() {
        order(Message.CLOSED, Message.of("close"));
    }

    /** Returns how often it was killed. */
    int kills() {
        return kills;
    }

    private Message order(PlannedLook look, int point) {
        moodle.moveTo(look.step());
        return Message.of("look", look.at().toString(), Integer.toString(point));
    }

    private Message order(String expected, Message order) {
        Message reply = order(order);
        check(reply, expected);
        return reply;
    }

    private Message order(Message order) {
        Running now = running();
        try {
            now.orders().write(order + "\n");
            now.orders().flush();
        } catch (IOException e) {
            throw new AssertionError("the process is gone: " + troubles(), e);
        }
        return Message.parse(reply(now));
    }

    private void check(Message reply, String expected) {
        if (!reply.is(expected)) {
            throw new AssertionError("it says " + reply + " instead of " + expected + ". " + troubles());
        }
    }

    /** What it has to do takes seconds. Only a process that hangs is waited for in vain. */
    private String reply(Running now) {
        try {
            String line = CompletableFuture.supplyAsync(() -> line(now.replies()))
                    .orTimeout(PATIENCE_IN_MINUTES, TimeUnit.MINUTES)
                    .join();
            if (line.isEmpty()) {
                throw new AssertionError("the process ended: " + troubles());
            }
            return line;
        } catch (CompletionException e) {
            throw new AssertionError("no word for " + PATIENCE_IN_MINUTES + " minutes: " + troubles(), e);
        }
    }

    private static String line(BufferedReader replies) {
        try {
            String line = replies.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Running running() {
        Running now = running;
        if (now == null) {
            now = start();
            running = now;
        }
        return now;
    }

    private Running start() {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            // It lives for seconds: what makes a start slower never pays off.
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Victim.class.getName())
                    .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                    .start();
            return new Running(
                    process, process.inputReader(StandardCharsets.UTF_8), process.outputWriter(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void kill() {
        Process process = running().process();
        // That is SIGKILL: the process gets no chance to do anything about it.
        process.destroyForcibly();
        assertThat(process.onExit().join().exitValue()).isEqualTo(KILLED);
        running = null;
        kills++;
    }

    private String troubles() {
        try {
            return Files.exists(errors) ? "it said: " + Files.readString(errors) : "it said nothing";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process, whatever it is doing. */
    @Override
    public void close() {
        Running now = running;
        if (now != null) {
            now.process().destroyForcibly();
            now.process().onExit().join();
            running = null;
        }
    }
}
