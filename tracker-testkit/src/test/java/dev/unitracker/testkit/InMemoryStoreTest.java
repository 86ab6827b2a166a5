package dev.unitracker.testkit;

import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.spi.Store;

class InMemoryStoreTest extends StoreContract {

    @Override
    protected Store open() {
        return new InMemoryStore();
    }
}
