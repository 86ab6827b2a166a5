package dev.unitracker.notice;

import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Completion;
import dev.unitracker.model.Field;
import dev.unitracker.model.FieldChange;
import dev.unitracker.model.FieldValue;
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

/**
 * Decides how much a change matters to a student. Pure: the same change, item, settings and moment give the same
 * answer. Immutable and safe for use by several threads.
 */
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
     * Makes a policy by some settings.
     *
     * @param settings what a student wants to be told
     * @param zone the zone in which days without a time lie
     */
    public AlertPolicy(AlertSettings settings, ZoneId zone) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.zone = Objects.requireNonNull(zone, "zone");
    }

    /**
     * Judges a change.
     *
     * @param change the change
     * @param item the item after the change
     * @param now the moment of the judgement
     * @return the highest severity that applies; empty if nobody is to be told of it now
     */
    public Optional<Severity> judge(Change change, Item item, Instant now) {
        if (!change.isTold()) {
            return Optional.empty();
        }
        Topics topics = Topics.of(change);
        @Nullable
        Severity grade = isGraded(change, topics) && !item.type().equals(ItemType.COURSE) ? Severity.INFORMATION : null;
        // A grade comes when the work is done.
        if (item.completion() == Completion.COMPLETED || change.kind() == ChangeKind.REMOVED) {
            return Optional.ofNullable(grade);
        }
        if (isHigh(change, topics, item, now)) {
            return Optional.of(Severity.HIGH);
        }
        return isMedium(change, topics, item, now) ? Optional.of(Severity.MEDIUM) : Optional.ofNullable(grade);
    }

    /**
     * What a change is about. Its kind names one topic only, and must not hide another one that matters more.
     *
     * @param fields what changed. What was merely read for the first time does not give a change its kind, so a field that
     *     would have given it another one was.
     */
    private record Topics(List<FieldChange> fields) {

        static Topics of(Change change) {
            return new Topics(change.news().stream()
                    .filter(field -> !field.key().isEvidence())
                    .filter(field -> field.topic().compareTo(change.kind().topic()) >= 0)
                    .toList());
        }

        boolean have(Topic topic) {
            return of(topic).findAny().isPresent();
        }

        Stream<FieldChange> of(Topic topic) {
            return fields.stream().filter(field -> field.topic() == topic);
        }

        Stream<FieldValue> values(Topic topic) {
            return of(topic)
                    .flatMap(field -> Stream.of(field.valueBefore(), field.valueAfter()))
                    .flatMap(Optional::stream);
        }
    }

    /** Also what is new may come with a grade: what a teacher writes into the gradebook by hand. */
    private static boolean isGraded(Change change, Topics topics) {
        return change.kind().topic() == Topic.GRADE
                || topics.of(Topic.GRADE)
                        .anyMatch(field -> !field.field().equals(Field.GRADE_MAXIMUM.key()) && field.after() != null);
    }

    private boolean isHigh(Change change, Topics topics, Item item, Instant now) {
        boolean dueSoon = isWithin(item.dueAt(), now, settings.newItemWithin());
        return switch (change.kind()) {
            case NEW -> dueSoon;
            case REAPPEARED -> dueSoon || isMoved(topics, item, now);
            case REMOVED,
                    DEADLINE_ADDED,
                    DEADLINE_CHANGED,
                    DEADLINE_REMOVED,
                    EXAM_CHANGED,
                    SCHEDULE_CHANGED,
                    GRADE_RELEASED,
                    GRADE_CHANGED,
                    AVAILABILITY_CHANGED,
                    REVIEW_CHANGED,
                    CONTENT_CHANGED,
                    COMPLETION_CHANGED,
                    REFRESH_ONLY -> isMoved(topics, item, now);
        };
    }

    private boolean isMoved(Topics topics, Item item, Instant now) {
        return touches(topics, Topic.DEADLINE, now)
                || touches(topics, Topic.EXAM, now)
                || sessions(topics, item).anyMatch(moment -> isWithin(moment, now, settings.sessionWithin()));
    }

    private boolean isMedium(Change change, Topics topics, Item item, Instant now) {
        boolean moved = change.kind() != ChangeKind.NEW && touches(topics, Topic.SCHEDULE, now) && !isOver(item, now);
        return moved || (SPOKEN.contains(item.type()) && said(change).anyMatch(settings.words()::in));
    }

    /** An event whose hour has passed takes place nowhere any more; to what else has a beginning one can still come. */
    private static boolean isOver(Item item, Instant now) {
        return item.type().equals(ItemType.CALENDAR_EVENT)
                && item.startsAt().filter(start -> start.isBefore(now)).isPresent();
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
    private boolean touches(Topics topics, Topic topic, Instant now) {
        return topics.values(topic)
                .anyMatch(value ->
                        value.end(zone).map(moment -> moment.isAfter(now)).orElse(true));
    }

    /** Returns when that takes place whose hour, place or other circumstances changed. */
    private Stream<Instant> sessions(Topics topics, Item item) {
        Stream<Instant> moved = topics.values(Topic.SCHEDULE).flatMap(value -> value.end(zone).stream());
        boolean event = item.type().equals(ItemType.CALENDAR_EVENT) && topics.have(Topic.SCHEDULE);
        return event ? Stream.concat(moved, item.startsAt().stream()) : moved;
    }

    private static boolean isWithin(Optional<Instant> moment, Instant now, Duration time) {
        return moment.filter(at -> isWithin(at, now, time)).isPresent();
    }

    private static boolean isWithin(Instant moment, Instant now, Duration time) {
        return !moment.isBefore(now) && !moment.isAfter(now.plus(time));
    }
}
