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
     * Tells of an item again at a moment and not before: what is pending waits, and whoever has nothing pending is told
     * again what came last.
     *
     * @return whether there is anything to tell
     */
    public static boolean until(Instant moment, Outbox outbox, String item, Instant now) {
        List<Delivery> known = outbox.ofItem(item);
        Set<String> waiting = new HashSet<>();
        for (Delivery delivery : known) {
            if (delivery.state() == State.PENDING) {
                outbox.save(delivery.postponed(moment, "snoozed"));
                waiting.add(recipient(delivery));
            }
        }
        for (Delivery delivery : known) {
            boolean urgent = delivery.notice().kind() == NoticeKind.URGENT && delivery.state() == State.SENT;
            if (urgent && waiting.add(recipient(delivery))) {
                outbox.add(List.of(Delivery.of(
                        delivery.notice().again(), delivery.channel(), delivery.recipient(), now, moment, null)));
            }
        }
        return !waiting.isEmpty();
    }

    private static String recipient(Delivery delivery) {
        return delivery.channel() + "/" + delivery.recipient();
    }
}
