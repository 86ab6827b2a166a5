package dev.unitracker.report;

import dev.unitracker.dates.Fact;
import dev.unitracker.model.FieldValue;
import dev.unitracker.model.Item;
import dev.unitracker.model.StoredItem;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that may go wrong soon. One for each activity.
 *
 * @param stored what it is about
 * @param reason why it is here
 * @param at the deadline or the exam, or the end of its day if nobody says at what time it is; null for a document to watch
 * @param exam what states the exam, with its name; null for anything else
 */
public record Risk(
        StoredItem stored,
        Reason reason,
        @Nullable Instant at,
        @Nullable Fact exam) {

    /** Why something is a risk. */
    public enum Reason {
        /** It has to be handed in soon. */
        DUE,

        /** Its text states an exam soon. */
        EXAM,

        /** It is a schedule that has to be watched. */
        WATCH
    }

    /** Only {@code at} and {@code exam} may be null. */
    public Risk {
        Objects.requireNonNull(stored, "stored");
        Objects.requireNonNull(reason, "reason");
    }

    /** Returns what it is about, as it is now. */
    public Item item() {
        return stored.item();
    }

    /** Tells whether it lies on a day of which nobody says at what time, so that only the day should be shown. */
    public boolean wholeDay() {
        return exam != null && FieldValue.of(exam.value()).moment().isEmpty();
    }

    /** Returns what the text calls the exam, for example {@code segundo parcial}; empty if it has no name, or is none. */
    public String label() {
        return exam == null ? "" : exam.label();
    }
}
