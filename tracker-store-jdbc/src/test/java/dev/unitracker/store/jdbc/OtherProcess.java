package dev.unitracker.store.jdbc;

import dev.unitracker.Account;
import dev.unitracker.Accounts;
import dev.unitracker.Tracker;
import dev.unitracker.model.ItemType;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Sink;
import dev.unitracker.spi.Store;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Another JVM that uses a store until it is closed. */
final class OtherProcess implements AutoCloseable {

    private static final String READY = "the store is in use";
    private static final String LOOK = "look";

    private final Process process;

    private OtherProcess(Process process) {
        this.process = process;
    }

    /** Starts one that has a store in a file open, and returns when it has. */
    static OtherProcess using(Path file) {
        return started("jdbc:h2:file:" + file.toAbsolutePath());
    }

    /** Starts one that looks at the account "ana", and returns in the middle of its look. */
    static OtherProcess lookingAt(String url) {
        return started(url, LOOK);
    }

    /**
     * Returns a tracker of two courses with three modules each.
     *
     * @param meanwhile is done in the middle of each look
     */
    static Tracker tracker(Store store, String account, String owner, InstantSource clock, Runnable meanwhile) {
        FakeCollector first = new FakeCollector("first").shows("contents/course:1", modules(1));
        FakeCollector second = new FakeCollector("second").shows("contents/course:2", modules(2));
        return Tracker.of(account(store, account))
                .owner(owner)
                .clock(clock)
                .collectors(List.of(first, interrupted(second, meanwhile)))
                .build();
    }

    /** Creates an account if it is not there; if it is, no transaction is needed. */
    static Account account(Store store, String name) {
        Accounts accounts = Accounts.in(store);
        return accounts.account(name)
                .orElseGet(() -> accounts.create(name, ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH));
    }

    private static Collector interrupted(Collector collector, Runnable meanwhile) {
        return new Collector() {
            @Override
            public String name() {
                return collector.name();
            }

            @Override
            public void collect(Look look, Sink sink) {
                meanwhile.run();
                collector.collect(look, sink);
            }
        };
    }

    private static Sighting[] modules(int course) {
        return IntStream.range(0, 3)
                .mapToObj(number -> Sighting.of("module:" + course + number, ItemType.ASSIGNMENT)
                        .course("course:" + course)
                        .title("Essay " + number)
                        .build())
                .toArray(Sighting[]::new);
    }

    private static OtherProcess started(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = said.readLine();
            if (!READY.equals(line)) {
                throw new IllegalStateException("the other process does not use the store: " + line);
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

    /** Uses the store at an address until it is killed, or whoever started it is gone. */
    public static void main(String[] arguments) {
        try (JdbcStore store = JdbcStore.at(arguments[0]).build()) {
            if (arguments.length > 1 && arguments[1].equals(LOOK)) {
                tracker(store, "ana", "the other process", new TestClock(), OtherProcess::holdOn)
                        .sync();
                return;
            }
            store.inTransaction("ana", session -> {
                session.notes().put(NoteOwner.CORE, "written by", "the other process");
                return true;
            });
            holdOn();
        }
    }

    private static void holdOn() {
        System.out.println(READY);
        try {
            System.in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
