package dev.unitracker.internal.tell;

import dev.unitracker.internal.history.Readings;
import dev.unitracker.model.Completion;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Says whether what was to be told is still worth telling, now that it could be. */
final class Relevance {

    /** Returns why a delivery is worth nothing any more; empty if it is to be sent. */
    Optional<String> lost(Delivery delivery, Known known, Instant now) {
        Notice notice = delivery.notice();
        if (delivery.expiresAt() != null && !delivery.expiresAt().isAfter(now)) {
            return Optional.of("too late");
        }
        // Whoever took it died after it arrived, and the recipient has answered.
        if (delivery.acknowledged()) {
            return Optional.of("acknowledged");
        }
        return notice.match(new Lost(delivery, known));
    }

    /** Why each sort of notice is worth nothing any more. */
    private static final class Lost implements Notice.Cases<Optional<String>> {

        private final Delivery delivery;
        private final Known known;

        private Lost(Delivery delivery, Known known) {
            this.delivery = delivery;
            this.known = known;
        }

        @Override
        public Optional<String> change(ChangeAlert alert) {
            return ofItem(
                    alert.about(),
                    alert.severity(),
                    item -> delivery.repeat() > 0 && isOvertaken(alert, item)
                            ? Optional.of("the item changed again since")
                            : Optional.empty());
        }

        /** A storm is worth telling as long as one of its items is. */
        @Override
        public Optional<String> storm(Storm storm) {
            if (!storm.asksForAcknowledgement()) {
                return Optional.empty();
            }
            boolean over = known.changes(storm).stream()
                    .map(change -> known.item(change.item()))
                    .allMatch(item -> item.flatMap(this::over).isPresent());
            return over ? Optional.of("completed, or no longer there") : Optional.empty();
        }

        @Override
        public Optional<String> reminder(Reminder reminder) {
            return ofItem(
                    reminder.about(),
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
            if (Readings.blind(known.session()).stream()
                    .anyMatch(blind -> blind.run().equals(silence.run()))) {
                return Optional.empty();
            }
            return Readings.latest(known.session())
                    .filter(read -> read.name().compareTo(silence.run()) > 0)
                    .map(read -> "the site was read again");
        }

        @Override
        public Optional<String> credentialsLost(CredentialsLost lost) {
            return Readings.isRefused(known.session()) ? Optional.empty() : Optional.of("the login was taken again");
        }

        private Optional<String> ofItem(ItemId id, Severity severity, Function<Item, Optional<String>> otherwise) {
            Optional<Item> found = known.item(id);
            if (found.isEmpty()) {
                return Optional.of("the item is not there");
            }
            return over(found.get())
                    .filter(why -> severity != Severity.INFORMATION)
                    .or(() -> otherwise.apply(found.get()));
        }

        /** Returns why nothing more has to be done about an item. */
        private Optional<String> over(Item item) {
            if (item.completion() == Completion.COMPLETED) {
                return Optional.of("completed");
            }
            boolean shown = new Surroundings(known::stored, List.of(item)).show(item);
            return shown ? Optional.empty() : Optional.of("no longer there");
        }

        /** A later alert says how it is now; a grade or a text says nothing of a deadline that moved before. */
        private boolean isOvertaken(Notice notice, Item item) {
            return known.session().outbox().latest(item.id(), Integer.MAX_VALUE).stream()
                    .map(Delivery::notice)
                    .filter(other -> other.severity().compareTo(notice.severity()) >= 0)
                    .anyMatch(other -> other.latestChange() > notice.latestChange());
        }
    }
}
