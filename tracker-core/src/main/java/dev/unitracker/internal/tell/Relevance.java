package dev.unitracker.internal.tell;

import dev.unitracker.internal.history.Readings;
import dev.unitracker.model.Completion;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.StoredItem;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Notice;
import dev.unitracker.notice.Notice.Baseline;
import dev.unitracker.notice.Notice.ChangeAlert;
import dev.unitracker.notice.Notice.CredentialsLost;
import dev.unitracker.notice.Notice.Digest;
import dev.unitracker.notice.Notice.Reminder;
import dev.unitracker.notice.Notice.Silence;
import dev.unitracker.notice.Notice.Storm;
import dev.unitracker.notice.Severity;
import dev.unitracker.spi.StoreSession;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Says whether what was to be told is still worth telling, now that it could be. */
final class Relevance {

    private final String account;

    Relevance(String account) {
        this.account = account;
    }

    /** Returns why a delivery is worth nothing any more; empty if it is to be sent. */
    Optional<String> lost(Delivery delivery, StoreSession session, Instant now) {
        Notice notice = delivery.notice();
        if (delivery.expiresAt() != null && !delivery.expiresAt().isAfter(now)) {
            return Optional.of("too late");
        }
        // Whoever took it died after it arrived, and the recipient has answered.
        if (delivery.acknowledged()) {
            return Optional.of("acknowledged");
        }
        return notice.match(new Lost(delivery, session));
    }

    /** Why each sort of notice is worth nothing any more. */
    private final class Lost implements Notice.Cases<Optional<String>> {

        private final Delivery delivery;
        private final StoreSession session;

        private Lost(Delivery delivery, StoreSession session) {
            this.delivery = delivery;
            this.session = session;
        }

        @Override
        public Optional<String> change(ChangeAlert alert) {
            return ofItem(
                    alert.itemKey(),
                    alert.severity(),
                    item -> delivery.repeat() > 0 && isOvertaken(alert, item, session)
                            ? Optional.of("the item changed again since")
                            : Optional.empty());
        }

        /** A storm is worth telling as long as one of its items is. */
        @Override
        public Optional<String> storm(Storm storm) {
            if (!storm.asksForAcknowledgement()) {
                return Optional.empty();
            }
            boolean over = storm.changes().stream()
                    .flatMap(number -> session.ledger().after(number - 1, 1).stream())
                    .map(change -> item(change.item(), session))
                    .allMatch(item -> item.flatMap(it -> over(it, session)).isPresent());
            return over ? Optional.of("completed, or no longer there") : Optional.empty();
        }

        @Override
        public Optional<String> reminder(Reminder reminder) {
            return ofItem(
                    reminder.itemKey(),
                    reminder.severity(),
                    item -> item.dueAt().filter(reminder.due()::equals).isPresent()
                            ? Optional.empty()
                            : Optional.of("the deadline moved"));
        }

        @Override
        public Optional<String> digest(Digest digest) {
            return Optional.empty();
        }

        @Override
        public Optional<String> baseline(Baseline baseline) {
            return Optional.empty();
        }

        /** What was wrong at night need not be told in the morning, if it was mended by then. */
        @Override
        public Optional<String> silence(Silence silence) {
            return Readings.latest(session)
                    .filter(read -> read.name().compareTo(silence.run()) > 0)
                    .map(read -> "the site was read again");
        }

        @Override
        public Optional<String> credentialsLost(CredentialsLost lost) {
            return Readings.isRefused(session) ? Optional.empty() : Optional.of("the login was taken again");
        }

        private Optional<String> ofItem(String key, Severity severity, Function<Item, Optional<String>> otherwise) {
            Optional<Item> found = item(new ItemId(account, key), session);
            if (found.isEmpty()) {
                return Optional.of("the item is not there");
            }
            return over(found.get(), session)
                    .filter(why -> severity != Severity.INFORMATION)
                    .or(() -> otherwise.apply(found.get()));
        }
    }

    /** Returns why nothing more has to be done about an item. */
    private Optional<String> over(Item item, StoreSession session) {
        if (item.completion() == Completion.COMPLETED) {
            return Optional.of("completed");
        }
        boolean gone = item.status() == ItemStatus.REMOVED || isOfLeftCourse(item, session);
        return gone ? Optional.of("no longer there") : Optional.empty();
    }

    /** A later alert says how it is now; a grade or a text says nothing of a deadline that moved before. */
    private static boolean isOvertaken(Notice notice, Item item, StoreSession session) {
        return session.outbox().latest(item.id().key(), Integer.MAX_VALUE).stream()
                .map(Delivery::notice)
                .filter(other -> other.severity().compareTo(notice.severity()) >= 0)
                .anyMatch(other -> other.latestChange() > notice.latestChange());
    }

    private static Optional<Item> item(ItemId id, StoreSession session) {
        return session.items().find(id).map(StoredItem::item);
    }

    private boolean isOfLeftCourse(Item item, StoreSession session) {
        return item.course()
                .flatMap(course -> item(new ItemId(account, course), session))
                .filter(course -> course.status() == ItemStatus.REMOVED)
                .isPresent();
    }
}
