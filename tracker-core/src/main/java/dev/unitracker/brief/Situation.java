package dev.unitracker.brief;

import dev.unitracker.model.Availability;
import dev.unitracker.model.Completion;
import dev.unitracker.model.Field;
import dev.unitracker.model.Grade;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.SubmissionState;
import java.time.Instant;
import java.util.Optional;

/** Where a student stands with an item at a moment. The first that applies. */
enum Situation {
    REMOVED,
    /** There, but not shown to the student any more. */
    HIDDEN,
    /** There is a grade or a feedback. */
    GRADED,
    /** Handed in, or done in another way. */
    DONE,
    /** There, but closed to the student. */
    RESTRICTED,
    /** It has a deadline and opens later. */
    NOT_OPEN,
    OPEN,
    /** The deadline is over, and it may still be taken. */
    LATE,
    /** The deadline is over. */
    OVER,
    /** An event that begins later or lasts. */
    AHEAD,
    /** An event that was. */
    PAST,
    /** Nothing to be done until a moment. */
    UNDATED;

    static Situation of(Item item, Instant now) {
        if (item.status() != ItemStatus.ACTIVE) {
            return item.status() == ItemStatus.HIDDEN ? HIDDEN : REMOVED;
        }
        if (!item.type().equals(ItemType.COURSE)) {
            if (item.grade().map(Grade::value).isPresent()) {
                return GRADED;
            }
            if (item.completion() == Completion.COMPLETED || isSubmitted(item)) {
                return DONE;
            }
        }
        if (item.availability().state() == Availability.State.RESTRICTED) {
            return RESTRICTED;
        }
        return item.dueAt().map(due -> withDeadline(item, due, now)).orElseGet(() -> withoutDeadline(item, now));
    }

    static boolean isSubmitted(Item item) {
        return item.submission().filter(SubmissionState.SUBMITTED::equals).isPresent();
    }

    /** Tells whether the student still has something to expect of it. */
    boolean concerns() {
        return switch (this) {
            case REMOVED, HIDDEN, GRADED, DONE, OVER, PAST -> false;
            case RESTRICTED, NOT_OPEN, OPEN, LATE, AHEAD, UNDATED -> true;
        };
    }

    /** Tells whether there is a deadline before which the student may still do something. */
    boolean open() {
        return this == NOT_OPEN || this == OPEN || this == LATE;
    }

    private static Situation withDeadline(Item item, Instant due, Instant now) {
        if (due.isAfter(now)) {
            return item.startsAt().filter(start -> start.isAfter(now)).isPresent() ? NOT_OPEN : OPEN;
        }
        Optional<Instant> cutOff = item.cutOffAt();
        // An assignment without a cut-off date is taken for ever.
        boolean taken =
                cutOff.isPresent() ? cutOff.get().isAfter(now) : item.type().equals(ItemType.ASSIGNMENT);
        return taken ? LATE : OVER;
    }

    private static Situation withoutDeadline(Item item, Instant now) {
        if (item.startsAt().isEmpty() || !item.type().equals(ItemType.CALENDAR_EVENT)) {
            return UNDATED;
        }
        Instant end = item.get(Field.ENDS_AT)
                .map(Instant::parse)
                .orElse(item.startsAt().get());
        return end.isBefore(now) ? PAST : AHEAD;
    }
}
