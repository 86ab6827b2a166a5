package dev.unitracker.benchmarks;

import dev.unitracker.diff.Diff;
import dev.unitracker.diff.Difference;
import dev.unitracker.model.Change;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.StoredItem;
import dev.unitracker.spi.Home;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoreSession;
import java.util.ArrayList;
import java.util.List;

/** What a look does with one course in the store: reads all that is known of it, and writes what changed. */
record OneCourse(Store store, String account, String course) {

    /** How many items of the course change when it is written. */
    static final int CHANGES = 3;

    /** Reads as a look does, and returns how many items there are. */
    int read() {
        return store.inTransaction(account, session -> known(session).size());
    }

    /** Reads and then writes a few new titles, in one transaction, and returns the last ledger number. */
    long write(String title) {
        return store.inTransaction(account, session -> {
            List<StoredItem> now = new ArrayList<>();
            List<Change> changes = new ArrayList<>();
            for (StoredItem before : known(session).subList(0, CHANGES)) {
                Item item = before.item().with(Field.TITLE, title);
                Difference difference = Diff.between(before.item(), item).orElseThrow();
                now.add(new StoredItem(
                        item,
                        false,
                        before.firstSeen(),
                        Semester.NOW,
                        before.lastChange(),
                        difference.meaningfulKey()));
                changes.add(change(difference, item));
            }
            session.ledger().append("run-writing", changes);
            List<Remembered> seen = session.sightings().of(new Home(Semester.SOURCE, course));
            session.sightings().save(Semester.SOURCE, seen.subList(0, CHANGES));
            session.items().save(now);
            return session.ledger().last();
        });
    }

    private List<StoredItem> known(StoreSession session) {
        session.leases().latest();
        session.sightings().of(new Home(Semester.SOURCE, course));
        session.sightings().settled();
        return session.items().find(ItemQuery.all().source(Semester.SOURCE).course(course));
    }

    private static Change change(Difference difference, Item item) {
        return new Change(
                0,
                item.id(),
                difference.kind(),
                Change.About.of(item),
                difference.fields(),
                difference.meaningfulKey(),
                Semester.NOW,
                false,
                List.of());
    }
}
