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
    STATUS("status", Topic.PRESENCE),
    TYPE("item_type", Topic.REFRESH),
    COURSE("course", Topic.REFRESH),
    WITHIN("within", Topic.REFRESH),
    TITLE("title", Topic.CONTENT),
    BODY("body_text", Topic.CONTENT),
    /** What a teacher says of something whose body is a text of its own, such as a book. */
    INTRODUCTION("introduction", Topic.CONTENT),
    /** What moves with the bytes of something from which no text can be read, such as a hash; they are its content. */
    FILE_VERSION("file_version", Topic.CONTENT),
    /** How long an attempt may take, for example {@code 90 min}; nothing if as long as one likes. */
    TIME_LIMIT("time_limit", Topic.CONTENT),
    /** How many attempts there are; nothing if it is as many as usual. */
    ATTEMPTS("attempts_allowed", Topic.CONTENT),
    REPLIES("reply_count", Topic.CONTENT),
    REPLY_TEXT("reply_text", Topic.CONTENT),
    PUBLISHED_AT("published_at", Topic.REFRESH),
    STARTS_AT("starts_at", Topic.SCHEDULE),
    ENDS_AT("ends_at", Topic.SCHEDULE),
    PLACE("place", Topic.SCHEDULE),
    DUE_AT("due_at", Topic.DEADLINE),
    DUE_SOURCE("due_source", Topic.REFRESH),
    CUT_OFF_AT("cut_off_at", Topic.SCHEDULE),
    GRADE("grade", Topic.GRADE),
    GRADE_MAXIMUM("grade_maximum", Topic.GRADE),
    GRADE_FEEDBACK("grade_feedback", Topic.GRADE),
    AVAILABILITY("availability", Topic.AVAILABILITY),
    REVIEW_STATUS("review_status", Topic.REVIEW),
    REVIEW_REASON("review_reason", Topic.REVIEW),
    COMPLETION("completion_state", Topic.COMPLETION),
    COMPLETION_OVERRIDE("completion_override_state", Topic.COMPLETION),
    SUBMISSION("submission_state", Topic.REFRESH),
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
