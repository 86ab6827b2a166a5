package dev.unitracker.notice;

import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Completion;
import dev.unitracker.model.DateValue;
import dev.unitracker.model.FactFields;
import dev.unitracker.model.Field;
import dev.unitracker.model.FieldChange;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says how much a change matters to a student. Pure: the same change, item, settings and moment give the same answer. */
public final class AlertPolicy {

    /** What is said to students, and may hold a word that matters. */
    private static final Set<ItemType> SPOKEN = Set.of(
            ItemType.ANNOUNCEMENT,
            ItemType.FORUM_DISCUSSION,
            ItemType.ASSIGNMENT,
            ItemType.QUIZ,
            ItemType.CALENDAR_EVENT);

    private static final Set<String> TEXTS =
            Set.of(Field.TITLE.key(), Field.BODY.key(), Field.INTRODUCTION.key(), Field.REPLY_TEXT.key());

    private final AlertSettings settings;
    private final ZoneId zone;

    /**
     * @param zone the zone in which days without a time lie
     */
    public AlertPolicy(AlertSettings settings, ZoneId zone) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.zone = Objects.requireNonNull(zone, "zone");
    }

    /**
     * Judges a change.
     *
     * @param item the item after the change
     * @return how much it matters, the highest that applies; empty if nobody is to be told of it now
     */
    public Optional<Severity> judge(Change change, Item item, Instant now) {
        if (!change.meaningful() || change.baseline() || change.kind() == ChangeKind.COMPLETION_CHANGED) {
            return Optional.empty();
        }
        // A grade comes when the work is done.
        if (isGrade(change)) {
            return item.type().equals(ItemType.COURSE) ? Optional.empty() : Optional.of(Severity.INFORMATION);
        }
        if (item.completion() == Completion.COMPLETED) {
            return Optional.empty();
        }
        if (isHigh(change, item, now)) {
            return Optional.of(Severity.HIGH);
        }
        return isMedium(change, item, now) ? Optional.of(Severity.MEDIUM) : Optional.empty();
    }

    private static boolean isGrade(Change change) {
        return change.kind() == ChangeKind.GRADE_RELEASED || change.kind() == ChangeKind.GRADE_CHANGED;
    }

    private boolean isHigh(Change change, Item item, Instant now) {
        return switch (change.kind()) {
            case DEADLINE_ADDED, DEADLINE_CHANGED, DEADLINE_REMOVED -> touches(change, Topic.DEADLINE, now);
            case EXAM_CHANGED -> touches(change, Topic.EXAM, now);
            case NEW, REAPPEARED -> isWithin(item.dueAt(), now, settings.newItemWithin());
            case SCHEDULE_CHANGED ->
                moved(change).anyMatch(moment -> isWithin(Optional.of(moment), now, settings.sessionWithin()));
            case REMOVED,
                    GRADE_RELEASED,
                    GRADE_CHANGED,
                    AVAILABILITY_CHANGED,
                    REVIEW_CHANGED,
                    CONTENT_CHANGED,
                    COMPLETION_CHANGED,
                    REFRESH_ONLY -> false;
        };
    }

    private boolean isMedium(Change change, Item item, Instant now) {
        if (change.kind() == ChangeKind.SCHEDULE_CHANGED && touches(change, Topic.SCHEDULE, now)) {
            return true;
        }
        return SPOKEN.contains(item.type())
                && change.kind() != ChangeKind.REMOVED
                && said(change).anyMatch(settings.words()::in);
    }

    /** What was said anew; of a text that grew, what was added. */
    private static Stream<String> said(Change change) {
        return change.fields().stream()
                .filter(field -> TEXTS.contains(field.field()) && field.after() != null)
                .map(field -> field.field().equals(Field.REPLY_TEXT.key())
                        ? added(field.before(), Objects.requireNonNull(field.after()))
                        : Objects.requireNonNull(field.after()));
    }

    private static String added(@Nullable String before, String after) {
        if (before == null) {
            return after;
        }
        Set<String> known = Set.copyOf(before.lines().toList());
        List<String> lines = after.lines().filter(line -> !known.contains(line)).toList();
        return String.join("\n", lines);
    }

    /** Tells whether a change of dates is one of dates to come; what is not a date always counts. */
    private boolean touches(Change change, Topic topic, Instant now) {
        List<FieldChange> fields =
                change.fields().stream().filter(field -> field.topic() == topic).toList();
        return fields.isEmpty()
                || fields.stream()
                        .flatMap(AlertPolicy::values)
                        .anyMatch(value ->
                                moment(value).map(moment -> moment.isAfter(now)).orElse(true));
    }

    private Stream<Instant> moved(Change change) {
        return change.fields().stream()
                .filter(field -> field.topic() == Topic.SCHEDULE)
                .flatMap(AlertPolicy::values)
                .flatMap(value -> moment(value).stream());
    }

    private static Stream<String> values(FieldChange field) {
        return FactFields.isEvidence(field.field())
                ? Stream.empty()
                : Stream.of(field.before(), field.after()).filter(Objects::nonNull);
    }

    /** Returns a moment; the last one of a day without a time. Empty for a place or words. */
    private Optional<Instant> moment(String value) {
        return DateValue.end(value, zone);
    }

    private static boolean isWithin(Optional<Instant> moment, Instant now, Duration time) {
        return moment.filter(at -> !at.isBefore(now) && !at.isAfter(now.plus(time)))
                .isPresent();
    }
}
