package dev.unitracker.testkit;

import dev.unitracker.spi.Briefs;
import dev.unitracker.spi.Items;
import dev.unitracker.spi.Leases;
import dev.unitracker.spi.Ledger;
import dev.unitracker.spi.ModelJobs;
import dev.unitracker.spi.Notes;
import dev.unitracker.spi.Outbox;
import dev.unitracker.spi.Profiles;
import dev.unitracker.spi.Runs;
import dev.unitracker.spi.Sightings;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoreSession;
import java.util.Optional;
import java.util.function.Consumer;

/** The store under test, and short words for what tests do with the examples' account in it. */
interface OpenStore {

    /** Returns the store under test. */
    Store store();

    /** Opens another store on the same data; empty if that cannot be. */
    Optional<Store> secondStore();

    /** Returns who the account belongs to, each call in a transaction of its own. */
    default Profiles profiles() {
        return of(Example.ACCOUNT).profiles();
    }

    /** Returns the items, each call in a transaction of its own. */
    default Items items() {
        return of(Example.ACCOUNT).items();
    }

    /** Returns what was seen, each call in a transaction of its own. */
    default Sightings sightings() {
        return of(Example.ACCOUNT).sightings();
    }

    /** Returns the ledger, each call in a transaction of its own. */
    default Ledger ledger() {
        return of(Example.ACCOUNT).ledger();
    }

    /** Returns the runs, each call in a transaction of its own. */
    default Runs runs() {
        return of(Example.ACCOUNT).runs();
    }

    /** Returns the notes, each call in a transaction of its own. */
    default Notes notes() {
        return of(Example.ACCOUNT).notes();
    }

    /** Returns what is to be told, each call in a transaction of its own. */
    default Outbox outbox() {
        return of(Example.ACCOUNT).outbox();
    }

    /** Returns the leases, each call in a transaction of its own. */
    default Leases leases() {
        return of(Example.ACCOUNT).leases();
    }

    /** Returns the briefs, each call in a transaction of its own. */
    default Briefs briefs() {
        return of(Example.ACCOUNT).briefs();
    }

    /** Returns what was asked of models, each call in a transaction of its own. */
    default ModelJobs modelJobs() {
        return of(Example.ACCOUNT).modelJobs();
    }

    /** Returns the parts of the store for an account, each call in a transaction of its own. */
    default StoreSession of(String account) {
        return OneByOne.of(store(), account);
    }

    /** Does something in one transaction. */
    default void together(Consumer<StoreSession> work) {
        store().inTransaction(Example.ACCOUNT, session -> {
            work.accept(session);
            return Example.ACCOUNT;
        });
    }
}
