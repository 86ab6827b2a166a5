package dev.unitracker.testkit;

import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.Change;
import dev.unitracker.model.ItemId;
import dev.unitracker.spi.Ledger;
import dev.unitracker.spi.Store;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Broken on purpose: takes ledger numbers from one sequence for all accounts, which no rollback turns back. */
final class SequenceStore implements Store {

    private final Store good = new InMemoryStore();
    private final AtomicLong sequence = new AtomicLong();
    private final Map<String, Long> issued = new ConcurrentHashMap<>();

    @Override
    public <T> T inTransaction(String account, Work<T> work) {
        return good.inTransaction(account, session -> {
            Altered.Parts parts = Altered.Parts.of(session);
            return work.in(parts.with(new SequenceLedger(parts.ledger(), account)));
        });
    }

    @Override
    public <T> T reading(String account, Work<T> work) {
        return good.reading(account, work);
    }

    @Override
    public List<String> accounts() {
        return good.accounts();
    }

    @Override
    public void close() {
        good.close();
    }

    private final class SequenceLedger extends Altered.SameLedger {
        private final String account;

        SequenceLedger(Ledger ledger, String account) {
            super(ledger);
            this.account = account;
        }

        @Override
        public List<Change> append(String run, List<Change> changes) {
            List<Change> written = ledger.append(run, changes);
            written.forEach(change -> issued.put(account + change.number(), sequence.incrementAndGet()));
            return written.stream().map(this::renumbered).toList();
        }

        @Override
        public List<Change> after(long number, int limit) {
            return ledger.after(0, Integer.MAX_VALUE).stream()
                    .map(this::renumbered)
                    .filter(change -> change.number() > number)
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Change> of(Collection<ItemId> items, Instant since) {
            return ledger.of(items, since).stream().map(this::renumbered).toList();
        }

        @Override
        public long last() {
            return ledger.last() == 0 ? 0 : Objects.requireNonNull(issued.get(account + ledger.last()));
        }

        private Change renumbered(Change change) {
            return change.numbered(Objects.requireNonNull(issued.get(account + change.number())));
        }
    }
}
