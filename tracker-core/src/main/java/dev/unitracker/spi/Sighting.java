package dev.unitracker.spi;

import dev.unitracker.dates.Fact;
import dev.unitracker.document.Document;
import dev.unitracker.model.Availability;
import dev.unitracker.model.Completion;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.FactFields;
import dev.unitracker.model.Field;
import dev.unitracker.model.FieldKey;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.ReviewStatus;
import dev.unitracker.model.StorableText;
import dev.unitracker.model.SubmissionState;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one answer of a source says of one item. If several answers speak of the same item, they are merged field by
 * field: for each field, the answer with the lowest rank that states it wins. A field with an empty text is stated to
 * have no value; a field that is missing is not stated at all. Immutable.
 *
 * <p>All texts are made {@linkplain StorableText storable}, so that a sighting is equal to itself when it comes back
 * from a store. Two keys that differ only in characters that no store keeps become the same key; a collector must avoid
 * that.
 *
 * @param key the item's source key
 * @param course the source key of its course, at most {@value #MAX_COURSE} characters long; null for what belongs to no
 *     course
 * @param type the item's type; null if the answer does not tell it, and then it cannot prove presence
 * @param presence whether the answer proves that the item is there. An answer about a grade, for example, proves
 *     nothing and only adds fields
 * @param rank the precedence among the answers that state a field; the lowest wins
 * @param within the item or place that contains it; null if nothing does
 * @param fields the canonical text of each field that is stated, by the field's key
 * @param memo what the collector wants to be reminded of at its next look; never shown, never compared
 */
public record Sighting(
        String key,
        @Nullable String course,
        @Nullable ItemType type,
        boolean presence,
        int rank,
        @Nullable Within within,
        SortedMap<String, String> fields,
        SortedMap<String, String> memo) {

    /** The rank of an answer that is about the item itself. */
    public static final int FIRST = 10;

    /** The rank of an answer that lists the item among others. */
    public static final int SECOND = 20;

    /** The rank of an answer that mentions the item in passing. */
    public static final int THIRD = 30;

    /**
     * The memo with the moment of the item's text, in ISO form: a date without a year in the text is taken to be near
     * it.
     */
    public static final String TEXT_DATE = "text_date";

    /** The memo with the keys of the fields that moved {@linkplain #byItself by themselves}, a line each. */
    public static final String BY_ITSELF = "by_itself";

    /** The memo with the {@linkplain DateRule#encode rule} that gave this answer's deadline. */
    public static final String DUE_RULE = "due_rule";

    /** The memo with what a course is called in short; it is shown, and never news. */
    public static final String SHORT_NAME = "shortname";

    /** The memo with how many bytes a file has, as digits; it is shown, and never news. */
    public static final String SIZE = "size_bytes";

    /** The memo that holds the structure of the body, where it has more than its lines. */
    static final String DOCUMENT = "document";

    /** How many characters ({@code char}s) the source key of a course has at most. */
    public static final int MAX_COURSE = 600;

    /**
     * Copies the maps and makes all texts {@linkplain StorableText storable}. The values of fields are not checked: a
     * store may hold what a later version wrote. The {@linkplain Builder#build builder} checks them.
     *
     * @throws IllegalArgumentException if the key does not read {@code kind:id}, if the key of the course is too long,
     *     or if presence is proven without a type
     */
    public Sighting {
        key = StorableText.of(key);
        course = course == null ? null : StorableText.of(course);
        if (key.isBlank() || key.indexOf(':') < 1) {
            throw new IllegalArgumentException("a source key reads kind:id, not '" + key + "'");
        }
        if (course != null && course.length() > MAX_COURSE) {
            throw new IllegalArgumentException("the source key of a course has at most " + MAX_COURSE
                    + " characters, not " + course.length() + ": " + key);
        }
        fields = storable(fields);
        memo = storable(memo);
        if (presence && type == null) {
            throw new IllegalArgumentException("what proves presence tells the type: " + key);
        }
    }

    /** What a store kept is taken as it is: it may be a later version's. */
    private void check(SortedMap<String, String> known) {
        fields.forEach((name, value) -> {
            if (!value.isEmpty() && !value.equals(known.get(name))) {
                Field.of(name).ifPresent(field -> check(field, value));
            }
        });
    }

    private void check(Field field, String value) {
        try {
            field.check(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key + " " + e.getMessage(), e);
        }
    }

    private static SortedMap<String, String> storable(Map<String, String> texts) {
        TreeMap<String, String> storable = new TreeMap<>();
        texts.forEach((name, text) -> storable.put(StorableText.of(name), StorableText.of(text)));
        return Collections.unmodifiableSortedMap(storable);
    }

    /**
     * Returns this sighting with the note that some fields may differ from the last look although nobody changed them:
     * a weekly class took place and the next one is shown, or the source writes in another language. Such changes are
     * stored, and are no news. What a text states of dates and places follows its title and body.
     *
     * @param fieldKeys the keys of the fields; also of fields that have no value any more
     */
    public Sighting byItself(Collection<String> fieldKeys) {
        SortedMap<String, String> noted = new TreeMap<>(memo);
        noted.put(BY_ITSELF, String.join("\n", new TreeSet<>(fieldKeys)));
        return with(fields, noted);
    }

    /**
     * Returns the keys of the fields that moved {@linkplain #byItself by themselves}, in no order; empty if none did.
     */
    public Set<String> movedByThemselves() {
        return memo.getOrDefault(BY_ITSELF, "")
                .lines()
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toSet());
    }

    /**
     * Returns this sighting with the statement that the source no longer shows the item, but says that it is there. The
     * item keeps what was seen of it, and is {@link ItemStatus#HIDDEN} until its scope shows it again or misses it.
     */
    public Sighting hidden() {
        SortedMap<String, String> stated = new TreeMap<>(fields);
        stated.put(Field.STATUS.key(), ItemStatus.HIDDEN.key());
        return with(stated, memo);
    }

    /** Tells whether the item is stated to be there {@linkplain #hidden out of the student's sight}. */
    public boolean isHidden() {
        return ItemStatus.HIDDEN.key().equals(fields.get(Field.STATUS.key()));
    }

    /** Returns this sighting with a document as its body. */
    public Sighting withBody(Document document) {
        Builder body = new Builder(key, type).document(document);
        SortedMap<String, String> otherFields = new TreeMap<>(fields);
        otherFields.putAll(body.fields);
        SortedMap<String, String> otherMemo = new TreeMap<>(memo);
        otherMemo.remove(DOCUMENT);
        otherMemo.putAll(body.memo);
        return with(otherFields, otherMemo);
    }

    /**
     * Returns this sighting with some fields added from another one; the body comes with its structure. A field that
     * this sighting states itself stays as it is. A field that the other does not state is not added.
     *
     * @param other where the fields come from
     * @param added which fields to add
     */
    public Sighting completedBy(Sighting other, Collection<Field> added) {
        SortedMap<String, String> completed = new TreeMap<>(fields);
        added.forEach(field -> other.stated(field).ifPresent(value -> completed.putIfAbsent(field.key(), value)));
        boolean takesBody = added.contains(Field.BODY) && stated(Field.BODY).isEmpty();
        Sighting result = with(completed, memo);
        return takesBody ? other.document().map(result::withBody).orElse(result) : result;
    }

    /**
     * Returns this sighting with other fields and another memo.
     *
     * @throws IllegalArgumentException if a field is not as before and its value is not one that the field can have
     */
    public Sighting with(Map<String, String> otherFields, Map<String, String> otherMemo) {
        Sighting other = new Sighting(
                key, course, type, presence, rank, within, new TreeMap<>(otherFields), new TreeMap<>(otherMemo));
        other.check(fields);
        return other;
    }

    /** Returns this sighting with another rank. */
    public Sighting ranked(int otherRank) {
        return new Sighting(key, course, type, presence, otherRank, within, fields, memo);
    }

    /** Starts a sighting that proves that the item is there. */
    public static Builder of(String key, ItemType type) {
        return new Builder(key, type);
    }

    /** Starts a sighting that only adds fields to an item; another sighting must prove that the item is there. */
    public static Builder about(String key) {
        return new Builder(key, null);
    }

    /**
     * Returns the text that is stated for a field: an empty text if it is stated to have no value; empty if it is not
     * stated.
     */
    public Optional<String> stated(Field field) {
        return Optional.ofNullable(fields.get(field.key()));
    }

    /**
     * Returns the body with its structure; if it was stated as text, with the structure of plain lines. Empty if no
     * body is stated.
     */
    public Optional<Document> document() {
        return stated(Field.BODY)
                .map(body -> Optional.ofNullable(memo.get(DOCUMENT))
                        .map(Document::decoded)
                        .filter(document -> document.text().equals(body))
                        .orElseGet(() -> Document.ofText(body)));
    }

    /** Returns the rule that gave this answer's deadline; {@link DateRule#ACTIVITY} if none is named. */
    public DateRule dueRule() {
        return Optional.ofNullable(memo.get(DUE_RULE)).map(DateRule::stored).orElse(DateRule.ACTIVITY);
    }

    /** Collects what one answer says of one item. Not for use by several threads. */
    public static final class Builder {
        private final String key;
        private final @Nullable ItemType type;
        private final Map<String, String> fields = new TreeMap<>();
        private final Map<String, String> memo = new TreeMap<>();
        private @Nullable String course;
        private @Nullable Within within;
        private int rank = FIRST;

        private Builder(String key, @Nullable ItemType type) {
            this.key = key;
            this.type = type;
        }

        /** Sets the course's source key. Default: none. */
        public Builder course(@Nullable String course) {
            this.course = course;
            return this;
        }

        /**
         * Sets the source key of the item that it is a part of, for example a file's folder; null for none. Default:
         * none.
         */
        public Builder within(@Nullable String item) {
            this.within = item == null ? null : new Within.PartOf(item);
            return this;
        }

        /**
         * Sets the name of the place that contains it and is no item, for example a section of a page. Default: none.
         */
        public Builder placedIn(String place) {
            this.within = new Within.PlacedIn(place);
            return this;
        }

        /** Sets the precedence. Default: {@link #FIRST}. */
        public Builder rank(int rank) {
            this.rank = rank;
            return this;
        }

        /** States a field; null or blank text states that it has no value. {@link #build} checks the text. */
        public Builder state(Field field, @Nullable String value) {
            String storable = value == null ? "" : StorableText.of(value);
            fields.put(field.key(), storable.isBlank() ? "" : storable);
            return this;
        }

        /** States a moment; null states that there is none. */
        public Builder state(Field field, @Nullable Instant moment) {
            return state(field, moment == null ? null : moment.toString());
        }

        /** States the title, as plain text. */
        public Builder title(String title) {
            return state(Field.TITLE, title);
        }

        /** States the body as plain text; null states that there is none. */
        public Builder body(@Nullable String text) {
            memo.remove(DOCUMENT);
            return state(Field.BODY, text);
        }

        /**
         * States the body as a document instead of a text. Its plain text is compared and shown; its structure helps to
         * find dates.
         */
        public Builder document(Document document) {
            body(document.text());
            boolean hasStructure = !document.equals(Document.ofText(document.text()));
            return hasStructure ? memo(DOCUMENT, document.encoded()) : this;
        }

        /** States the link that a person can open; null states that there is none. */
        public Builder url(@Nullable String url) {
            return state(Field.URL, url);
        }

        /** States the deadline and the rule that gives it; null states that there is none by this rule. */
        public Builder due(@Nullable Instant due, DateRule rule) {
            memo.put(DUE_RULE, rule.encode());
            return state(Field.DUE_AT, due);
        }

        /**
         * States a date that has no field of its own.
         *
         * @param name the source's name for it, for example {@code assessmentend}
         * @param moment the date
         */
        public Builder otherDate(String name, Instant moment) {
            fields.put(new FieldKey.OtherDate(name).text(), moment.toString());
            return this;
        }

        /** States whether the student is let in. */
        public Builder availability(Availability availability) {
            return state(Field.AVAILABILITY, availability.text());
        }

        /** States how far the student got with handing it in; null states that the source does not say. */
        public Builder submission(@Nullable SubmissionState submission) {
            return state(Field.SUBMISSION, submission == null ? null : submission.key());
        }

        /** States how far the student got; {@link Completion#UNKNOWN} states that the source does not say. */
        public Builder completion(Completion completion) {
            return state(Field.COMPLETION, completion == Completion.UNKNOWN ? null : completion.key());
        }

        /** States whether a person should look at it, and why, in a word like {@code low_text_density}. */
        public Builder review(ReviewStatus status, String reason) {
            return state(Field.REVIEW_STATUS, status == ReviewStatus.NONE ? null : status.key())
                    .state(Field.REVIEW_REASON, reason);
        }

        /** States facts, in addition to those that the library finds in title and body. */
        public Builder facts(List<Fact> facts) {
            fields.putAll(FactFields.encode(facts));
            return this;
        }

        /**
         * Sets the moment of the item's text: a date without a year in the text is taken to be near it. Null leaves it
         * as it is. Default: when the item was published; else when this text was first seen.
         */
        public Builder textDate(@Nullable Instant moment) {
            return moment == null ? this : memo(TEXT_DATE, moment.toString());
        }

        /** Keeps a text for the collector's next look, which finds it in its {@linkplain Memory#recall memory}. */
        public Builder memo(String name, String value) {
            memo.put(name, value);
            return this;
        }

        /**
         * Builds the sighting.
         *
         * @throws IllegalArgumentException if the key does not read {@code kind:id}, or a field cannot have its text;
         *     the message says what it can have
         */
        public Sighting build() {
            Sighting sighting = new Sighting(
                    key, course, type, type != null, rank, within, new TreeMap<>(fields), new TreeMap<>(memo));
            sighting.check(new TreeMap<>());
            return sighting;
        }
    }
}
