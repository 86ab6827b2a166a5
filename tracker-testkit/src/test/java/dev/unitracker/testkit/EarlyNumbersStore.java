package dev.unitracker.testkit;

import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.Change;
import dev.unitracker.spi.Ledger;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoreSession;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Broken on purpose: a transaction takes its ledger numbers from a bare sequence before it waits for the others, so that
 * a later number can become visible first. Here the first number is always overtaken. Knows one account.
 */
final class EarlyNumbersStore implements Store {

    private final Store good = new InMemoryStore();
    private final AtomicLong sequence = new AtomicLong();
    private final ConcurrentSkipListMap<Long, Change> committed = new ConcurrentSkipListMap<>();
    private final CountDownLatch overtaken = new CountDownLatch(1);

    @Override
    public <T> T inTransaction(String account, Work<T> work) {
        List<Change> written = new ArrayList<>();
        StoreSession rest = OneByOne.of(good, account);
        T result = work.in(Altered.Parts.of(rest).with(new EarlyLedger(rest.ledger(), written)));
        if (!written.isEmpty() && written.get(0).number() == 1) {
            awaitAReaderOfLaterOnes();
        }
        written.forEach(change -> committed.put(change.number(), change));
        return result;
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

    private void awaitAReaderOfLaterOnes() {
        try {
            if (!overtaken.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody else wrote, or nobody read");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class EarlyLedger extends Altered.SameLedger {
        private final List<Change> written;

        EarlyLedger(Ledger ledger, List<Change> written) {
            super(ledger);
            this.written = written;
        }

        @Override
        public List<Change> append(String run, List<Change> changes) {
            changes.forEach(change -> written.add(change.numbered(sequence.incrementAndGet())));
            return List.copyOf(written);
        }

        @Override
        public List<Change> after(long number, int limit) {
            List<Change> page = committed.tailMap(number, false).values().stream()
                    .limit(limit)
                    .toList();
            if (!page.isEmpty()) {
                overtaken.countDown();
            }
            return page;
        }
    }
}
