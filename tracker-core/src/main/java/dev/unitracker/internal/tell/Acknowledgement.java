package dev.unitracker.internal.tell;

import dev.unitracker.spi.Delivery;
import dev.unitracker.spi.Outbox;
import java.time.Instant;
import java.util.List;

/** Notes that the student knows of a change. */
public final class Acknowledgement {

    private Acknowledgement() {}

    /**
     * Tells nobody of a change any more.
     *
     * @param change the ledger number of the change; of a storm, of its latest one
     * @return whether anybody was told of it, or was to be
     */
    public static boolean of(long change, Outbox outbox, Instant now) {
        // Reminders and what is told of the watching itself stand for no change, and bear the number 0.
        List<Delivery> telling = change > 0 ? outbox.telling(change) : List.of();
        telling.stream()
                .filter(delivery -> !delivery.acknowledged())
                .forEach(delivery -> outbox.save(delivery.acknowledged(now)));
        return !telling.isEmpty();
    }
}
