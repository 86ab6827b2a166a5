package dev.unitracker.internal.tell;

import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Field;
import dev.unitracker.model.FieldChange;
import dev.unitracker.spi.Message.Line;
import dev.unitracker.spi.Message.Style;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Many changes of one kind in few lines. */
final class StormText {

    private static final int TITLES = 5;

    private final ZoneId zone;
    private final Language language;
    private final TimeWords times;
    private final DateTimeFormatter moment;

    StormText(ZoneId zone, Language language) {
        this.zone = zone;
        this.language = language;
        this.times = new TimeWords(language);
        this.moment = DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", language.locale());
    }

    /** Returns what happened to how many of them. */
    String summary(List<Change> changes) {
        ChangeKind kind = changes.get(0).kind();
        String all = language.text("storm." + kind.key(), changes.size());
        if (kind != ChangeKind.DEADLINE_CHANGED) {
            return all;
        }
        Set<Optional<Duration>> steps = changes.stream().map(this::step).collect(Collectors.toSet());
        Optional<Duration> step = steps.size() == 1 ? steps.iterator().next() : Optional.empty();
        return step.map(by -> language.text(
                        by.isNegative() ? "message.moved_earlier" : "message.moved_later",
                        language.text("storm.deadlines", changes.size()),
                        times.exact(by.abs())))
                .orElse(all);
    }

    /** Returns the first of them, and how many more there are. */
    List<Line> titles(List<Change> changes) {
        List<Line> lines = new ArrayList<>();
        changes.stream()
                .limit(TITLES)
                .forEach(change -> lines.add(
                        new Line(Style.DETAIL, title(change), change.about().url())));
        if (changes.size() > TITLES) {
            lines.add(Line.of(Style.DETAIL, language.text("message.more", changes.size() - TITLES)));
        }
        return lines;
    }

    private String title(Change change) {
        String due = change.field(Field.DUE_AT)
                .map(FieldChange::after)
                .map(after -> ": " + Instant.parse(after).atZone(zone).format(moment))
                .orElse("");
        return change.about().title() + due;
    }

    /** As the student's calendar shows it: a week stays a week when the clocks change. */
    private Optional<Duration> step(Change change) {
        return change.field(Field.DUE_AT).flatMap(this::step);
    }

    private Optional<Duration> step(FieldChange due) {
        return due.before() == null || due.after() == null
                ? Optional.empty()
                : Optional.of(Duration.between(local(due.before()), local(due.after())));
    }

    private LocalDateTime local(String moment) {
        return Instant.parse(moment).atZone(zone).toLocalDateTime();
    }
}
