package dev.unitracker.example.server.feed;

import dev.unitracker.Account;
import dev.unitracker.dates.Fact;
import dev.unitracker.dates.FactType;
import dev.unitracker.example.server.feed.Appointment.Span;
import dev.unitracker.model.Completion;
import dev.unitracker.model.Field;
import dev.unitracker.model.FieldValue;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.StoredItem;
import dev.unitracker.spi.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an account's calendar shows: deadlines, exams that texts state, and events; those of the last {@value #DAYS_BEHIND} days, and
 * of a year ahead. What was removed, or cannot be seen any more, is cancelled.
 */
final class Appointments {

    static final int DAYS_BEHIND = 60;
    private static final int DAYS_AHEAD = 366;
    private static final int MOST = 10_000;
    private static final int UID_LENGTH = 40;

    /** A deadline is shown as the half hour before it: what began at 23:59 would spill into the next day. */
    private static final Duration BEFORE_DEADLINE = Duration.ofMinutes(30);

    /** No text says how long an exam takes. */
    private static final Duration EXAM = Duration.ofHours(1);

    private final Account account;
    private final FeedWords words;
    private final ZoneId zone;
    private final Instant from;
    private final Instant to;
    private final Map<ItemId, StoredItem> courses;

    /** Makes it for an account, which should be read at one moment. */
    Appointments(Account account, FeedWords words) {
        this.account = account;
        this.words = words;
        this.zone = account.zone();
        this.from = account.now().minus(Duration.ofDays(DAYS_BEHIND));
        this.to = account.now().plus(Duration.ofDays(DAYS_AHEAD));
        this.courses = account.courses().stream()
                .collect(Collectors.toMap(stored -> stored.item().id(), stored -> stored));
    }

    /** Returns them, in the order of time. */
    List<Appointment> all() {
        Stream<Appointment> deadlines =
                items(ItemQuery.all().due(from, to)).flatMap(stored -> deadline(stored).stream());
        Stream<Appointment> events = items(ItemQuery.all().type(ItemType.CALENDAR_EVENT))
                .filter(stored -> stored.item().dueAt().isEmpty())
                .flatMap(stored -> event(stored).stream());
        Stream<Appointment> exams = items(ItemQuery.all().exam(from, to)).flatMap(this::exams);
        return Stream.of(deadlines, events, exams)
                .flatMap(some -> some)
                .sorted()
                .toList();
    }

    private Stream<StoredItem> items(ItemQuery query) {
        return account.items(query, "", MOST).stream();
    }

    private Optional<Appointment> deadline(StoredItem stored) {
        return stored.item()
                .dueAt()
                .map(due -> appointment(
                        stored, "due", new Span(due.minus(BEFORE_DEADLINE), due, null), title(stored, "title.due")));
    }

    private Optional<Appointment> event(StoredItem stored) {
        Item item = stored.item();
        Optional<Instant> starts = item.startsAt().filter(this::isShown);
        Optional<Instant> ends = item.get(Field.ENDS_AT)
                .flatMap(text -> FieldValue.of(text).moment())
                .filter(end -> starts.isPresent() && end.isAfter(starts.get()));
        return starts.map(start ->
                appointment(stored, "event", new Span(start, ends.orElse(start), null), title(stored, "title.event")));
    }

    private Stream<Appointment> exams(StoredItem stored) {
        return stored.item().facts().stream()
                .filter(fact -> fact.type() == FactType.EXAM_AT)
                .flatMap(fact -> span(fact)
                        .filter(span -> isShown(span.from()))
                        .map(span -> appointment(stored, "exam " + fact.label(), span, examTitle(stored, fact)))
                        .stream());
    }

    private Optional<Span> span(Fact fact) {
        FieldValue value = FieldValue.of(fact.value());
        if (value.moment().isPresent()) {
            return value.moment().map(moment -> new Span(moment, moment.plus(EXAM), null));
        }
        return value.start(zone).map(start -> {
            LocalDate day = start.atZone(zone).toLocalDate();
            return new Span(start, day.plusDays(1).atStartOfDay(zone).toInstant(), day);
        });
    }

    private boolean isShown(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    private String title(StoredItem stored, String name) {
        boolean done = stored.item().completion() == Completion.COMPLETED;
        return words.text(done ? name + ".done" : name, stored.item().title());
    }

    private String examTitle(StoredItem stored, Fact fact) {
        return fact.label().isEmpty()
                ? words.text("title.exam", stored.item().title())
                : words.text("title.exam.named", fact.label(), stored.item().title());
    }

    private Appointment appointment(StoredItem stored, String what, Span span, String title) {
        Item item = stored.item();
        Optional<StoredItem> course = item.courseId().map(courses::get);
        String name = course.map(one -> one.item().title()).orElse("");
        boolean gone = item.status() != ItemStatus.ACTIVE
                || course.filter(one -> one.item().status() != ItemStatus.ACTIVE)
                        .isPresent();
        String details = account.change(stored.lastChange())
                .map(change -> words.lastChange(change, name))
                .orElse("");
        return new Appointment(
                uid(stored, what),
                stored.lastChange(),
                gone,
                span,
                new Appointment.Words(title, name, details, item.url().orElse(null)),
                stored.updatedAt());
    }

    /**
     * It tells nobody a name. Two accounts have different ones also where they have the same name in two installations: they did
     * not see a thing first at the same microsecond.
     */
    private static String uid(StoredItem stored, String what) {
        ItemId id = stored.item().id();
        String text = String.join(
                "\n", id.account(), id.source(), id.key(), stored.firstSeen().toString(), what);
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, UID_LENGTH) + "@unitracker.dev";
    }
}
