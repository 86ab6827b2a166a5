package dev.unitracker.internal.tell;

import dev.unitracker.internal.history.Readings;
import dev.unitracker.model.Completion;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.notice.Notice;
import dev.unitracker.notice.NoticeKind;
import dev.unitracker.notice.Severity;
import dev.unitracker.spi.Delivery;
import dev.unitracker.spi.StoreSession;
import dev.unitracker.spi.StoredItem;
import java.time.Instant;
import java.util.Optional;

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
        if (notice.item() != null) {
            return ofItem(notice, notice.item(), session);
        }
        if (notice.kind() == NoticeKind.OPERATIONS) {
            return ofOperations(notice.key(), session);
        }
        return notice.asksForAcknowledgement() ? ofStorm(notice, session) : Optional.empty();
    }

    /** What was wrong at night need not be told in the morning, if it was mended by then. */
    private static Optional<String> ofOperations(String key, StoreSession session) {
        if (key.startsWith(Announcements.STALE)) {
            return Readings.latest(session)
                    .filter(read -> read.name().compareTo(key.substring(Announcements.STALE.length())) > 0)
                    .map(read -> "the site was read again");
        }
        return key.startsWith(Announcements.LOGIN) && !Readings.isRefused(session)
                ? Optional.of("the login was taken again")
                : Optional.empty();
    }

    private Optional<String> ofItem(Notice notice, String key, StoreSession session) {
        Optional<Item> found = item(new ItemId(account, key), session);
        if (found.isEmpty()) {
            return Optional.of("the item is not there");
        }
        Item item = found.get();
        Optional<String> over = over(item, session).filter(why -> notice.severity() != Severity.INFORMATION);
        if (over.isPresent()) {
            return over;
        }
        if (notice.kind() == NoticeKind.REMINDER) {
            boolean moved = item.dueAt().filter(due -> due.equals(notice.due())).isEmpty();
            return moved ? Optional.of("the deadline moved") : Optional.empty();
        }
        return notice.repeat() > 0 && isOvertaken(notice, item, session)
                ? Optional.of("the item changed again since")
                : Optional.empty();
    }

    /** A storm is worth telling as long as one of its items is. */
    private Optional<String> ofStorm(Notice notice, StoreSession session) {
        boolean over = notice.changes().stream()
                .flatMap(number -> session.ledger().after(number - 1, 1).stream())
                .map(change -> item(change.item(), session))
                .allMatch(item -> item.flatMap(it -> over(it, session)).isPresent());
        return over ? Optional.of("completed, or no longer there") : Optional.empty();
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
        return session.outbox().ofItem(item.id().key()).stream()
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
