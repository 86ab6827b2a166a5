package dev.unitracker.model;

import dev.unitracker.dates.Fact;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One real thing as it is now: its id and its fields. Immutable.
 *
 * <p>Fields are kept as canonical text: two items are equal exactly if they have the same id and the same texts. A
 * field without a value is missing from them. The accessors return typed values. If a store holds a state that only a
 * later version of the library knows, its accessor returns the value that {@linkplain StoredWords claims least}, for
 * example {@link ItemStatus#ACTIVE}. An accessor of a moment throws an {@link IllegalArgumentException} if the stored
 * text is none.
 */
public final class Item {

    private final ItemId id;
    private final Fields fields;

    private Item(ItemId id, Fields fields) {
        this.id = id;
        this.fields = fields;
    }

    /**
     * Returns the item with the given fields, which are copied. Only status and type are looked for; other values are
     * not checked.
     *
     * @throws IllegalArgumentException if status or type is missing
     */
    public static Item of(ItemId id, Map<String, String> fields) {
        Item item = new Item(Objects.requireNonNull(id, "id"), Fields.of(fields));
        item.required(Field.STATUS);
        item.required(Field.TYPE);
        return item;
    }

    /** Returns what names the item for ever. */
    public ItemId id() {
        return id;
    }

    /** Returns all fields by key, in the order of the keys. Unmodifiable. */
    public Map<String, String> fields() {
        return fields;
    }

    /** Returns a field's canonical text; empty if it has no value. */
    public Optional<String> get(Field field) {
        return Optional.ofNullable(fields.get(field.key()));
    }

    /** Returns what sort of thing it is. */
    public ItemType type() {
        return new ItemType(required(Field.TYPE));
    }

    /** Returns whether it is there: active or removed. */
    public ItemStatus status() {
        return ItemStatus.stored(required(Field.STATUS));
    }

    /** Returns the source key of the item's course; empty for what belongs to no course. */
    public Optional<String> course() {
        return get(Field.COURSE);
    }

    /** Returns the id of its course; empty for what belongs to no course. */
    public Optional<ItemId> courseId() {
        return course().map(id::beside);
    }

    /** Returns the title as plain text; the key of the id if the source gives none. */
    public String title() {
        return get(Field.TITLE).orElse(id.key());
    }

    /** Returns the body as plain text; empty if there is none. */
    public Optional<String> body() {
        return get(Field.BODY);
    }

    /** Returns the link that a person can open; empty if there is none. */
    public Optional<String> url() {
        return get(Field.URL);
    }

    /** Returns when the source published it; empty if the source does not say. */
    public Optional<Instant> publishedAt() {
        return instant(Field.PUBLISHED_AT);
    }

    /** Returns when it begins or opens; empty if the source does not say. */
    public Optional<Instant> startsAt() {
        return instant(Field.STARTS_AT);
    }

    /** Returns the deadline that counts for this student; empty if there is none. */
    public Optional<Instant> dueAt() {
        return instant(Field.DUE_AT);
    }

    /** Returns why the deadline is what it is; empty without a deadline. */
    public Optional<DateSource> dueSource() {
        return get(Field.DUE_SOURCE).map(DateSource::decode);
    }

    /** Returns the moment after which nothing is accepted any more; empty if there is none. */
    public Optional<Instant> cutOffAt() {
        return instant(Field.CUT_OFF_AT);
    }

    /** Returns whether the student is let into it; open if the source does not say otherwise. */
    public Availability availability() {
        return get(Field.AVAILABILITY).map(Availability::stored).orElse(Availability.OPEN);
    }

    /** Returns how far the student got with handing it in; empty if the source does not say. */
    public Optional<SubmissionState> submission() {
        return get(Field.SUBMISSION).flatMap(SubmissionState::find);
    }

    /** Returns the grade that the student can see; empty if there is none yet. */
    public Optional<Grade> grade() {
        @Nullable String value = fields.get(Field.GRADE.key());
        @Nullable String feedback = fields.get(Field.GRADE_FEEDBACK.key());
        if (value == null && feedback == null) {
            return Optional.empty();
        }
        return Optional.of(new Grade(value, fields.get(Field.GRADE_MAXIMUM.key()), feedback));
    }

    /** Returns how far the student got: as the student says; else as the source says; unknown if neither says it. */
    public Completion completion() {
        return Completion.stored(
                get(Field.COMPLETION_OVERRIDE).or(() -> get(Field.COMPLETION)).orElse(null));
    }

    /**
     * Returns the dates and places that the item's text states, in the order of their keys; empty if it states none.
     */
    public List<Fact> facts() {
        return FactFields.decode(fields);
    }

    /**
     * Returns the dates that have no field of their own, by the source's name for each, ordered by name; empty if there
     * are none.
     */
    public SortedMap<String, FieldValue> otherDates() {
        SortedMap<String, FieldValue> dates = new TreeMap<>();
        fields.forEach((text, value) ->
                FieldKey.of(text).otherDate().ifPresent(name -> dates.put(name, FieldValue.of(value))));
        return dates;
    }

    /**
     * Returns this item with another value of a field, or without the field if the value is null.
     *
     * @throws IllegalArgumentException if the field cannot have this value, or if it is removed and every item needs it
     */
    public Item with(Field field, @Nullable String value) {
        Map<String, String> changed = new HashMap<>(fields);
        if (value == null) {
            changed.remove(field.key());
        } else {
            field.check(value);
            changed.put(field.key(), value);
        }
        return of(id, changed);
    }

    /** Returns whether a person should look at it; {@link ReviewStatus#NONE} if nobody says so. */
    public ReviewStatus review() {
        return ReviewStatus.stored(fields.get(Field.REVIEW_STATUS.key()));
    }

    private Optional<Instant> instant(Field field) {
        return get(field)
                .map(text -> FieldValue.of(text)
                        .moment()
                        .orElseThrow(() -> new IllegalArgumentException(
                                id + " " + field.key() + " is no moment: '" + text + "'")));
    }

    private String required(Field field) {
        String value = fields.get(field.key());
        if (value == null) {
            throw new IllegalArgumentException(id + " has no " + field.key());
        }
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Item item && id.equals(item.id) && fields.equals(item.fields);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, fields);
    }

    @Override
    public String toString() {
        return id + " " + title();
    }
}
