package dev.unitracker.digest;

import dev.unitracker.digest.Digest.Facts;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.FieldChange;
import dev.unitracker.model.FieldValue;
import dev.unitracker.model.Item;
import dev.unitracker.model.Topic;
import dev.unitracker.report.MissedText;
import dev.unitracker.report.Risk;
import dev.unitracker.report.Risk.Reason;
import dev.unitracker.run.Missed;
import dev.unitracker.run.Run;
import dev.unitracker.words.ChangeText;
import dev.unitracker.words.DateText;
import dev.unitracker.words.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of a digest in one language and zone. */
final class DigestText {

    private static final Set<Topic> DATED = EnumSet.of(Topic.DEADLINE, Topic.EXAM, Topic.SCHEDULE);

    private final Texts texts;
    private final ChangeText changes;
    private final DateText dates;

    DigestText(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.changes = new ChangeText(texts, zone);
        this.dates = new DateText(texts, zone);
    }

    String text(String name, Object... values) {
        return texts.text(name, values);
    }

    Entry change(Change change, Item item, String course, Instant now) {
        Optional<FieldChange> date = date(change, now);
        String label = date.flatMap(field -> field.key().label())
                .map(name -> " (" + name + ")")
                .orElse("");
        String what = texts.text("kind." + change.kind().key())
                        .toLowerCase(texts.language().locale())
                + label;
        String detail = detail(change, date).map(words -> ", " + words).orElse("");
        Instant at = about(change, item, date);
        return new Entry(
                course,
                at,
                dates.shortMoment(at),
                item.title() + ": " + what + detail,
                item.url().orElse(null));
    }

    /** What was before, where the line itself says what is now; of a place or words both. */
    private Optional<String> detail(Change change, Optional<FieldChange> date) {
        if (date.isPresent()) {
            return date.flatMap(FieldChange::valueBefore)
                    .flatMap(FieldValue::moment)
                    .map(before -> texts.text("digest.before", dates.shortMoment(before)));
        }
        return switch (change.kind()) {
            case EXAM_CHANGED, SCHEDULE_CHANGED ->
                changes.details(change).stream()
                        .filter(line -> !line.contains("“"))
                        .findFirst();
            case REMOVED,
                    REAPPEARED,
                    NEW,
                    DEADLINE_ADDED,
                    DEADLINE_CHANGED,
                    DEADLINE_REMOVED,
                    GRADE_RELEASED,
                    GRADE_CHANGED,
                    AVAILABILITY_CHANGED,
                    REVIEW_CHANGED,
                    CONTENT_CHANGED,
                    COMPLETION_CHANGED,
                    REFRESH_ONLY -> Optional.empty();
        };
    }

    /** The date that gave the change its kind; of several exams or classes the one that is next. */
    private static Optional<FieldChange> date(Change change, Instant now) {
        return !DATED.contains(change.kind().topic())
                ? Optional.empty()
                : change.news().stream()
                        .filter(field -> field.topic() == change.kind().topic())
                        .filter(field -> moment(field).isPresent())
                        .min(Comparator.comparing((FieldChange field) -> isOver(field, now))
                                .thenComparing(field -> moment(field).orElseThrow()));
    }

    private static boolean isOver(FieldChange field, Instant now) {
        return field.valueAfter()
                .flatMap(FieldValue::moment)
                .filter(after -> after.isAfter(now))
                .isEmpty();
    }

    /** Returns the moment at which something is now, or was. */
    private static Optional<Instant> moment(FieldChange field) {
        return field.valueAfter()
                .flatMap(FieldValue::moment)
                .or(() -> field.valueBefore().flatMap(FieldValue::moment));
    }

    /** The moment that a student thinks of: the deadline, the exam, the class; else when it was said, or seen. */
    private static Instant about(Change change, Item item, Optional<FieldChange> date) {
        Optional<Instant> moved = date.flatMap(FieldChange::valueAfter).flatMap(FieldValue::moment);
        if (moved.isPresent()) {
            return moved.get();
        }
        return change.kind() == ChangeKind.NEW
                ? item.dueAt().or(item::startsAt).or(item::publishedAt).orElse(change.seenAt())
                : change.seenAt();
    }

    Entry ahead(Risk risk, String course) {
        Item item = risk.item();
        Instant at = risk.at() == null ? Instant.MAX : risk.at();
        String when = risk.wholeDay() ? dates.shortDay(at) : dates.shortMoment(at);
        String text = risk.reason() == Reason.EXAM ? item.title() + ": " + exam(risk) : item.title();
        return new Entry(course, at, when, text, item.url().orElse(null));
    }

    private String exam(Risk risk) {
        return risk.label().isEmpty() ? texts.text("field.exam_at") : risk.label();
    }

    String counts(Map<ChangeKind, Long> counts) {
        return texts.text(
                "digest.also",
                counts.entrySet().stream()
                        .map(kind -> texts.text("kinds." + kind.getKey().key()) + ": " + kind.getValue())
                        .collect(Collectors.joining(", ")));
    }

    /** How fresh all this is, and what is not in it. */
    String freshness(Facts facts, long courses) {
        if (facts.latest().isEmpty()) {
            return texts.text("digest.never");
        }
        Run run = facts.latest().get();
        List<String> parts = new ArrayList<>();
        parts.add(texts.text(
                "digest.looked", texts.count("message.course", courses), dates.shortMoment(run.startedAt())));
        new MissedText(texts, facts.parts())
                .lines(run.parts(), Missed::name)
                .forEach(line -> parts.add(texts.text("digest.missed", line)));
        return String.join("; ", parts);
    }
}
