package dev.unitracker.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The named fields of an item, in the order in which they are listed and hashed. Beside these an item has fields for
 * each {@linkplain FactFields fact} and each {@linkplain FieldKey.OtherDate other date}.
 */
public enum Field {
    /** Whether the item is there: the key of an {@link ItemStatus}. Every item has it. */
    STATUS("status", Topic.PRESENCE),
    /** What sort of thing the item is: the name of an {@link ItemType}. Every item has it. */
    TYPE("item_type", Topic.REFRESH),
    /** The source key of its course; no value for what belongs to no course. */
    COURSE("course", Topic.REFRESH),
    /** The source key of the item that it is a part of, such as a folder; no value if it is a part of none. */
    WITHIN("within", Topic.REFRESH),
    /** Its title, as plain text. */
    TITLE("title", Topic.CONTENT),
    /** Its own text, as plain text. */
    BODY("body_text", Topic.CONTENT),
    /** What a teacher says of something whose body is a text of its own, such as a book. */
    INTRODUCTION("introduction", Topic.CONTENT),
    /** What moves with the bytes of something from which no text can be read, such as a hash; they are its content. */
    FILE_VERSION("file_version", Topic.CONTENT),
    /** How long an attempt may take, for example {@code 90 min}; nothing if as long as one likes. */
    TIME_LIMIT("time_limit", Topic.CONTENT),
    /** How many attempts there are; nothing if it is as many as usual. */
    ATTEMPTS("attempts_allowed", Topic.CONTENT),
    /** How many replies a discussion has; no value for none. */
    REPLIES("reply_count", Topic.CONTENT),
    /** The text of the replies of a discussion, as plain text. */
    REPLY_TEXT("reply_text", Topic.CONTENT),
    /** When the source published it: a moment. */
    PUBLISHED_AT("published_at", Topic.REFRESH),
    /** When it begins or opens: a moment. */
    STARTS_AT("starts_at", Topic.SCHEDULE),
    /** When it ends: a moment. */
    ENDS_AT("ends_at", Topic.SCHEDULE),
    /** Where it takes place, in the words of the source. */
    PLACE("place", Topic.SCHEDULE),
    /** The deadline that counts for this student: a moment. */
    DUE_AT("due_at", Topic.DEADLINE),
    /** Why the deadline is what it is: the text of {@link DateSource#encode}. */
    DUE_SOURCE("due_source", Topic.REFRESH),
    /** The moment after which nothing is accepted any more. */
    CUT_OFF_AT("cut_off_at", Topic.SCHEDULE),
    /** The grade that the student can see: a number with a point, or what a scale calls it. */
    GRADE("grade", Topic.GRADE),
    /** The highest possible grade: a number with a point; no value for a scale. */
    GRADE_MAXIMUM("grade_maximum", Topic.GRADE),
    /** The teacher's words about what was handed in, as plain text. */
    GRADE_FEEDBACK("grade_feedback", Topic.GRADE),
    /** Whether the student is let in: the text of {@link Availability#text}; no value if so. */
    AVAILABILITY("availability", Topic.AVAILABILITY),
    /**
     * Whether a person should look at it: the key of a {@link ReviewStatus}; no value for {@link ReviewStatus#NONE}.
     */
    REVIEW_STATUS("review_status", Topic.REVIEW),
    /** Why a person should look at it, in a word such as {@code low_text_density}. */
    REVIEW_REASON("review_reason", Topic.REVIEW),
    /**
     * How far the student got, as the source says: the key of a {@link Completion}; no value if
     * nobody says.
     */
    COMPLETION("completion_state", Topic.COMPLETION),
    /** How far the student got, as the student says; it counts more than {@link #COMPLETION}. */
    COMPLETION_OVERRIDE("completion_override_state", Topic.COMPLETION),
    /** How far the student got with handing it in: the key of a {@link SubmissionState}; no value if nobody says. */
    SUBMISSION("submission_state", Topic.REFRESH),
    /** The link that a person can open. */
    URL("primary_url", Topic.REFRESH);

    /** How the texts of fields are read that cannot have any text. */
    private static final Map<Field, Function<String, ?>> READINGS = Map.ofEntries(
            Map.entry(STATUS, ItemStatus::of),
            Map.entry(PUBLISHED_AT, Field::moment),
            Map.entry(STARTS_AT, Field::moment),
            Map.entry(ENDS_AT, Field::moment),
            Map.entry(DUE_AT, Field::moment),
            Map.entry(CUT_OFF_AT, Field::moment),
            Map.entry(AVAILABILITY, Availability::of),
            Map.entry(REVIEW_STATUS, ReviewStatus::of),
            Map.entry(COMPLETION, Completion::of),
            Map.entry(COMPLETION_OVERRIDE, Completion::of),
            Map.entry(SUBMISSION, SubmissionState::of));

    private static final Map<String, Field> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Field::key, Function.identity()));

    private final String key;
    private final Topic topic;

    Field(String key, Topic topic) {
        this.key = key;
        this.topic = topic;
    }

    /** Returns the name under which the field is stored and shown, for example {@code due_at}. */
    public String key() {
        return key;
    }

    /** Returns what the field is about. */
    public Topic topic() {
        return topic;
    }

    /**
     * Checks that the field can have a text: one moment and one state have one form each, or the same would look like another.
     *
     * @throws IllegalArgumentException if it cannot; the message names the field and what it can have
     */
    public void check(String text) {
        Function<String, ?> reading = READINGS.getOrDefault(this, Function.identity());
        try {
            Object unused = reading.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
        }
    }

    private static Instant moment(String text) {
        return FieldValue.of(text)
                .moment()
                .orElseThrow(() ->
                        new IllegalArgumentException("a moment reads like " + Instant.EPOCH + ", not '" + text + "'"));
    }

    /** Returns the field with the given key; empty for facts and other dates. */
    public static Optional<Field> of(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }
}
