package dev.unitracker.internal;

import dev.unitracker.model.Completion;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.notice.Notice;
import dev.unitracker.notice.NoticeKind;
import dev.unitracker.notice.Severity;
import dev.unitracker.spi.Delivery;
import dev.unitracker.spi.StoreSession;
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
        return notice.item() == null ? Optional.empty() : ofItem(notice, notice.item(), session);
    }

    private Optional<String> ofItem(Notice notice, String key, StoreSession session) {
        Optional<Item> found = session.items().find(new ItemId(account, key)).map(stored -> stored.item());
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
        return notice.repeat() > 0 ? ofRepeat(item, notice, session) : Optional.empty();
    }

    private Optional<String> ofReminder(Item item, Notice notice, StoreSession session) {
        if (item.status() == ItemStatus.REMOVED || isOfLeftCourse(item, session)) {
            return Optional.of("no longer there");
        }
        boolean moved = item.dueAt().filter(due -> due.equals(notice.due())).isEmpty();
        return moved ? Optional.of("the deadline moved") : Optional.empty();
    }

    private Optional<String> ofRepeat(Item item, Notice notice, StoreSession session) {
        if (isOfLeftCourse(item, session)) {
            return Optional.of("no longer there");
        }
        boolean overtaken = session.outbox().ofItem(item.id().key()).stream()
                .anyMatch(other -> other.notice().latestChange() > notice.latestChange());
        return overtaken ? Optional.of("the item changed again since") : Optional.empty();
    }

    private boolean isOfLeftCourse(Item item, StoreSession session) {
        return item.course()
                .flatMap(course -> session.items().find(new ItemId(account, course)))
                .filter(stored -> stored.item().status() == ItemStatus.REMOVED)
                .isPresent();
    }
}
