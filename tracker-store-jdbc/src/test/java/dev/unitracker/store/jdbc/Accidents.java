package dev.unitracker.store.jdbc;

import dev.unitracker.notice.Delivery.State;
import dev.unitracker.spi.Store;
import dev.unitracker.testkit.ForwardingStore;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A store whose process dies now and then: before a transaction is committed, or just after. It keeps count. */
final class Accidents extends ForwardingStore {

    private final SplittableRandom random;
    private final Map<String, Integer> arrived = new TreeMap<>();
    private final Map<String, Integer> diedWithIt = new TreeMap<>();
    private boolean happening;
    private boolean dying;
    private int crashes;
    private int failures;

    @Nullable
    private String inFlight;

    Accidents(Store store, SplittableRandom random) {
        super(store);
        this.random = random;
    }

    /** The end of a process, wherever it is. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    void begin() {
        happening = true;
    }

    void end() {
        happening = false;
        dying = false;
    }

    /** Lets the process die before it writes anything more. */
    void die() {
        dying = true;
    }

    /** A process is dead; what it was sending is in flight, unless it noted that it was sent. */
    void buried() {
        dying = false;
        crashes++;
        String key = inFlight;
        inFlight = null;
        if (key != null && isPending(key)) {
            diedWithIt.merge(key, 1, Integer::sum);
        }
    }

    private boolean isPending(String key) {
        return super.inTransaction(
                "default",
                session -> session.outbox()
                        .find(key)
                        .filter(delivery -> delivery.state() == State.PENDING)
                        .isPresent());
    }

    /** Returns what is to happen to a message: one of as many fates; the first as long as nothing happens at all. */
    int fate(int fates) {
        return happening ? random.nextInt(fates) : 0;
    }

    void sends(String key) {
        inFlight = key;
    }

    void arrives(String key) {
        arrived.merge(key, 1, Integer::sum);
    }

    void fails() {
        failures++;
    }

    int crashes() {
        return crashes;
    }

    int failures() {
        return failures;
    }

    /** Returns how often each message arrived. */
    Map<String, Integer> arrived() {
        return arrived;
    }

    /** Returns how often the process died with a message in flight. */
    Map<String, Integer> diedWithIt() {
        return diedWithIt;
    }

    @Override
    public <T> T inTransaction(String account, Work<T> work) {
        perhaps();
        T result = super.inTransaction(account, session -> {
            T made = work.in(session);
            perhaps();
            return made;
        });
        perhaps();
        return result;
    }

    private void perhaps() {
        if (dying || (happening && random.nextInt(120) == 0)) {
            dying = true;
            throw new Crash();
        }
    }
}
