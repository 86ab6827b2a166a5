package dev.unitracker.llm;

import dev.unitracker.Tracker;
import dev.unitracker.brief.ModelJob;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.StoredItem;
import dev.unitracker.moodle.Moodle;
import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoredBrief;
import dev.unitracker.testkit.RecordingNotifier;
import dev.unitracker.words.Language;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The recorded student, looked at step by step. */
final class Demo implements AutoCloseable {

    private static final String ACCOUNT = "default";

    final MoodleSimulator moodle = MoodleSimulator.playing(Recording.demo()).start();
    final Store store = new InMemoryStore();
    final RecordingNotifier told = new RecordingNotifier("told");
    final Tracker tracker;

    Demo(Language language) {
        tracker = Tracker.of(store, ZoneId.of("America/Argentina/Buenos_Aires"), language)
                .collector(Moodle.at(moodle.url())
                        .token(moodle.token())
                        .requestsPerMinute(1_000_000)
                        .build())
                .notifier(told)
                .clock(moodle::now)
                .build();
    }

    /** Looks at all steps; in between something else may happen. */
    Demo play(Runnable between) {
        for (int step = 0; step < Recording.demo().steps(); step++) {
            moodle.moveTo(step);
            tracker.syncFully();
            between.run();
            tracker.syncFully();
        }
        return this;
    }

    List<Item> items() {
        return tracker.account().items().stream().map(StoredItem::item).toList();
    }

    /** Returns ledger, items and what was told, but for what differs by itself: the site's port and its answers' bytes. */
    String state() {
        return (tracker.account().changes().after(0, 10_000) + "\n"
                        + tracker.account().items() + "\n"
                        + items().stream().map(Item::fields).toList()
                        + "\n" + told.texts())
                .replace(moodle.url(), "SITE")
                .replaceAll("artifact=[0-9a-f]{64}", "artifact=…");
    }

    ItemId id(String key) {
        return new ItemId(ACCOUNT, Moodle.NAME, key);
    }

    Optional<StoredBrief> kept(String key) {
        return store.inTransaction(ACCOUNT, session -> session.briefs().find(id(key)));
    }

    List<ModelJob> jobs(String key) {
        return store.inTransaction(ACCOUNT, session -> session.modelJobs().of(id(key), 10));
    }

    @Override
    public void close() {
        moodle.close();
    }
}
