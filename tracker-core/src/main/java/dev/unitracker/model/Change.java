package dev.unitracker.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the ledger: what happened to one item, in one look or by the student's word. Immutable.
 *
 * @param number the ledger number, which grows within the account; 0 before the entry is written
 * @param item the id of the item that changed
 * @param kind what happened
 * @param about what the item was called after the change
 * @param fields what changed, in the order of {@link Field}, then facts and other dates by key; never empty
 * @param meaningfulKey the SHA-256, in lower-case hex, of the fields that a student would care for, after the change
 * @param seenAt when it was seen, in whole microseconds
 * @param baseline whether it comes from the first look at an account or a course; nobody is told of such a change by
 *     itself
 * @param evidence the answers that it was learnt from, ordered; empty if none is known
 */
public record Change(
        long number,
        ItemId item,
        ChangeKind kind,
        About about,
        List<FieldChange> fields,
        String meaningfulKey,
        Instant seenAt,
        boolean baseline,
        List<Evidence> evidence) {

    /**
     * What an item was called. Immutable.
     *
     * @param type the item's type
     * @param course the source key of its course; null for what belongs to no course
     * @param title its title
     * @param url its link; null if it has none
     */
    public record About(
            ItemType type,
            @Nullable String course,
            String title,
            @Nullable String url) {

        /** Returns what an item is called now. */
        public static About of(Item item) {
            return new About(
                    item.type(),
                    item.course().orElse(null),
                    item.title(),
                    item.url().orElse(null));
        }
    }

    /**
     * Copies the lists. Null is refused.
     *
     * @throws IllegalArgumentException if no field changed
     */
    public Change {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(meaningfulKey, "meaningfulKey");
        Objects.requireNonNull(seenAt, "seenAt");
        fields = List.copyOf(fields);
        evidence = List.copyOf(evidence);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("a change changes something: " + item + " " + kind);
        }
    }

    /** Tells whether a student would care: it is more than a {@linkplain ChangeKind#REFRESH_ONLY refresh}. */
    public boolean meaningful() {
        return kind.meaningful();
    }

    /** Tells whether people may be told of it: it is {@linkplain ChangeKind#news() news}, and not from a first look. */
    public boolean isTold() {
        return kind.news() && !baseline;
    }

    /** Returns the id of the item's course; empty for what belongs to no course. */
    public Optional<ItemId> course() {
        return Optional.ofNullable(about.course()).map(item::beside);
    }

    /** Returns the change of one field; empty if it did not change. */
    public Optional<FieldChange> field(Field field) {
        return fields.stream()
                .filter(change -> change.field().equals(field.key()))
                .findFirst();
    }

    /**
     * Returns the changed fields as people should be told of them. Facts with the same name are numbered; if one of
     * them is dropped from a text, those after it get lower numbers. Such a change of numbers is left out: only values
     * that came, went or moved are returned, after all other fields. Empty if nothing else changed.
     */
    public List<FieldChange> news() {
        return FactShifts.undone(fields);
    }

    /** Returns this entry with its ledger number. */
    public Change numbered(long ledgerNumber) {
        return new Change(ledgerNumber, item, kind, about, fields, meaningfulKey, seenAt, baseline, evidence);
    }
}
