package dev.unitracker.digest;

import dev.unitracker.spi.PartOutcome;
import dev.unitracker.ChangeText;
import dev.unitracker.Risk;
import dev.unitracker.Risk.Reason;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.FieldChange;
import dev.unitracker.model.Item;
import dev.unitracker.model.Topic;
import dev.unitracker.spi.Run;
import dev.unitracker.words.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of a digest in one language and zone. */
final class Wording {

    private static final Set<Topic> DATED = EnumSet.of(Topic.DEADLINE, Topic.EXAM, Topic.SCHEDULE);


    private final ZoneId zone;
    private final Language language;
    private final ChangeText changes;
    private final DateTimeFormatter moment;
    private final DateTimeFormatter day;

    Wording(ZoneId zone, Language language) {
        this.zone = zone;
        this.language = language;
        this.changes = new ChangeText(zone, language);
        this.moment = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", language.locale());
        this.day = DateTimeFormatter.ofPattern("EEE d MMM", language.locale());
    }

    String text(String name, Object... values) {
        return language.text(name, values);
    }

    Entry change(Change change, Item item, String course, Instant now) {
        Optional<FieldChange> date = date(change, now);
        String label = date.map(FieldChange::field)
                .filter(field -> field.contains("["))
                .map(field -> " (" + field.substring(field.indexOf('[') + 1, field.length() - 1) + ")")
                .orElse("");
        String what = language.text("kind." + change.kind().key()).toLowerCase(language.locale()) + label;
        String detail = detail(change, date).map(words -> ", " + words).orElse("");
        Instant at = about(change, item, date);
        return new Entry(
                course,
                at,
                local(at),
                item.title() + ": " + what + detail,
                item.url().orElse(null));
    }

    /** What was before, where the line itself says what is now; of a place or words both. */
    private Optional<String> detail(Change change, Optional<FieldChange> date) {
        if (date.isPresent()) {
            return date.map(FieldChange::before)
                    .flatMap(Wording::moment)
                    .map(before -> language.text("digest.before", local(before)));
        }
        boolean brief = change.kind() == ChangeKind.EXAM_CHANGED || change.kind() == ChangeKind.SCHEDULE_CHANGED;
        return brief
                ? changes.details(change).stream()
                        .filter(line -> !line.contains("“"))
                        .findFirst()
                : Optional.empty();
    }

    /** The date that gave the change its kind; of several exams or classes the one that is next. */
    private static Optional<FieldChange> date(Change change, Instant now) {
        return !DATED.contains(change.kind().topic())
                ? Optional.empty()
                : change.news().stream()
                        .filter(field -> field.topic() == change.kind().topic())
                        .filter(field -> moment(field.after())
                                .or(() -> moment(field.before()))
                                .isPresent())
                        .min(Comparator.comparing((FieldChange field) -> isOver(field, now))
                                .thenComparing(field -> moment(field.after())
                                        .or(() -> moment(field.before()))
                                        .orElseThrow()));
    }

    private static boolean isOver(FieldChange field, Instant now) {
        return moment(field.after()).filter(after -> after.isAfter(now)).isEmpty();
    }

    private static Optional<Instant> moment(@Nullable String value) {
        try {
            return value == null || !value.contains("T") ? Optional.empty() : Optional.of(Instant.parse(value));
        } catch (DateTimeParseException e) {
            // A place may well hold the letter.
            return Optional.empty();
        }
    }

    /** The moment that a student thinks of: the deadline, the exam, the class; else when it was said, or seen. */
    private static Instant about(Change change, Item item, Optional<FieldChange> date) {
        Optional<Instant> moved = date.map(FieldChange::after).flatMap(Wording::moment);
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
        String when = risk.wholeDay() ? local(at, day) : local(at);
        String text = risk.reason() == Reason.EXAM ? item.title() + ": " + exam(risk) : item.title();
        return new Entry(course, at, when, text, item.url().orElse(null));
    }

    private String exam(Risk risk) {
        return risk.label().isEmpty() ? language.text("field.exam_at") : risk.label();
    }

    String counts(Map<ChangeKind, Long> counts) {
        return language.text(
                "digest.also",
                counts.entrySet().stream()
                        .map(kind -> language.text("kinds." + kind.getKey().key()) + ": " + kind.getValue())
                        .collect(Collectors.joining(", ")));
    }

    /** How fresh all this is, and what is not in it. */
    String freshness(Optional<Run> latest, long courses) {
        if (latest.isEmpty()) {
            return language.text("digest.never");
        }
        Run run = latest.get();
        List<String> parts = new ArrayList<>();
        String number = courses == 1 ? language.text("message.course") : language.text("message.courses", courses);
        parts.add(language.text("digest.looked", number, local(run.startedAt())));
        areasByReason(run)
                .forEach((reason, areas) -> parts.add(
                        areas.isEmpty()
                                ? language.text("digest.missed", reason)
                                : language.text("digest.missed_of", String.join(", ", areas), reason)));
        return String.join("; ", parts);
    }

    /** Why something was not looked at is in the source's own words; what it was can be said in the reader's. */
    private Map<String, Set<String>> areasByReason(Run run) {
        Map<String, Set<String>> areas = new LinkedHashMap<>();
        for (PartOutcome part : run.parts()) {
            part.missed().forEach(missed -> {
                Set<String> named = areas.computeIfAbsent(missed.toString(), reason -> new LinkedHashSet<>());
                area(part.part()).ifPresent(named::add);
            });
        }
        return areas;
    }

    private Optional<String> area(String part) {
        String name = "area." + part;
        return language.knows(name)
                ? Optional.of(language.text(name)).filter(area -> !area.isEmpty())
                : Optional.empty();
    }

    private String local(Instant at) {
        return local(at, moment);
    }

    private String local(Instant at, DateTimeFormatter form) {
        return at.atZone(zone).format(form).replace(".", "");
    }
}
