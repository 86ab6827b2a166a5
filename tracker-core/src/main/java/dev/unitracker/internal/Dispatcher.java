package dev.unitracker.internal;

import dev.unitracker.DispatchReport;
import dev.unitracker.NotDeliveredException;
import dev.unitracker.TrackerException;
import dev.unitracker.model.Completion;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.notice.AlertSettings;
import dev.unitracker.notice.Notice;
import dev.unitracker.notice.NoticeKind;
import dev.unitracker.notice.Severity;
import dev.unitracker.spi.Delivery;
import dev.unitracker.spi.Delivery.State;
import dev.unitracker.spi.Message;
import dev.unitracker.spi.Notifier;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoreSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is in the outbox of one account. Each delivery is taken in a transaction, sent outside of any, and ended in
 * another one; who dies in between leaves it to be taken again after a while.
 */
public final class Dispatcher {

    private static final Logger log = LoggerFactory.getLogger("unitracker.dispatch");

    /** Longer than any channel takes to send one message. */
    private static final Duration TAKEN_FOR = Duration.ofMinutes(5);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int DOUBLINGS = 7;

    /** What could not be sent in all this time is given up, in so many words. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(7);

    private final Store store;
    private final String account;
    private final AlertSettings settings;
    private final MessageWriter writer;
    private final Supplier<Instant> clock;

    public Dispatcher(
            Store store, String account, AlertSettings settings, MessageWriter writer, Supplier<Instant> clock) {
        this.store = store;
        this.account = account;
        this.settings = settings;
        this.writer = writer;
        this.clock = clock;
    }

    /** A delivery that was taken, and what it says. */
    private record Taken(Delivery delivery, Message message) {}

    /** Counts how deliveries ended. */
    private static final class Count {
        int sent;
        int skipped;
        int failed;
        final Map<String, RuntimeException> troubles = new LinkedHashMap<>();
    }

    /** Sends all that is due. A notifier that fails is left alone until the next call, and keeps nobody else waiting. */
    public DispatchReport send(List<Notifier> notifiers) {
        Count count = new Count();
        for (Notifier notifier : notifiers) {
            try {
                for (String recipient : notifier.recipients()) {
                    send(notifier, recipient, count);
                }
            } catch (RuntimeException e) {
                count.troubles.putIfAbsent(notifier.name(), e);
            }
        }
        return new DispatchReport(count.sent, count.skipped, count.failed, count.troubles);
    }

    private void send(Notifier notifier, String recipient, Count count) {
        for (Optional<Taken> next = next(notifier.name(), recipient, count);
                next.isPresent();
                next = next(notifier.name(), recipient, count)) {
            RuntimeException trouble = attempt(notifier, recipient, next.get().message());
            if (trouble == null) {
                sent(next.get().delivery());
                count.sent++;
            } else {
                count.troubles.put(notifier.name(), trouble);
                if (!notSent(next.get().delivery(), trouble, count)) {
                    return;
                }
            }
        }
    }

    private static @Nullable RuntimeException attempt(Notifier notifier, String recipient, Message message) {
        try {
            notifier.send(message, recipient);
            return null;
        } catch (RuntimeException e) {
            return e;
        } catch (Throwable e) {
            // Foreign code: whatever it throws is its own failure.
            return new TrackerException(notifier.name() + " failed unexpectedly", e);
        }
    }

    private Optional<Taken> next(String channel, String recipient, Count count) {
        Instant now = clock.get();
        List<Delivery> skipped = new ArrayList<>();
        Optional<Taken> taken = store.inTransaction(account, session -> {
            skipped.clear();
            return take(session, channel, recipient, now, skipped);
        });
        count.skipped += skipped.size();
        return taken;
    }

    private Optional<Taken> take(
            StoreSession session, String channel, String recipient, Instant now, List<Delivery> skipped) {
        while (true) {
            Optional<Delivery> next = session.outbox().next(channel, recipient, now);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            Delivery delivery = next.get();
            Optional<String> worthless = worthless(delivery, session, now);
            Instant allowed = allowedAt(delivery, now);
            if (worthless.isPresent()) {
                Delivery ended = delivery.ended(State.SKIPPED, worthless.get(), now);
                session.outbox().save(ended);
                skipped.add(ended);
            } else if (allowed.isAfter(now)) {
                session.outbox().save(delivery.postponed(allowed, "quiet hours"));
            } else {
                Delivery taken = delivery.taken(now.plus(TAKEN_FOR));
                session.outbox().save(taken);
                return Optional.of(new Taken(taken, writer.write(taken, session, now)));
            }
        }
    }

    private Instant allowedAt(Delivery delivery, Instant now) {
        Instant placed = settings.quietHours().place(now, delivery.expiresAt());
        return placed.isBefore(now) ? now : placed;
    }

    private Optional<String> worthless(Delivery delivery, StoreSession session, Instant now) {
        Notice notice = delivery.notice();
        if (delivery.expiresAt() != null && !delivery.expiresAt().isAfter(now)) {
            return Optional.of("too late");
        }
        if (notice.item() == null) {
            return Optional.empty();
        }
        Optional<Item> found =
                session.items().find(new ItemId(account, notice.item())).map(stored -> stored.item());
        if (found.isEmpty()) {
            return Optional.of("the item is not there");
        }
        Item item = found.get();
        if (item.completion() == Completion.COMPLETED && notice.severity() != Severity.INFORMATION) {
            return Optional.of("completed");
        }
        if (notice.kind() == NoticeKind.REMINDER) {
            return ofReminder(item, notice, session);
        }
        boolean overtaken = notice.repeat() > 0
                && session.outbox().ofItem(notice.item()).stream()
                        .anyMatch(other -> other.notice().latestChange() > notice.latestChange());
        return overtaken ? Optional.of("the item changed again since") : Optional.empty();
    }

    private Optional<String> ofReminder(Item item, Notice notice, StoreSession session) {
        if (item.status() == ItemStatus.REMOVED
                || item.course().filter(course -> isLeft(course, session)).isPresent()) {
            return Optional.of("no longer there");
        }
        boolean moved = item.dueAt().filter(due -> due.equals(notice.due())).isEmpty();
        return moved ? Optional.of("the deadline moved") : Optional.empty();
    }

    private boolean isLeft(String course, StoreSession session) {
        return session.items()
                .find(new ItemId(account, course))
                .filter(stored -> stored.item().status() == ItemStatus.REMOVED)
                .isPresent();
    }

    private void sent(Delivery taken) {
        Instant now = clock.get();
        store.inTransaction(account, session -> {
            Delivery known = session.outbox().find(taken.key()).orElse(taken);
            session.outbox().save(known.ended(State.SENT, "", now));
            Notice notice = taken.notice();
            boolean repeat =
                    notice.asksForAcknowledgement() && notice.repeat() < settings.repeats() && !known.acknowledged();
            if (repeat) {
                Instant at = settings.quietHours().place(now.plus(settings.repeatAfter()), taken.expiresAt());
                session.outbox()
                        .add(List.of(Delivery.of(
                                notice.again(), taken.channel(), taken.recipient(), now, at, taken.expiresAt())));
            }
            return repeat;
        });
    }

    /** Notes that a delivery was not sent, and tells whether others to the same recipient may be tried. */
    private boolean notSent(Delivery taken, RuntimeException trouble, Count count) {
        Instant now = clock.get();
        String words = trouble.getMessage() == null ? trouble.getClass().getSimpleName() : trouble.getMessage();
        NotDeliveredException said = trouble instanceof NotDeliveredException known ? known : null;
        boolean permanent = said != null && said.permanent();
        boolean hopeless = taken.createdAt().plus(GIVEN_UP_AFTER).isBefore(now);
        store.inTransaction(account, session -> {
            Delivery known = session.outbox().find(taken.key()).orElse(taken);
            session.outbox()
                    .save(
                            permanent || hopeless
                                    ? known.ended(State.FAILED, words, now)
                                    : known.postponed(now.plus(wait(taken, said)), words));
            return known;
        });
        if (permanent || hopeless) {
            log.warn("a message on {} cannot be sent: {}", taken.channel(), words);
            count.failed++;
        }
        return permanent;
    }

    private static Duration wait(Delivery taken, @Nullable NotDeliveredException said) {
        Duration grown = FIRST_WAIT.multipliedBy(1L << Math.min(taken.attempts() - 1, DOUBLINGS));
        Duration own = grown.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : grown;
        return said == null
                ? own
                : said.retryAfter().filter(asked -> asked.compareTo(own) > 0).orElse(own);
    }
}
