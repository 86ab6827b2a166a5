package dev.unitracker.internal.tell;

import dev.unitracker.model.Change;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.StoredItem;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Message.Action;
import dev.unitracker.notice.Message.Subject;
import dev.unitracker.notice.Notice;
import dev.unitracker.notice.Notice.Baseline;
import dev.unitracker.notice.Notice.ChangeAlert;
import dev.unitracker.notice.Notice.CredentialsLost;
import dev.unitracker.notice.Notice.Digest;
import dev.unitracker.notice.Notice.Reminder;
import dev.unitracker.notice.Notice.Silence;
import dev.unitracker.notice.Notice.Storm;
import dev.unitracker.notice.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What each sort of notice is about, and what can be done with it; empty for what is about the watching itself. */
record NoticeSubject(Delivery delivery, Known known, Instant now) implements Notice.Cases<Optional<Subject>> {

    @Override
    public Optional<Subject> change(ChangeAlert alert) {
        return known.stored(alert.about()).map(stored -> subject(stored, alert));
    }

    /** What is repeated until it is acknowledged has to be one that can be. */
    @Override
    public Optional<Subject> storm(Storm storm) {
        return known.changes(storm).stream().reduce((one, next) -> next).map(latest -> subject(storm, latest));
    }

    @Override
    public Optional<Subject> reminder(Reminder reminder) {
        return known.stored(reminder.about()).map(stored -> subject(stored, reminder));
    }

    @Override
    public Optional<Subject> digest(Digest digest) {
        return Optional.empty();
    }

    @Override
    public Optional<Subject> baseline(Baseline baseline) {
        return Optional.empty();
    }

    @Override
    public Optional<Subject> silence(Silence silence) {
        return Optional.empty();
    }

    @Override
    public Optional<Subject> credentialsLost(CredentialsLost lost) {
        return Optional.empty();
    }

    private Subject subject(StoredItem stored, Notice notice) {
        Item item = stored.item();
        boolean matters = notice.severity() != Severity.INFORMATION;
        List<Action> actions = acknowledging(notice);
        if (item.dueAt().isPresent() && matters) {
            actions.add(Action.DONE);
        }
        if (matters && canWait()) {
            actions.add(Action.SNOOZE);
        }
        return subject(item.id(), Optional.of(stored), actions);
    }

    private Subject subject(Storm storm, Change latest) {
        ItemId id = storm.course().isEmpty() ? latest.item() : latest.item().beside(storm.course());
        return subject(id, known.stored(id), acknowledging(storm));
    }

    private static List<Action> acknowledging(Notice notice) {
        return new ArrayList<>(notice.asksForAcknowledgement() ? List.of(Action.ACKNOWLEDGE) : List.of());
    }

    private Subject subject(ItemId id, Optional<StoredItem> stored, List<Action> actions) {
        @Nullable String url = stored.flatMap(found -> found.item().url()).orElse(null);
        if (url != null) {
            actions.add(Action.OPEN);
        }
        long number = stored.map(StoredItem::number).orElse(0L);
        return new Subject(id, number, delivery.notice().latestChange(), url, actions);
    }

    /** What is worth nothing a day later cannot be put off until then. */
    private boolean canWait() {
        @Nullable Instant expiresAt = delivery.expiresAt();
        return expiresAt == null || expiresAt.isAfter(now.plus(Duration.ofDays(1)));
    }
}
