package dev.unitracker.spi;

import dev.unitracker.dates.Fact;
import dev.unitracker.document.Document;
import dev.unitracker.model.Availability;
import dev.unitracker.model.Completion;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.FactFields;
import dev.unitracker.model.Field;
import dev.unitracker.model.FieldKey;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.ReviewStatus;
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
 * What one answer says of one item. Several answers may speak of the same item; they are merged field by field, and the
 * one with the lowest {@code rank} that mentions a field wins. A field that is mentioned with an empty text is stated
 * to have no value, which is not the same as not being mentioned.
 *
 * <p>What is compared must be what can be stored, so all texts are made {@linkplain StorableText storable}. A collector
 * whose keys hold texts of others has to keep them apart itself where they differ in nothing but what is lost by that.
 *
 * @param key the item's source key
 * @param course the source key of its course, at most {@value #MAX_COURSE} characters long; null for what belongs to no
 *     course
 * @param type the item's type; null for an answer that does not tell, which then cannot prove presence
 * @param presence whether the answer proves that the item is there; a grade or a calendar entry only adds to an item
 * @param rank precedence among the answers that mention a field, lower first
 * @param within what contains it; null if nothing does
 * @param fields canonical text by field key
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

    /** The rank of an answer that mentions the item by the way. */
    public static final int THIRD = 30;

    /** The memo that dates the item's text, in ISO form; dates without a year in the text are near it. */
    public static final String TEXT_DATE = "text_date";

    /** The memo that names, a line each, the fields that time or the source's wording moved, and nobody else. */
    public static final String BY_ITSELF = "by_itself";

    /** The memo that names the rule behind this answer's deadline. */
    public static final String DUE_RULE = "due_rule";

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
     * Returns this sighting with the note that some fields differ from the last look's though nobody changed them: a
     * weekly session began and the next one is shown, the site speaks another language. They are stored and are no news.
     *
     * @param fieldKeys the keys of fields; those that are gone may be among them
     */
    public Sighting byItself(Collection<String> fieldKeys) {
        SortedMap<String, String> noted = new TreeMap<>(memo);
        noted.put(BY_ITSELF, String.join("\n", new TreeSet<>(fieldKeys)));
        return with(fields, noted);
    }

    /** Returns the keys of the fields that moved {@linkplain #byItself by themselves}. */
    public Set<String> movedByThemselves() {
        return memo.getOrDefault(BY_ITSELF, "")
                .lines()
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Returns this sighting with another body, stated as a document. */
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
     * Returns this sighting, which also states some fields as another one stated them, the body with its structure. What it
     * states itself stays, and what the other does not state is not added.
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
     * @throws IllegalArgumentException if a field differs and cannot have its value
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

    /** Starts a sighting that proves the item's presence. */
    public static Builder of(String key, ItemType type) {
        return new Builder(key, type);
    }

    /** Starts a sighting that adds to an item which others prove. */
    public static Builder about(String key) {
        return new Builder(key, null);
    }

    /** Returns what a field is stated to be: empty text for no value, nothing if it is not mentioned. */
    public Optional<String> stated(Field field) {
        return Optional.ofNullable(fields.get(field.key()));
    }

    /**
     * Returns the body with its structure; one of plain lines if it was stated as text. Empty if no body is mentioned.
     */
    public Optional<Document> document() {
        return stated(Field.BODY)
                .map(body -> Optional.ofNullable(memo.get(DOCUMENT))
                        .map(Document::decoded)
                        .filter(document -> document.text().equals(body))
                        .orElseGet(() -> Document.ofText(body)));
    }

    /** Returns the rule behind this answer's deadline. */
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

        /** Sets the source key of the item that it is a part of; null for none. Default: none. */
        public Builder within(@Nullable String item) {
            this.within = item == null ? null : new Within.PartOf(item);
            return this;
        }

        /** Sets the name of what it is placed in, which is no item. Default: nowhere. */
        public Builder placedIn(String place) {
            this.within = new Within.PlacedIn(place);
            return this;
        }

        /** Sets the precedence. Default: {@link #FIRST}. */
        public Builder rank(int rank) {
            this.rank = rank;
            return this;
        }

        /** States a field; null or blank text states that it has no value. */
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

        /** States the body as canonical plain text. */
        public Builder body(@Nullable String text) {
            memo.remove(DOCUMENT);
            return state(Field.BODY, text);
        }

        /** States the body as a document instead of a text: its plain text is what is compared and shown. */
        public Builder document(Document document) {
            body(document.text());
            boolean hasStructure = !document.equals(Document.ofText(document.text()));
            return hasStructure ? memo(DOCUMENT, document.encoded()) : this;
        }

        /** States the link that a person can open; null states that there is none. */
        public Builder url(@Nullable String url) {
            return state(Field.URL, url);
        }

        /** States the deadline, or that there is none, and the rule that gives it. */
        public Builder due(@Nullable Instant due, DateRule rule) {
            memo.put(DUE_RULE, rule.encode());
            return state(Field.DUE_AT, due);
        }

        /** States a date that has no field of its own. */
        public Builder otherDate(String name, Instant moment) {
            fields.put(new FieldKey.OtherDate(name).text(), moment.toString());
            return this;
        }

        /** States whether the student is let in. */
        public Builder availability(Availability availability) {
            return state(Field.AVAILABILITY, availability.text());
        }

        /** States how far the student got with handing it in; null states that nobody says. */
        public Builder submission(@Nullable SubmissionState submission) {
            return state(Field.SUBMISSION, submission == null ? null : submission.key());
        }

        /** States how far the student got; {@link Completion#UNKNOWN} states that nobody says. */
        public Builder completion(Completion completion) {
            return state(Field.COMPLETION, completion == Completion.UNKNOWN ? null : completion.key());
        }

        /** States that a person should look at it, and why, in a word like {@code low_text_density}. */
        public Builder review(ReviewStatus status, String reason) {
            return state(Field.REVIEW_STATUS, status == ReviewStatus.NONE ? null : status.key())
                    .state(Field.REVIEW_REASON, reason);
        }

        /** States facts beside those that are found in title and body. */
        public Builder facts(List<Fact> facts) {
            fields.putAll(FactFields.encode(facts));
            return this;
        }

        /** Dates the item's text, for dates without a year. Default: the moment it was first seen. */
        public Builder textDate(@Nullable Instant moment) {
            return moment == null ? this : memo(TEXT_DATE, moment.toString());
        }

        /** Keeps something for the collector's next look. */
        public Builder memo(String name, String value) {
            memo.put(name, value);
            return this;
        }

        /**
         * Builds the sighting.
         *
         * @throws IllegalArgumentException if a field cannot have what it is stated to be; the message says what it can
         */
        public Sighting build() {
            Sighting sighting = new Sighting(
                    key, course, type, type != null, rank, within, new TreeMap<>(fields), new TreeMap<>(memo));
            sighting.check(new TreeMap<>());
            return sighting;
        }
    }
}
