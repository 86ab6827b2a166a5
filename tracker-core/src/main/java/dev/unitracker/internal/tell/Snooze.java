package dev.unitracker.internal.tell;

import dev.unitracker.model.ItemId;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Delivery.Address;
import dev.unitracker.notice.Delivery.State;
import dev.unitracker.notice.Delivery.Timing;
import dev.unitracker.notice.NoticeKind;
import dev.unitracker.notice.Severity;
import dev.unitracker.spi.Outbox;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts off what is told of an item. */
public final class Snooze {

    private Snooze() {}

    /**
     * Tells of an item again at a moment and not before: what is pending waits, and whoever has nothing pending is told again
     * what he was told last; what is only good to know counts for neither. What would be worth nothing by then comes at its own
     * time; nobody misses a deadline by this.
     *
     * @return whether there is anything to tell
     */
    public static boolean until(Instant moment, Outbox outbox, ItemId item, Instant now) {
        List<Delivery> all = outbox.latest(item, Integer.MAX_VALUE);
        List<Delivery> known = all.stream()
                .filter(delivery ->
                        delivery.expiresAt() == null || delivery.expiresAt().isAfter(moment))
                .toList();
        Set<Address> waiting = new HashSet<>();
        for (Delivery delivery : known) {
            if (delivery.state() == State.PENDING) {
                putOff(delivery, moment, outbox, waiting);
            }
        }
        for (Delivery told : toldLastFirst(known)) {
            if (waiting.add(told.to())) {
                outbox.add(List.of(again(told, all, moment, now)));
            }
        }
        return !waiting.isEmpty();
    }

    /** An alert comes at the moment; a reminder of later stays where it is. */
    private static void putOff(Delivery delivery, Instant moment, Outbox outbox, Set<Address> waiting) {
        boolean alert = delivery.notice().kind() == NoticeKind.URGENT;
        if (alert || delivery.notBefore().isBefore(moment)) {
            outbox.save(delivery.postponed(moment, "snoozed"));
            if (matters(delivery)) {
                waiting.add(delivery.to());
            }
        }
    }

    /** A grade that came after an alert is not what anybody puts off: it asks for nothing. */
    private static boolean matters(Delivery delivery) {
        return delivery.notice().severity() != Severity.INFORMATION;
    }

    private static List<Delivery> toldLastFirst(List<Delivery> known) {
        return known.stream()
                .filter(delivery -> delivery.state() == State.SENT)
                .filter(Snooze::matters)
                .sorted(Comparator.comparing(Snooze::toldAt).reversed())
                .toList();
    }

    private static Instant toldAt(Delivery sent) {
        return sent.endedAt() == null ? sent.createdAt() : sent.endedAt();
    }

    /** The number of a repeat that was planned and then not sent is taken for good, and would be told to nobody. */
    private static Delivery again(Delivery told, List<Delivery> all, Instant moment, Instant now) {
        Delivery latest = all.stream()
                .filter(other -> other.to().equals(told.to()))
                .filter(other -> other.notice().key().equals(told.notice().key()))
                .max(Comparator.comparing(Delivery::repeat))
                .orElse(told);
        return latest.again(new Timing(now, moment, told.expiresAt()));
    }
}
