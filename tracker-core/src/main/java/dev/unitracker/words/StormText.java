package dev.unitracker.words;

import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Field;
import dev.unitracker.model.FieldChange;
import dev.unitracker.model.FieldValue;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes many changes of one kind in few lines. Immutable and safe for use by several threads. */
public final class StormText {

    private final ZoneId zone;
    private final Texts texts;
    private final LengthText lengths;
    private final DateText dates;

    /**
     * Makes it for a language and a zone.
     *
     * @param texts all texts of the language
     * @param zone the zone that times are shown in
     */
    public StormText(Texts texts, ZoneId zone) {
        this.zone = zone;
        this.texts = texts;
        this.lengths = new LengthText(texts);
        this.dates = new DateText(texts, zone);
    }

    /**
     * Returns in one line what happened to how many items. If all are deadlines that moved by the same time, it says by
     * how much.
     *
     * @param changes the changes, all of the kind of the first one
     * @throws IndexOutOfBoundsException if there are none
     */
    public String summary(List<Change> changes) {
        ChangeKind kind = changes.get(0).kind();
        String all = texts.text("storm." + kind.key(), changes.size());
        return switch (kind) {
            case DEADLINE_CHANGED -> deadlines(changes, all);
            case REMOVED,
                    REAPPEARED,
                    NEW,
                    DEADLINE_ADDED,
                    DEADLINE_REMOVED,
                    EXAM_CHANGED,
                    SCHEDULE_CHANGED,
                    GRADE_RELEASED,
                    GRADE_CHANGED,
                    AVAILABILITY_CHANGED,
                    REVIEW_CHANGED,
                    CONTENT_CHANGED,
                    COMPLETION_CHANGED,
                    REFRESH_ONLY -> all;
        };
    }

    /** Returns by how much deadlines moved, if all moved by the same; else another text. */
    private String deadlines(List<Change> changes, String otherwise) {
        Set<Optional<Duration>> steps = changes.stream().map(this::step).collect(Collectors.toSet());
        Optional<Duration> step = steps.size() == 1 ? steps.iterator().next() : Optional.empty();
        return step.map(by -> texts.text(
                        by.isNegative() ? "message.moved_earlier" : "message.moved_later",
                        texts.text("storm.deadlines", changes.size()),
                        lengths.exact(by.abs())))
                .orElse(otherwise);
    }

    /** Returns the title of a change's item and, if the change sets a deadline, the deadline. */
    public String title(Change change) {
        String due = change.field(Field.DUE_AT)
                .flatMap(FieldChange::valueAfter)
                .flatMap(FieldValue::moment)
                .map(after -> ": " + dates.moment(after))
                .orElse("");
        return change.about().title() + due;
    }

    /** Returns that there are so many more changes than were listed. */
    public String more(int number) {
        return texts.text("message.more", number);
    }

    /** As the student's calendar shows it: a week stays a week when the clocks change. */
    private Optional<Duration> step(Change change) {
        return change.field(Field.DUE_AT).flatMap(this::step);
    }

    private Optional<Duration> step(FieldChange due) {
        return local(due.valueBefore())
                .flatMap(before -> local(due.valueAfter()).map(after -> Duration.between(before, after)));
    }

    private Optional<LocalDateTime> local(Optional<FieldValue> due) {
        return due.flatMap(FieldValue::moment).map(at -> at.atZone(zone).toLocalDateTime());
    }
}
