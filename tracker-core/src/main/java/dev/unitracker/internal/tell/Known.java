package dev.unitracker.internal.tell;

import dev.unitracker.model.Change;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.StoredItem;
import dev.unitracker.notice.Notice;
import dev.unitracker.spi.StoreSession;
import java.util.List;
import java.util.Optional;

/** What is known of an account while something is told. */
record Known(StoreSession session) {

    Optional<Item> item(ItemId id) {
        return stored(id).map(StoredItem::item);
    }

    Optional<StoredItem> stored(ItemId id) {
        return session.items().find(id);
    }

    /** Returns the title of a course; its key where nothing is known of it. */
    String courseName(ItemId id) {
        return item(id).map(Item::title).orElse(id.key());
    }

    /** Returns the changes that a notice tells of, in order, without those that the ledger does not have. */
    List<Change> changes(Notice notice) {
        return notice.changes().stream()
                .flatMap(number -> session.ledger().find(number).stream())
                .toList();
    }
}
