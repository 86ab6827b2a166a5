package dev.unitracker.example;

import dev.unitracker.Account;
import dev.unitracker.Accounts;
import dev.unitracker.Tracker;
import dev.unitracker.TrackerBuilder;
import dev.unitracker.error.StoreException;
import dev.unitracker.folder.FolderArtifactStore;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.moodle.Moodle;
import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.report.SyncReport;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Store;
import dev.unitracker.store.jdbc.JdbcStore;
import dev.unitracker.words.Language;
import dev.unitracker.words.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** All that a demo plays with: a simulated Moodle, a tracker that watches it, a store in a temporary folder. */
final class DemoStage implements AutoCloseable {

    static final ZoneId ZONE = ZoneId.of("America/Argentina/Buenos_Aires");

    /** What remembers. Lower-case, because it is typed. */
    enum StoreKind {
        h2,
        memory
    }

    private static final String RECORDED_SITE = "https://moodle.example.test";

    private final Recording recording;
    private final Texts words;
    private final MoodleSimulator moodle;
    private final Duration shift;
    private final Path folder;
    private final Store store;
    private final Tracker tracker;
    private final MessageScreen messages;

    /**
     * What is played, and how.
     *
     * @param begin about when the first step happens; empty if all happens when it was recorded, so that nothing ever varies,
     *     and nobody is told of it
     * @param language the language of messages
     */
    record Play(Recording recording, StoreKind store, Language language, Optional<Instant> begin) {}

    private DemoStage(Play play, Console console, Path folder) {
        this.recording = play.recording();
        this.words = AppTexts.in(play.language());
        this.folder = folder;
        this.moodle = MoodleSimulator.playing(recording).start();
        this.shift = play.begin().map(this::wholeDaysUntil).orElse(Duration.ZERO);
        moodle.rebaseTo(recording.recordedAt(0).plus(shift));
        this.store = play.store() == StoreKind.h2
                ? JdbcStore.inFile(folder.resolve("tracker")).build()
                : new InMemoryStore();
        this.messages = new MessageScreen(console, words, this::asRecorded);
        TrackerBuilder builder = Tracker.of(Accounts.in(store).create("demo", ZONE, play.language()));
        play.begin().ifPresent(now -> builder.notifier(messages));
        this.tracker = builder.artifacts(
                        FolderArtifactStore.in(folder.resolve("raw")).build())
                .collector(collector(moodle))
                .clock(this::now)
                .progress(doing -> console.progress("  step " + moodle.step() + ": " + doing))
                .build();
    }

    /** Opens a stage. */
    static DemoStage open(Play play, Console console) {
        try {
            return new DemoStage(play, console, Files.createTempDirectory("uni-tracker-demo"));
        } catch (IOException e) {
            throw new StoreException("cannot make a temporary folder; is the disk full?", e);
        }
    }

    /** Whole days, so that what is due at midnight stays due at midnight; the first step is at most half a day off. */
    private Duration wholeDaysUntil(Instant begin) {
        Duration age = Duration.between(recording.recordedAt(0), begin);
        return Duration.ofDays(Math.round(age.toHours() / 24.0));
    }

    private static Collector collector(MoodleSimulator moodle) {
        return Moodle.at(moodle.url())
                .login(moodle.username(), moodle.password())
                .requestsPerMinute(Integer.MAX_VALUE)
                .build();
    }

    /** The clock stands at the moment of the recording that is played. */
    private Instant now() {
        return recording.recordedAt(moodle.step()).plus(shift);
    }

    Recording recording() {
        return recording;
    }

    Texts words() {
        return words;
    }

    Account account() {
        return tracker.account();
    }

    MessageScreen messages() {
        return messages;
    }

    /** Goes on to a step. */
    void moveTo(int step) {
        moodle.moveTo(step);
    }

    SyncReport look() {
        return tracker.syncFully();
    }

    /** Returns a text with the simulator's address, which differs each time, replaced by the one that was recorded. */
    String asRecorded(String text) {
        return text.replace(moodle.url(), RECORDED_SITE);
    }

    @Override
    public void close() {
        moodle.close();
        store.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new StoreException("cannot delete the demo's temporary folder " + folder, e);
        }
    }
}
