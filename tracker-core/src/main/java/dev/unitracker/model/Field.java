package dev.unitracker.model;

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

    /** Returns the field with the given key; empty for facts and other dates. */
    public static Optional<Field> of(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }
}
