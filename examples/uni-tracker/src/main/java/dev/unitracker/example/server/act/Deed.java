package dev.unitracker.example.server.act;

import dev.unitracker.Account;
import dev.unitracker.action.ActionTicket;
import dev.unitracker.model.Change;
import dev.unitracker.model.Item;
import dev.unitracker.model.StoredItem;
import java.time.Duration;
import java.util.Optional;

/**
 * What a ticket says is done.
 *
 * @param account in which
 * @param ticket the ticket
 */
record Deed(Account account, ActionTicket ticket) {

    private static final Duration SNOOZE = Duration.ofDays(1);

    /** Returns what it is about, as it is called now; empty if that is not there. */
    Optional<Item> item() {
        return stored().map(StoredItem::item);
    }

    /** Returns what the course is called that it is about; empty if it is about none. */
    Optional<String> course() {
        return item().flatMap(Item::courseId)
                .flatMap(account::item)
                .map(stored -> stored.item().title());
    }

    private Optional<StoredItem> stored() {
        return switch (ticket.action()) {
            case ACKNOWLEDGE ->
                account.change(ticket.number()).map(Change::item).flatMap(account::item);
            case DONE, SNOOZE -> account.item(ticket.number());
            case OPEN -> Optional.empty();
        };
    }

    /** Does it, and tells whether there was something to do. Doing it again changes nothing. */
    boolean perform() {
        return switch (ticket.action()) {
            case ACKNOWLEDGE -> account.acknowledge(ticket.number(), ticket.recipient());
            case DONE -> stored().map(this::done).orElse(false);
            case SNOOZE ->
                stored().map(stored -> account.snooze(stored.item().id(), SNOOZE))
                        .orElse(false);
            case OPEN -> false;
        };
    }

    /** What was done before, here or elsewhere, is done. */
    private boolean done(StoredItem stored) {
        Optional<Change> unusedWhetherNew = account.markDone(stored.item().id());
        return true;
    }
}
