package dev.unitracker.internal.tell;

import dev.unitracker.model.ItemId;
import dev.unitracker.notice.Delivery;
import dev.unitracker.spi.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** Notes that somebody knows of a change, and so need not be told again. */
public final class Acknowledgement {

    private Acknowledgement() {}

    /**
     * Tells some recipients no more of a change.
     *
     * @param change the ledger number of the change; of a storm, of its latest one
     * @param whose which of those who are told know of it
     * @return whether any of them was told of it, or was to be
     */
    public static boolean of(long change, Predicate<Delivery> whose, Outbox outbox, Instant now) {
        // Reminders and what is told of the watching itself stand for no change, and bear the number 0.
        return change > 0 && known(outbox.telling(change), whose, outbox, now);
    }

    /** Tells some recipients no more of all the changes of an item that were told so far. */
    public static boolean ofItem(ItemId item, Predicate<Delivery> whose, Outbox outbox, Instant now) {
        return known(
                outbox.latest(item, Integer.MAX_VALUE),
                whose.and(delivery -> delivery.notice().asksForAcknowledgement()),
                outbox,
                now);
    }

    private static boolean known(List<Delivery> all, Predicate<Delivery> whose, Outbox outbox, Instant now) {
        List<Delivery> telling = all.stream().filter(whose).toList();
        telling.stream()
                .filter(delivery -> !delivery.acknowledged())
                .forEach(delivery -> outbox.save(delivery.acknowledged(now)));
        return !telling.isEmpty();
    }
}
