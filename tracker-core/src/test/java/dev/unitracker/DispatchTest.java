package dev.unitracker;

import static dev.unitracker.Classroom.ASSIGNMENTS;
import static dev.unitracker.Classroom.CONTENTS;
import static dev.unitracker.Classroom.module;
import static dev.unitracker.Classroom.modules;
import static dev.unitracker.Classroom.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.Change;
import dev.unitracker.spi.Notifier;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoreSession;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DispatchTest {

    private final InMemoryStore store = new InMemoryStore();
    private final ScriptedCollector collector = new ScriptedCollector("source");
    private final Listener first = new Listener("first");
    private final Listener second = new Listener("second");
    private final Tracker tracker = tracker(store);

    @Test
    void everybody_is_told_each_change_once() {
        look(1);

        look(2);
        tracker.dispatch();

        assertThat(first.told).containsExactly("module:2 new");
        assertThat(second.told).containsExactly("module:2 new");
    }

    @Test
    void nobody_is_told_of_a_baseline_or_a_refresh() {
        look(1);
        collector.sees(seen(CONTENTS, module(1).url("https://m/1").build()));

        SyncReport report = tracker.sync();

        assertThat(report.changes()).hasSize(1);
        assertThat(first.told).isEmpty();
    }

    @Test
    void who_fails_is_offered_the_same_again_and_the_others_are_told() {
        look(1);
        first.failure = new IllegalStateException("no network");

        look(2);
        look(3);
        first.failure = null;
        tracker.dispatch();

        assertThat(first.told).containsExactly("module:2 new", "module:3 new");
        assertThat(second.told).containsExactly("module:2 new", "module:3 new");
    }

    @Test
    void a_failure_is_reported_by_name() {
        look(1);
        RuntimeException failure = new IllegalStateException("no network");
        first.failure = failure;
        look(2);

        assertThat(tracker.dispatch()).hasSize(1).containsEntry("first", failure);
    }

    @Test
    void a_notifier_that_uses_a_store_of_its_own_does_not_keep_others_from_being_told() {
        look(1);
        first.failure = new StoreException("its own database is away");

        SyncReport report = look(2);

        assertThat(report.news()).hasSize(1);
        assertThat(second.told).containsExactly("module:2 new");
    }

    @Test
    void many_changes_come_in_order_and_none_is_missing() {
        collector.sees(seen(CONTENTS));
        tracker.sync();
        collector.sees(seen(CONTENTS, modules(1, 1200)));

        tracker.sync();

        assertThat(first.told).hasSize(1200).doesNotHaveDuplicates();
        assertThat(first.numbers).isSorted();
    }

    @Test
    void a_batch_without_news_does_not_hold_up_what_follows() {
        collector.sees(seen(CONTENTS, modules(1, 1200)), seen(ASSIGNMENTS));
        tracker.sync();
        collector.sees(seen(CONTENTS, modules(1, 1200)), seen(ASSIGNMENTS, modules(2000, 2000)));

        tracker.sync();

        assertThat(first.told).containsExactly("module:2000 new");
    }

    @Test
    void a_look_is_reported_even_if_nobody_can_be_told() {
        FailingStore broken = new FailingStore(store);
        Tracker fragile = tracker(broken);
        collector.sees(seen(CONTENTS, modules(1, 1)));
        fragile.sync();
        collector.sees(seen(CONTENTS, modules(1, 2)));
        first.before = () -> broken.failures.set(1);

        SyncReport report = fragile.sync();

        assertThat(report.news()).hasSize(1);
        assertThat(report.complete()).isTrue();
    }

    @Test
    void what_was_told_but_not_noted_is_told_again() {
        FailingStore broken = new FailingStore(store);
        Tracker fragile = tracker(broken);
        collector.sees(seen(CONTENTS, modules(1, 1)));
        fragile.sync();
        collector.sees(seen(CONTENTS, modules(1, 2)));
        first.before = () -> broken.failures.set(1);
        fragile.sync();
        first.before = () -> {};

        fragile.dispatch();

        assertThat(first.told).containsExactly("module:2 new", "module:2 new");
        assertThat(second.told).containsExactly("module:2 new");
    }

    private SyncReport look(int modules) {
        collector.sees(seen(CONTENTS, modules(1, modules)));
        return tracker.sync();
    }

    private Tracker tracker(Store store) {
        return Tracker.builder()
                .store(store)
                .collectors(List.of(collector))
                .notifier(first)
                .notifier(second)
                .build();
    }

    /** Remembers what it was told; fails first if it is told to. */
    private static final class Listener implements Notifier {
        private final List<String> told = new ArrayList<>();
        private final List<Long> numbers = new ArrayList<>();
        private final String name;
        private @Nullable RuntimeException failure;
        private Runnable before = () -> {};

        Listener(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void tell(List<Change> changes) {
            if (failure != null) {
                throw failure;
            }
            before.run();
            for (Change change : changes) {
                told.add(change.item().key() + " " + change.kind().key());
                numbers.add(change.number());
            }
        }
    }

    /** A store that cannot be reached for some transactions. */
    private static final class FailingStore implements Store {
        private final AtomicInteger failures = new AtomicInteger();
        private final Store store;

        FailingStore(Store store) {
            this.store = store;
        }

        @Override
        public <T> T inTransaction(String account, Work<T> work) {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new StoreException("the database is away");
            }
            return store.inTransaction(account, (StoreSession session) -> work.in(session));
        }

        @Override
        public List<String> accounts() {
            return store.accounts();
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
