package dev.unitracker;

import static dev.unitracker.Classroom.CONTENTS;
import static dev.unitracker.Classroom.module;
import static dev.unitracker.Classroom.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.DateRule;
import dev.unitracker.spi.Store;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.testkit.RecordingNotifier;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxElsewhereTest {

    @Test
    void what_is_told_may_live_apart_from_the_ledger() {
        InMemoryStore ledgers = new InMemoryStore();
        InMemoryStore outboxes = new InMemoryStore();
        FakeCollector source = new FakeCollector("source");
        RecordingNotifier listener = new RecordingNotifier("chat");
        Tracker tracker = Tracker.of(new Split(ledgers, outboxes), ZoneOffset.UTC, Language.ENGLISH)
                .collectors(List.of(source))
                .notifier(listener)
                .clock(new TestClock(Classroom.START))
                .build();
        source.showsOnly(seen(CONTENTS, module(1).build()));
        tracker.sync();

        source.showsOnly(seen(
                CONTENTS,
                module(1)
                        .due(Classroom.START.plus(Duration.ofDays(9)), DateRule.ACTIVITY)
                        .build()));
        tracker.sync();

        assertThat(listener.headlines()).isNotEmpty();
        assertThat(tracker.account().deliveries(9)).isNotEmpty();
        assertThat(tracker.account().changes().after(0, 9)).hasSize(2);
        assertThat(ledgers.<Boolean>reading(
                        "default", session -> session.outbox().latest(null, 9).isEmpty()))
                .isTrue();
        assertThat(outboxes.<Long>reading("default", session -> session.ledger().last()))
                .isZero();
    }

    /** In memory, where no crash can come between two commits. */
    private record Split(Store ledgers, Store outboxes) implements Store {

        @Override
        public <T> T inTransaction(String account, Work<T> work) {
            return ledgers.inTransaction(
                    account, session -> outboxes.inTransaction(account, told -> work.in(session.with(told))));
        }

        @Override
        public <T> T reading(String account, Work<T> work) {
            return ledgers.reading(account, session -> outboxes.reading(account, told -> work.in(session.with(told))));
        }

        @Override
        public List<String> accounts() {
            return ledgers.accounts();
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
