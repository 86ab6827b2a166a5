package dev.unitracker.brief;

import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.StoredWords;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An item in a few lines, written by rules or by a language model. If brief and item differ, the item is right.
 * Immutable.
 *
 * @param summaryShort one or two sentences; empty if there are none
 * @param summaryBullets what else to know; if rules wrote it, the next step comes last; may be empty
 * @param keyDates its dates; if rules wrote it, the soonest first; may be empty
 * @param keyRequirements what is asked of the student, in the words of the source; may be empty
 * @param riskFlags what may go wrong, in words; may be empty
 * @param courseContext where the item belongs; null if nobody said
 * @param confidence from 0 (a guess) to 1 (certain)
 * @param sourceRefs what it was written from
 * @param making who wrote it, and when
 */
public record Brief(
        String summaryShort,
        List<String> summaryBullets,
        List<KeyDate> keyDates,
        List<String> keyRequirements,
        List<String> riskFlags,
        @Nullable CourseContext courseContext,
        double confidence,
        List<SourceRef> sourceRefs,
        Making making) {

    /** How a brief came to be. */
    public enum Origin {
        /** Written by a model, because a person should look at the item. */
        STORED,

        /** Written by a model because somebody asked for it. */
        BACKFILL,

        /** Written by rules, without a model. */
        FALLBACK;

        private static final StoredWords<Origin> WORDS = StoredWords.of(Origin.class, "origin of a brief");

        private final String key = StoredWords.word(this);

        /** Returns the stored name, for example {@code backfill}. */
        public String key() {
            return key;
        }

        /** Returns the origin that was stored under a name; {@link #STORED} for a name of a later version. */
        public static Origin stored(String key) {
            return WORDS.find(key).orElse(STORED);
        }
    }

    /**
     * A date, with the words that state it.
     *
     * @param type for example {@code due_at} or {@code exam_at}
     * @param value a moment ({@code 2026-11-30T21:00:00Z}) or a day without a time ({@code 2026-12-18})
     * @param label what it is called; may be empty
     * @param quote the exact words of the text that state it; empty if the source gives it as a date
     * @param confidence from 0 (a guess) to 1 (certain)
     */
    public record KeyDate(String type, String value, String label, String quote, double confidence) {

        /**
         * Checks the date. The value is not read: whether it is a date is not checked.
         *
         * @throws IllegalArgumentException if the type or the value is blank, or the confidence is not between 0 and 1
         */
        public KeyDate {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(quote, "quote");
            if (type.isBlank() || value.isBlank()) {
                throw new IllegalArgumentException("a date has a type and a value: '" + type + "' '" + value + "'");
            }
            checkShare(confidence);
        }
    }

    /**
     * Where an item belongs.
     *
     * @param courseId the source key of its course; null for what belongs to none
     * @param courseName the course's title; for what belongs to no course, words that say so
     * @param itemType what sort of thing it is
     */
    public record CourseContext(@Nullable String courseId, String courseName, ItemType itemType) {

        /** Only {@code courseId} may be null. */
        public CourseContext {
            Objects.requireNonNull(courseName, "courseName");
            Objects.requireNonNull(itemType, "itemType");
        }
    }

    /**
     * What a brief was written from.
     *
     * @param type the sort of thing
     * @param item which one
     * @param title its title
     * @param url its link; null if it has none
     */
    public record SourceRef(
            ItemType type,
            ItemId item,
            String title,
            @Nullable String url) {

        /** Only {@code url} may be null. */
        public SourceRef {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(title, "title");
        }

        /** Returns the reference to an item. */
        public static SourceRef to(Item item) {
            return new SourceRef(
                    item.type(), item.id(), item.title(), item.url().orElse(null));
        }
    }

    /**
     * How a brief came to be.
     *
     * @param origin who wrote it, and why
     * @param model the model's name; null without a model
     * @param generatedAt when
     */
    public record Making(Origin origin, @Nullable String model, Instant generatedAt) {

        /** Only {@code model} may be null. */
        public Making {
            Objects.requireNonNull(origin, "origin");
            Objects.requireNonNull(generatedAt, "generatedAt");
        }
    }

    /**
     * Copies the lists. Only {@code courseContext} may be null.
     *
     * @throws IllegalArgumentException if the confidence is not between 0 and 1
     */
    public Brief {
        Objects.requireNonNull(summaryShort, "summaryShort");
        summaryBullets = List.copyOf(summaryBullets);
        keyDates = List.copyOf(keyDates);
        keyRequirements = List.copyOf(keyRequirements);
        riskFlags = List.copyOf(riskFlags);
        sourceRefs = List.copyOf(sourceRefs);
        Objects.requireNonNull(making, "making");
        checkShare(confidence);
    }

    /** Returns who wrote it, and why. */
    public Origin origin() {
        return making.origin();
    }

    /** Returns this brief with another making. */
    public Brief madeBy(Making other) {
        return new Brief(
                summaryShort,
                summaryBullets,
                keyDates,
                keyRequirements,
                riskFlags,
                courseContext,
                confidence,
                sourceRefs,
                other);
    }

    private static void checkShare(double confidence) {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be between 0 and 1: " + confidence);
        }
    }
}
