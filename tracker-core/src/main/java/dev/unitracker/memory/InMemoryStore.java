package dev.unitracker.memory;

import dev.unitracker.error.StoreException;
import dev.unitracker.spi.Profile;
import dev.unitracker.spi.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Stores everything in memory, until the process ends. For tests, and for a single look. Safe for use by several
 * threads.
 */
public final class InMemoryStore implements Store {

    private static final AccountMemory NOTHING = new AccountMemory().sealed();

    /** What was committed; never changed any more. */
    private final Map<String, AccountMemory> accounts = new ConcurrentHashMap<>();

    /** What a thread is reading at the moment, by account. */
    private final ThreadLocal<Map<String, AccountMemory>> read = ThreadLocal.withInitial(HashMap::new);

    /** Makes a store without accounts. */
    public InMemoryStore() {}

    /** The transactions of the one thread that is inside, by account. */
    private final Map<String, Draft> open = new HashMap<>();

    @Override
    public <T> T inTransaction(String account, Work<T> work) {
        if (read.get().containsKey(account)) {
            throw new IllegalStateException("the account " + account + " is being read; write it before or after that");
        }
        synchronized (this) {
            Draft outer = open.get(account);
            return outer == null ? alone(account, work) : joined(outer, work);
        }
    }

    @Override
    public <T> T reading(String account, Work<T> work) {
        Draft outer = Thread.holdsLock(this) ? open.get(account) : null;
        if (outer != null) {
            return joined(outer, work);
        }
        AccountMemory begun = read.get().get(account);
        return begun != null ? work.in(begun) : readAlone(account, work);
    }

    private <T> T readAlone(String account, Work<T> work) {
        Map<String, AccountMemory> reading = read.get();
        AccountMemory now = accounts.getOrDefault(account, NOTHING);
        reading.put(account, now);
        try {
            return work.in(now);
        } finally {
            reading.remove(account);
            if (reading.isEmpty()) {
                read.remove();
            }
        }
    }

    @Override
    public List<String> accounts() {
        return accounts.entrySet().stream()
                .filter(account -> !account.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    @Override
    public SortedMap<String, Profile> profiles() {
        SortedMap<String, Profile> profiles = new TreeMap<>();
        accounts.forEach(
                (account, memory) -> memory.profiles().find().ifPresent(profile -> profiles.put(account, profile)));
        return profiles;
    }

    @Override
    public void close() {
        // Nothing was opened.
    }

    private <T> T alone(String account, Work<T> work) {
        AccountMemory before = accounts.get(account);
        Draft draft = new Draft(before == null ? new AccountMemory() : before.copy());
        open.put(account, draft);
        try {
            T result = work.in(draft.memory);
            if (draft.failure != null) {
                throw new StoreException("a transaction within this one failed, so nothing was written", draft.failure);
            }
            accounts.put(account, draft.memory.sealed());
            return result;
        } finally {
            open.remove(account);
        }
    }

    private static <T> T joined(Draft outer, Work<T> work) {
        try {
            return work.in(outer.memory);
        } catch (RuntimeException | Error e) {
            outer.failure = e;
            throw e;
        }
    }

    /** What a transaction works on until it is over. */
    private static final class Draft {
        final AccountMemory memory;

        @Nullable
        Throwable failure;

        Draft(AccountMemory memory) {
            this.memory = memory;
        }
    }
}
