package dev.unitracker.memory;

import dev.unitracker.spi.Store;
import java.util.Map;
import java.util.TreeMap;

/** Remembers everything until the process ends. For tests and for looking once. Safe for use by several threads. */
public final class InMemoryStore implements Store {

    private final Map<String, AccountMemory> accounts = new TreeMap<>();

    @Override
    public synchronized <T> T inTransaction(String account, Work<T> work) {
        AccountMemory memory = accounts.computeIfAbsent(account, name -> new AccountMemory());
        AccountMemory draft = memory.copy();
        T result = work.in(draft);
        accounts.put(account, draft);
        return result;
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
