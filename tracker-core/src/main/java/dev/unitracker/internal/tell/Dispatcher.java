package dev.unitracker.internal.tell;

import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.error.TrackerException;
import dev.unitracker.internal.tell.Taking.Taken;
import dev.unitracker.notice.AlertSettings;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Delivery.Address;
import dev.unitracker.notice.Delivery.State;
import dev.unitracker.notice.Delivery.Timing;
import dev.unitracker.notice.Message;
import dev.unitracker.report.DispatchReport;
import dev.unitracker.spi.Notifier;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoreSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
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
 * Sends what is in the outbox of one account. Deliveries are taken in a transaction, a few at once from a channel that is
 * quick; each is sent outside of any, and ended in one of its own before the next is sent. Who dies in between leaves them to
 * be taken again after a while, and no more than the one that was being sent may come twice.
 */
public final class Dispatcher {

    private static final Logger log = LoggerFactory.getLogger("unitracker.dispatch");

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
    private final Taking taking;
    private final Supplier<Instant> clock;

    /** Until when not to try anything, as a channel asked for a recipient; who starts anew asks again. */
    private final Map<Address, Instant> patience = new HashMap<>();

    /** Notifiers are promised one thread at a time. */
    private final Lock sending = new ReentrantLock();

    public Dispatcher(
            Store store, String account, AlertSettings settings, MessageWriter writer, Supplier<Instant> clock) {
        this.store = store;
        this.account = account;
        this.settings = settings;
        this.taking = new Taking(settings, writer);
        this.clock = clock;
    }

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
        Address to = new Address(notifier.name(), recipient);
        Instant asked = patience.get(to);
        if (asked != null && asked.isAfter(clock.get())) {
            return;
        }
        PortionSize size = new PortionSize();
        Deque<Taken> taken = new ArrayDeque<>(next(to, size, count, session -> {}));
        while (!taken.isEmpty()) {
            taken = new ArrayDeque<>(afterFirst(notifier, taken, size, count));
        }
    }

    /** Sends the first of some that were taken, and returns those that come next. */
    private Collection<Taken> afterFirst(Notifier notifier, Deque<Taken> taken, PortionSize size, Count count) {
        Taken first = taken.remove();
        Delivery delivery = first.delivery();
        RuntimeException trouble = attempt(notifier, delivery.recipient(), first.message());
        try {
            if (trouble == null) {
                count.sent++;
                return nextAfter(delivery, taken, size, count);
            }
            count.troubles.put(notifier.name(), trouble);
            if (!notSent(delivery, trouble, count)) {
                release(taken);
                return List.of();
            }
            return goOn(taken, delivery.to(), size, count);
        } catch (RuntimeException e) {
            releaseIfPossible(taken, e);
            throw e;
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

    /** Ends what was sent; if nothing is left of what was taken with it, the next are taken in the same transaction. */
    private Collection<Taken> nextAfter(Delivery sent, Collection<Taken> left, PortionSize size, Count count) {
        Instant now = clock.get();
        if (isFresh(left, now)) {
            store.inTransaction(account, session -> ended(sent, session, now));
            return left;
        }
        AtomicBoolean ended = new AtomicBoolean();
        try {
            return next(sent.to(), size, count, session -> {
                ended.set(ended(sent, session, now));
                release(left, session);
            });
        } catch (RuntimeException e) {
            if (ended.get()) {
                // What is wrong with the next is no reason to send this one again.
                store.inTransaction(account, session -> ended(sent, session, now));
            }
            throw e;
        }
    }

    private Collection<Taken> goOn(Collection<Taken> left, Address to, PortionSize size, Count count) {
        return isFresh(left, clock.get()) ? left : next(to, size, count, session -> release(left, session));
    }

    private static boolean isFresh(Collection<Taken> left, Instant now) {
        return !left.isEmpty() && left.iterator().next().isFresh(now);
    }

    private List<Taken> next(Address to, PortionSize size, Count count, Consumer<StoreSession> before) {
        Instant now = clock.get();
        int most = size.next(now);
        AtomicBoolean reading = new AtomicBoolean();
        try {
            return next(to, new Portion(most, now), count, session -> {
                before.accept(session);
                reading.set(true);
            });
        } catch (RuntimeException e) {
            if (most == 1 || !reading.get()) {
                throw e;
            }
            // One of them cannot be read; those before it are told.
            return next(to, new Portion(1, now), count, before);
        }
    }

    /** How many are taken at most, and when. */
    private record Portion(int most, Instant now) {}

    private List<Taken> next(Address to, Portion portion, Count count, Consumer<StoreSession> before) {
        List<State> ended = new ArrayList<>();
        List<Taken> taken = store.inTransaction(account, session -> {
            ended.clear();
            before.accept(session);
            return taking.from(session, to, portion.most(), portion.now(), ended);
        });
        count.skipped += Collections.frequency(ended, State.SKIPPED);
        count.failed += Collections.frequency(ended, State.FAILED);
        return taken;
    }

    /** Leaves what was taken and not tried to whoever comes next. */
    private void release(Collection<Taken> left) {
        if (!left.isEmpty()) {
            store.inTransaction(account, session -> {
                release(left, session);
                return true;
            });
        }
    }

    private static void release(Collection<Taken> left, StoreSession session) {
        for (Taken one : left) {
            session.outbox()
                    .find(one.delivery().key())
                    .filter(found -> isStill(found, one.delivery()))
                    .ifPresent(found -> session.outbox().save(found.released()));
        }
    }

    private void releaseIfPossible(Collection<Taken> left, RuntimeException reason) {
        try {
            release(left);
        } catch (RuntimeException e) {
            // After a while it is free in any case.
            reason.addSuppressed(e);
        }
    }

    private boolean ended(Delivery sent, StoreSession session, Instant now) {
        end(sent, session, now);
        return true;
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
            patience.put(taken.to(), again);
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
