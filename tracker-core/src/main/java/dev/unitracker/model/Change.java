package dev.unitracker.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the ledger: what happened to one item in one look.
 *
 * @param number the ledger number: counts up without end within the account; 0 before the entry is written
 * @param item whose change it is
 * @param kind what happened
 * @param about what the item was called, in the state after the change
 * @param fields what changed, in the order of {@link Field}, then facts and other dates by key; never empty
 * @param meaningfulKey the SHA-256 over all that a student would care for, after the change
 * @param seenAt when it was seen, in whole microseconds
 * @param baseline whether it belongs to the first look at an account or a course, of which nobody is told
 * @param evidence the answers that it was learnt from, ordered; empty if nobody kept them
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
     * What an item was called.
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

    /** Tells whether a student would care. */
    public boolean meaningful() {
        return kind.meaningful();
    }

    /** Tells whether a student is told of it: it is {@linkplain ChangeKind#news() news}, and not of a first look. */
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
     * Returns what changed as it is to be told: of several facts of one name, only what came, went or moved. When the first
     * of three classes is dropped from a text, the others take its number, which is nobody's news.
     */
    public List<FieldChange> news() {
        return FactShifts.undone(fields);
    }

    /** Returns this entry with its ledger number. */
    public Change numbered(long ledgerNumber) {
        return new Change(ledgerNumber, item, kind, about, fields, meaningfulKey, seenAt, baseline, evidence);
    }
}
