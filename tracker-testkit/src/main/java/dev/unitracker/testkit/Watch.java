package dev.unitracker.testkit;

import dev.unitracker.Tracker;
import dev.unitracker.memory.InMemoryArtifactStore;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.Change;
import dev.unitracker.model.Item;
import dev.unitracker.model.StoredItem;
import dev.unitracker.report.SyncReport;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.RunAnswers;
import dev.unitracker.words.Language;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A tracker in memory that watches a source of a test. */
final class Watch {

    private static final String ACCOUNT = "default";

    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryArtifactStore artifacts;
    private final TestClock clock;
    private final Watching collector;
    private final Tracker tracker;

    private Watch(TestSource source, boolean backwards) {
        this.clock = new TestClock(source.now());
        this.artifacts = new InMemoryArtifactStore(clock);
        this.collector = new Watching(source.collector(), backwards);
        this.tracker = Tracker.of(store, ZoneOffset.UTC, Language.ENGLISH)
                .artifacts(artifacts)
                .collector(collector)
                .clock(clock)
                .build();
    }

    static Watch of(TestSource source) {
        return new Watch(source, false);
    }

    /** Returns a watch of which the tracker is told what is seen in the other order. */
    static Watch backwards(TestSource source) {
        return new Watch(source, true);
    }

    /** Looks at everything, and lets some time pass after it. */
    SyncReport look(Duration later) {
        SyncReport report = tracker.syncFully();
        clock.advance(later);
        return report;
    }

    SyncReport look() {
        return look(Duration.ofHours(1));
    }

    SyncReport lookAt(String part) {
        return tracker.sync(Set.of(part));
    }

    /** Returns what the collector handed over in its latest look. */
    List<Observation> seen() {
        return collector.seen();
    }

    List<String> parts() {
        return collector.parts().stream().map(part -> part.name()).toList();
    }

    Tracker tracker() {
        return tracker;
    }

    List<Item> items() {
        return tracker.account().items().stream().map(StoredItem::item).toList();
    }

    List<Change> ledger() {
        return store.inTransaction(ACCOUNT, session -> session.ledger().after(0, 100_000));
    }

    /** Returns all that is left behind, as texts. */
    List<String> leftBehind() {
        List<String> left = new ArrayList<>();
        items().forEach(item -> left.add(item + " " + item.fields()));
        ledger().forEach(change -> left.add(change.toString()));
        store.inTransaction(ACCOUNT, session -> {
            session.runs().after("", 100_000).forEach(run -> left.add(describe(run)));
            List.of(NoteOwner.CORE, NoteOwner.collector(collector.name()))
                    .forEach(owner ->
                            session.notes().all(owner).forEach((name, text) -> left.add("note " + name + ": " + text)));
            session.sightings().inScopes("").forEach(known -> left.add(known.toString()));
            return left;
        });
        artifacts.each(artifact -> artifacts
                .find(artifact.sha256())
                .ifPresent(bytes -> left.add(new String(bytes, StandardCharsets.UTF_8))));
        return left;
    }

    private static String describe(RunAnswers run) {
        return run.run() + " " + run.answers();
    }
}
