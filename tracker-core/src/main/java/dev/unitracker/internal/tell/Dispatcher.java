package dev.unitracker.internal.tell;

import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.error.StoreException;
import dev.unitracker.error.TrackerException;
import dev.unitracker.notice.AlertPlan;
import dev.unitracker.notice.AlertSettings;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Delivery.State;
import dev.unitracker.notice.Delivery.Timing;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.Notice;
import dev.unitracker.report.DispatchReport;
import dev.unitracker.spi.Notifier;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoreSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is in the outbox of one account. Each delivery is taken in a transaction, sent outside of any, and ended in
 * another one, in which the next is taken; who dies in between leaves it to be taken again after a while.
 */
public final class Dispatcher {

    private static final Logger log = LoggerFactory.getLogger("unitracker.dispatch");

    /** Longer than any channel takes to send one message. */
    private static final Duration TAKEN_FOR = Duration.ofMinutes(5);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /** What is told is not put off for longer, whatever a channel asks for. */
    private static final Duration LONGEST_ASKED = Duration.ofDays(1);

    private static final int DOUBLINGS = 7;

    /** What could not be sent in all this time is given up, in so many words. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(7);

    private final Store store;
    private final String account;
    private final AlertSettings settings;
    private final Relevance relevance;
    private final MessageWriter writer;
    private final Supplier<Instant> clock;

    /** Until when not to try anything, as a channel asked for a recipient; who starts anew asks again. */
    private final Map<String, Instant> patience = new HashMap<>();

    /** Notifiers are promised one thread at a time. */
    private final Lock sending = new ReentrantLock();

    public Dispatcher(
            Store store, String account, AlertSettings settings, MessageWriter writer, Supplier<Instant> clock) {
        this.store = store;
        this.account = account;
        this.settings = settings;
        this.writer = writer;
        this.relevance = new Relevance();
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
    public DispatchReport send(Audience audience) {
        Count count = new Count();
        sending.lock();
        try {
            audience.notifiers().forEach(notifier -> send(notifier, audience.of(notifier), count));
        } finally {
            sending.unlock();
        }
        return new DispatchReport(count.sent, count.skipped, count.failed, count.troubles);
    }

    private void send(Notifier notifier, List<String> recipients, Count count) {
        try {
            recipients.forEach(recipient -> send(notifier, recipient, count));
        } catch (RuntimeException e) {
            count.troubles.putIfAbsent(notifier.name(), e);
        }
    }

    private void send(Notifier notifier, String recipient, Count count) {
        Instant asked = patience.get(notifier.name() + "/" + recipient);
        if (asked != null && asked.isAfter(clock.get())) {
            return;
        }
        Optional<Taken> next = next(notifier.name(), recipient, count);
        while (next.isPresent()) {
            Delivery delivery = next.get().delivery();
            RuntimeException trouble = attempt(notifier, recipient, next.get().message());
            if (trouble == null) {
                count.sent++;
                next = nextAfter(delivery, count);
            } else {
                count.troubles.put(notifier.name(), trouble);
                boolean others = notSent(delivery, trouble, count);
                next = others ? next(notifier.name(), recipient, count) : Optional.empty();
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
        return next(channel, recipient, count, session -> {});
    }

    /** Ends what was sent, and takes the next in the same transaction: thousands that wait cost one each. */
    private Optional<Taken> nextAfter(Delivery sent, Count count) {
        Instant now = clock.get();
        AtomicBoolean ended = new AtomicBoolean();
        try {
            return next(sent.channel(), sent.recipient(), count, session -> {
                end(sent, session, now);
                ended.set(true);
            });
        } catch (RuntimeException e) {
            if (ended.get()) {
                // What is wrong with the next is no reason to send this one again.
                store.inTransaction(account, session -> {
                    end(sent, session, now);
                    return true;
                });
            }
            throw e;
        }
    }

    private Optional<Taken> next(String channel, String recipient, Count count, Consumer<StoreSession> before) {
        Instant now = clock.get();
        List<State> ended = new ArrayList<>();
        Optional<Taken> taken = store.inTransaction(account, session -> {
            ended.clear();
            before.accept(session);
            return take(session, channel, recipient, now, ended);
        });
        count.skipped += Collections.frequency(ended, State.SKIPPED);
        count.failed += Collections.frequency(ended, State.FAILED);
        return taken;
    }

    private Optional<Taken> take(
            StoreSession session, String channel, String recipient, Instant now, List<State> ended) {
        while (true) {
            Optional<Delivery> next = session.outbox().next(channel, recipient, now);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            Delivery delivery = next.get();
            Optional<String> lost = relevance.lost(delivery, session, now);
            Instant allowed = allowedAt(delivery, session, now);
            if (lost.isPresent()) {
                session.outbox().save(delivery.ended(State.SKIPPED, lost.get(), now));
                ended.add(State.SKIPPED);
            } else if (allowed.isAfter(now)) {
                session.outbox().save(delivery.postponed(allowed, "quiet hours"));
            } else {
                Optional<Taken> taken = taken(delivery, session, now);
                if (taken.isPresent()) {
                    return taken;
                }
                ended.add(State.FAILED);
            }
        }
    }

    /** Takes a delivery; one that cannot be put into words fails, for it would keep all that come after it waiting. */
    private Optional<Taken> taken(Delivery delivery, StoreSession session, Instant now) {
        try {
            Delivery taken = delivery.taken(now.plus(TAKEN_FOR));
            Message message = writer.write(taken, session, now);
            session.outbox().save(taken);
            return Optional.of(new Taken(taken, message));
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            log.warn("a message on {} cannot be put into words", delivery.channel(), e);
            session.outbox()
                    .save(delivery.ended(
                            State.FAILED, "cannot be put into words: " + TrackerException.inWords(e), now));
            return Optional.empty();
        }
    }

    private Instant allowedAt(Delivery delivery, StoreSession session, Instant now) {
        if (!settings.quietHours().contains(now)) {
            return now;
        }
        Notice notice = delivery.notice();
        // It may be past, for what would be worth nothing after the quiet hours.
        return AlertPlan.placed(
                settings.quietHours(), notice, new Known(session).changes(notice), now, delivery.expiresAt());
    }

    private void end(Delivery sent, StoreSession session, Instant now) {
        Delivery known = session.outbox().find(sent.key()).orElse(sent);
        session.outbox().save(known.ended(State.SENT, "", now));
        repeat(known, now).ifPresent(again -> session.outbox().add(List.of(again)));
    }

    /** Returns when and how it is told again, unless somebody says that he knows. */
    private Optional<Delivery> repeat(Delivery sent, Instant now) {
        if (!sent.notice().asksForAcknowledgement() || sent.repeat() >= settings.repeats() || sent.acknowledged()) {
            return Optional.empty();
        }
        // Who put it off while it was on its way has said when to tell it again.
        Instant wanted = sent.notBefore().isAfter(now) ? sent.notBefore() : now.plus(settings.repeatAfter());
        Instant placed = settings.quietHours().place(wanted, sent.expiresAt());
        // Long quiet hours may have begun before it was sent at all.
        Instant at = placed.isAfter(now) ? placed : wanted;
        return Optional.of(sent.again(new Timing(now, at, sent.expiresAt())))
                .filter(again -> again.expiresAt() == null || again.expiresAt().isAfter(again.notBefore()));
    }

    /** Notes that a delivery was not sent, and tells whether others to the same recipient may be tried. */
    private boolean notSent(Delivery taken, RuntimeException trouble, Count count) {
        Instant now = clock.get();
        NotDeliveredException said = trouble instanceof NotDeliveredException known ? known : null;
        boolean permanent = said != null && said.permanent();
        // Also long after it was planned it deserves more than one attempt: nobody may have been there to make any.
        boolean hopeless = taken.attempts() > DOUBLINGS
                && taken.createdAt().plus(GIVEN_UP_AFTER).isBefore(now);
        boolean over = permanent || hopeless;
        Instant again = now.plus(wait(taken, said));
        if (said != null && said.retryAfter().isPresent()) {
            patience.put(taken.channel() + "/" + taken.recipient(), again);
        }
        boolean noted = store.inTransaction(account, session -> {
            Optional<Delivery> known = session.outbox().find(taken.key()).filter(found -> isStill(found, taken));
            known.map(found -> over
                            ? found.ended(State.FAILED, TrackerException.inWords(trouble), now)
                            : found.postponed(later(found.notBefore(), again), TrackerException.inWords(trouble)))
                    .ifPresent(session.outbox()::save);
            return known.isPresent();
        });
        if (noted && over) {
            log.warn("a message on {} cannot be sent: {}", taken.channel(), TrackerException.inWords(trouble));
            count.failed++;
        }
        return permanent;
    }

    /** Who was away for longer than he had it leaves it to the one who took it then. */
    private static boolean isStill(Delivery found, Delivery taken) {
        return found.state() == State.PENDING && found.attempts() == taken.attempts();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Duration wait(Delivery taken, @Nullable NotDeliveredException said) {
        Duration grown = FIRST_WAIT.multipliedBy(1L << Math.min(taken.attempts() - 1, DOUBLINGS));
        Duration own = grown.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : grown;
        Duration asked = said == null ? own : said.retryAfter().orElse(own);
        Duration most = asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
        return most.compareTo(own) > 0 ? most : own;
    }
}
