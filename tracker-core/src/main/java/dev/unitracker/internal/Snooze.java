package dev.unitracker.internal;

import dev.unitracker.notice.NoticeKind;
import dev.unitracker.spi.Delivery;
import dev.unitracker.spi.Delivery.State;
import dev.unitracker.spi.Outbox;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts off what is told of an item. */
public final class Snooze {

    private Snooze() {}

    /**
     * Tells of an item again at a moment and not before: what is pending waits, and whoever has no alert pending is told again
     * what he was told last. What would be worth nothing by then comes at its own time; nobody misses a deadline by this.
     *
     * @return whether there is anything to tell
     */
    public static boolean until(Instant moment, Outbox outbox, String item, Instant now) {
        List<Delivery> known = outbox.ofItem(item).stream()
                .filter(delivery ->
                        delivery.expiresAt() == null || delivery.expiresAt().isAfter(moment))
                .toList();
        Set<String> waiting = new HashSet<>();
        for (Delivery delivery : known) {
            if (delivery.state() == State.PENDING) {
                putOff(delivery, moment, outbox, waiting);
            }
        }
        for (Delivery delivery : known) {
            boolean told = delivery.state() == State.SENT;
            if (told && waiting.add(recipient(delivery))) {
                outbox.add(List.of(Delivery.of(
                        delivery.notice().again(),
                        delivery.channel(),
                        delivery.recipient(),
                        now,
                        moment,
                        delivery.expiresAt())));
            }
        }
        return !waiting.isEmpty();
    }

    /** An alert comes at the moment; a reminder of later stays where it is. */
    private static void putOff(Delivery delivery, Instant moment, Outbox outbox, Set<String> waiting) {
        boolean alert = delivery.notice().kind() == NoticeKind.URGENT;
        if (alert || delivery.notBefore().isBefore(moment)) {
            outbox.save(delivery.postponed(moment, "snoozed"));
            waiting.add(recipient(delivery));
        }
    }

    private static String recipient(Delivery delivery) {
        return delivery.channel() + "/" + delivery.recipient();
    }
}
