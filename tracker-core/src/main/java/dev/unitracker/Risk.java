package dev.unitracker;

import dev.unitracker.model.Item;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that may go wrong soon. One for each activity.
 *
 * @param item what it is about
 * @param reason why it is here
 * @param at the deadline or the exam; null for a document to watch
 */
public record Risk(Item item, Reason reason, @Nullable Instant at) {

    /** Why something is a risk. */
    public enum Reason {
        /** It has to be handed in soon. */
        DUE,
        /** Its text states an exam soon. */
        EXAM,
        /** It is a schedule that has to be watched. */
        WATCH
    }

    public Risk {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(reason, "reason");
    }
}
