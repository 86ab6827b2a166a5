package dev.unitracker.report;

import dev.unitracker.dates.Fact;
import dev.unitracker.model.FieldValue;
import dev.unitracker.model.Item;
import dev.unitracker.model.StoredItem;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that may go wrong soon; there is one for each activity. Immutable.
 *
 * @param stored what it is about
 * @param reason why it is a risk
 * @param at when the deadline or the exam is; for an exam without a time, the end of its day; null for a document to
 *     watch
 * @param exam the fact that states the exam; null if it is no exam
 */
public record Risk(
        StoredItem stored,
        Reason reason,
        @Nullable Instant at,
        @Nullable Fact exam) {

    /** Why something is a risk. */
    public enum Reason {
        /** Its deadline is soon. */
        DUE,

        /** Its text states an exam soon. */
        EXAM,

        /** It is likely to hold dates, such as a timetable, so a person should watch it. */
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

    /** Tells whether the exam has a day without a time, so that only the day should be shown. */
    public boolean wholeDay() {
        return exam != null && FieldValue.of(exam.value()).moment().isEmpty();
    }

    /**
     * Returns what the text calls the exam, for example {@code segundo parcial}; empty if it has no name, or it is no
     * exam.
     */
    public String label() {
        return exam == null ? "" : exam.label();
    }
}
