package dev.unitracker.internal;

import dev.unitracker.ChangeText;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Field;
import dev.unitracker.model.FieldChange;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.notice.Notice;
import dev.unitracker.notice.NoticeKind;
import dev.unitracker.notice.Severity;
import dev.unitracker.spi.Delivery;
import dev.unitracker.spi.Message;
import dev.unitracker.spi.Message.Action;
import dev.unitracker.spi.Message.Line;
import dev.unitracker.spi.Message.Style;
import dev.unitracker.spi.Message.Subject;
import dev.unitracker.spi.StoreSession;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a notice into words, from the ledger and the items as they are. */
public final class MessageWriter {

    private static final int TITLES_OF_A_STORM = 5;

    private final String account;
    private final ZoneId zone;
    private final Language language;
    private final DigestSource digests;

    /** Makes the lines of a digest. */
    @FunctionalInterface
    public interface DigestSource {

        /**
         * Returns at least one line.
         *
         * @param window the time before {@code now} whose changes it tells
         */
        List<Line> of(StoreSession session, Duration window, Instant now);
    }

    public MessageWriter(String account, ZoneId zone, Language language, DigestSource digests) {
        this.account = account;
        this.zone = zone;
        this.language = language;
        this.digests = digests;
    }

    Message write(Delivery delivery, StoreSession session, Instant now) {
        Notice notice = delivery.notice();
        return new Message(
                delivery.key(),
                notice.kind(),
                notice.severity(),
                lines(notice, session, now),
                subject(notice, session).orElse(null));
    }

    private List<Line> lines(Notice notice, StoreSession session, Instant now) {
        if (notice.kind() == NoticeKind.DIGEST) {
            return digests.of(session, Duration.parse(notice.details().get(0)), now);
        }
        if (notice.kind() == NoticeKind.OPERATIONS) {
            return operations(notice);
        }
        if (notice.kind() == NoticeKind.REMINDER) {
            return reminder(notice, item(notice, session).orElseThrow(), session, now);
        }
        List<Change> changes = changes(notice, session);
        return notice.item() == null ? storm(notice, changes, session) : change(notice, changes.get(0), session);
    }

    private List<Line> change(Notice notice, Change change, StoreSession session) {
        ChangeText text = new ChangeText(zone, language, course -> courseName(course, session));
        List<Line> lines = new ArrayList<>();
        String headline = text.headline(change);
        lines.add(new Line(
                Style.HEADING,
                notice.repeat() == 0 ? headline : language.text("message.again", headline),
                change.about().url()));
        text.details(change).forEach(detail -> lines.add(Line.of(Style.DETAIL, detail)));
        return lines;
    }

    private List<Line> storm(Notice notice, List<Change> changes, StoreSession session) {
        String course = notice.details().isEmpty()
                ? ""
                : " (" + courseName(notice.details().get(0), session) + ")";
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Style.HEADING, summary(changes) + course));
        changes.stream()
                .limit(TITLES_OF_A_STORM)
                .forEach(change -> lines.add(new Line(
                        Style.DETAIL, change.about().title(), change.about().url())));
        if (changes.size() > TITLES_OF_A_STORM) {
            lines.add(Line.of(Style.DETAIL, language.text("message.more", changes.size() - TITLES_OF_A_STORM)));
        }
        return lines;
    }

    private String summary(List<Change> changes) {
        ChangeKind kind = changes.get(0).kind();
        if (kind != ChangeKind.DEADLINE_CHANGED) {
            return language.text("storm." + kind.key(), changes.size());
        }
        Set<Optional<Duration>> steps =
                changes.stream().map(MessageWriter::step).collect(Collectors.toSet());
        Optional<Duration> step = steps.size() == 1 ? steps.iterator().next() : Optional.empty();
        String deadlines = language.text("storm.deadline_changed", changes.size());
        return step.map(by ->
                        language.text("message.moved_by", deadlines, (by.isNegative() ? "-" : "+") + time(by.abs())))
                .orElseGet(() -> language.text("storm.deadline_changed.differently", changes.size()));
    }

    private static Optional<Duration> step(Change change) {
        return change.field(Field.DUE_AT).flatMap(MessageWriter::step);
    }

    private static Optional<Duration> step(FieldChange field) {
        return field.before() == null || field.after() == null
                ? Optional.empty()
                : Optional.of(Duration.between(Instant.parse(field.before()), Instant.parse(field.after())));
    }

    private List<Line> reminder(Notice notice, Item item, StoreSession session, Instant now) {
        Instant due = notice.due() == null ? item.dueAt().orElseThrow() : notice.due();
        String course =
                item.course().map(key -> " (" + courseName(key, session) + ")").orElse("");
        String headline = language.text("message.reminder", time(Duration.between(now, due)), item.title() + course);
        DateTimeFormatter moment = DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", language.locale());
        return List.of(
                new Line(Style.HEADING, headline, item.url().orElse(null)),
                Line.of(
                        Style.DETAIL,
                        language.text("field.due_at") + ": " + due.atZone(zone).format(moment)));
    }

    private List<Line> operations(Notice notice) {
        List<String> details = notice.details();
        if (notice.key().startsWith(Announcements.BASELINE)) {
            String text = language.text(
                    "message.baseline", count("message.course", details.get(0)), count("message.item", details.get(1)));
            return List.of(Line.of(Style.PLAIN, text));
        }
        if (notice.key().startsWith(Announcements.STALE)) {
            String text = language.text("message.stale", time(Duration.parse(details.get(0))));
            return List.of(Line.of(Style.HEADING, text));
        }
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Style.HEADING, language.text("message.login")));
        details.forEach(detail -> lines.add(Line.of(Style.DETAIL, detail)));
        return lines;
    }

    private String count(String name, String number) {
        return number.equals("1") ? language.text(name) : language.text(name + "s", number);
    }

    /** Returns a time in its largest sensible unit, rounded: people do not think in seconds. */
    private String time(Duration time) {
        long minutes = (time.toSeconds() + 30) / 60;
        if (minutes < 90) {
            return language.text("message.minutes", minutes);
        }
        long hours = (minutes + 30) / 60;
        if (hours % 24 != 0 || hours < 24) {
            return language.text("message.hours", hours);
        }
        return hours == 24 ? language.text("message.day") : language.text("message.days", hours / 24);
    }

    private Optional<Subject> subject(Notice notice, StoreSession session) {
        return item(notice, session).map(item -> {
            List<Action> actions = new ArrayList<>();
            if (notice.asksForAcknowledgement()) {
                actions.add(Action.ACKNOWLEDGE);
            }
            if (item.dueAt().isPresent() && notice.severity() != Severity.INFORMATION) {
                actions.add(Action.DONE);
            }
            if (notice.severity() != Severity.INFORMATION) {
                actions.add(Action.SNOOZE);
            }
            @Nullable String url = item.url().orElse(null);
            if (url != null) {
                actions.add(Action.OPEN);
            }
            return new Subject(item.id().key(), notice.latestChange(), url, actions);
        });
    }

    private Optional<Item> item(Notice notice, StoreSession session) {
        return notice.item() == null
                ? Optional.empty()
                : session.items().find(new ItemId(account, notice.item())).map(stored -> stored.item());
    }

    private static List<Change> changes(Notice notice, StoreSession session) {
        return notice.changes().stream()
                .flatMap(number -> session.ledger().after(number - 1, 1).stream())
                .toList();
    }

    private String courseName(String key, StoreSession session) {
        return session.items()
                .find(new ItemId(account, key))
                .map(stored -> stored.item().title())
                .orElse(key);
    }
}
