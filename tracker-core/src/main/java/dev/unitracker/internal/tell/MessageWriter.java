package dev.unitracker.internal.tell;

import dev.unitracker.model.Change;
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
import dev.unitracker.words.ChangeText;
import dev.unitracker.words.NoticeText;
import dev.unitracker.words.StormText;
import dev.unitracker.words.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a notice into words, from the ledger and the items as they are. */
public final class MessageWriter {

    /** More items than these are only counted. */
    private static final int TITLES = 5;

    private final String account;
    private final ZoneId zone;
    private final Texts texts;
    private final DigestSource digests;
    private final NoticeText notices;
    private final StormText storms;

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

    public MessageWriter(String account, ZoneId zone, Texts texts, DigestSource digests) {
        this.account = account;
        this.zone = zone;
        this.texts = texts;
        this.digests = digests;
        this.notices = new NoticeText(texts, zone);
        this.storms = new StormText(texts, zone);
    }

    Message write(Delivery delivery, StoreSession session, Instant now) {
        Notice notice = delivery.notice();
        return new Message(
                delivery.key(),
                notice.kind(),
                notice.severity(),
                lines(delivery, session, now),
                subject(delivery, session, now).orElse(null));
    }

    private List<Line> lines(Delivery delivery, StoreSession session, Instant now) {
        Notice notice = delivery.notice();
        if (notice.kind() == NoticeKind.DIGEST) {
            Instant start = DigestWindow.start(delivery, session, now);
            return digests.of(session, Duration.between(start, now), now);
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
        ChangeText text = new ChangeText(texts, zone, course -> courseName(course, session));
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                Style.HEADING,
                again(notice, text.headline(change)),
                change.about().url()));
        text.details(change).forEach(detail -> lines.add(Line.of(Style.DETAIL, detail)));
        return lines;
    }

    private List<Line> storm(Notice notice, List<Change> changes, StoreSession session) {
        String course =
                course(notice).map(key -> " (" + courseName(key, session) + ")").orElse("");
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Style.HEADING, again(notice, storms.summary(changes) + course)));
        changes.stream()
                .limit(TITLES)
                .forEach(change -> lines.add(new Line(
                        Style.DETAIL, storms.title(change), change.about().url())));
        if (changes.size() > TITLES) {
            lines.add(Line.of(Style.DETAIL, storms.more(changes.size() - TITLES)));
        }
        return lines;
    }

    private String again(Notice notice, String headline) {
        return notice.repeat() == 0 ? headline : notices.again(headline);
    }

    /** Returns the course of a storm; empty if it is of what belongs to none. */
    private static Optional<String> course(Notice notice) {
        return notice.details().stream().findFirst().filter(key -> !key.isEmpty());
    }

    private List<Line> reminder(Notice notice, Item item, StoreSession session, Instant now) {
        Instant due = notice.due() == null ? item.dueAt().orElseThrow() : notice.due();
        String course =
                item.course().map(key -> " (" + courseName(key, session) + ")").orElse("");
        String headline = notices.reminder(item.title() + course, Duration.between(now, due));
        return List.of(
                new Line(Style.HEADING, headline, item.url().orElse(null)), Line.of(Style.DETAIL, notices.due(due)));
    }

    private List<Line> operations(Notice notice) {
        List<String> details = notice.details();
        if (notice.key().startsWith(Announcements.BASELINE)) {
            long courses = Long.parseLong(details.get(0));
            return List.of(Line.of(Style.PLAIN, notices.baseline(courses, Long.parseLong(details.get(1)))));
        }
        if (notice.key().startsWith(Announcements.STALE)) {
            return List.of(Line.of(Style.HEADING, notices.stale(Duration.parse(details.get(0)))));
        }
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Style.HEADING, notices.refused()));
        lines.add(Line.of(Style.DETAIL, notices.refusedAdvice()));
        details.forEach(detail -> lines.add(Line.of(Style.DETAIL, notices.refusedReason(detail))));
        return lines;
    }

    private Optional<Subject> subject(Delivery delivery, StoreSession session, Instant now) {
        Notice notice = delivery.notice();
        return notice.item() == null
                ? subjectOfStorm(notice, session)
                : item(notice, session).map(item -> subject(item, notice, canWait(delivery, now)));
    }

    /** What is worth nothing a day later cannot be put off until then. */
    private static boolean canWait(Delivery delivery, Instant now) {
        return delivery.expiresAt() == null || delivery.expiresAt().isAfter(now.plus(Duration.ofDays(1)));
    }

    private static Subject subject(Item item, Notice notice, boolean canWait) {
        List<Action> actions = new ArrayList<>();
        if (notice.asksForAcknowledgement()) {
            actions.add(Action.ACKNOWLEDGE);
        }
        if (item.dueAt().isPresent() && notice.severity() != Severity.INFORMATION) {
            actions.add(Action.DONE);
        }
        if (notice.severity() != Severity.INFORMATION && canWait) {
            actions.add(Action.SNOOZE);
        }
        return subject(item.id().key(), item.url().orElse(null), actions, notice);
    }

    /** What is repeated until it is acknowledged has to be one that can be. */
    private Optional<Subject> subjectOfStorm(Notice notice, StoreSession session) {
        return changes(notice, session).stream().reduce((one, next) -> next).map(latest -> {
            String key = course(notice).orElse(latest.item().key());
            @Nullable
            String url = session.items()
                    .find(new ItemId(account, key))
                    .flatMap(stored -> stored.item().url())
                    .orElse(null);
            List<Action> actions =
                    new ArrayList<>(notice.asksForAcknowledgement() ? List.of(Action.ACKNOWLEDGE) : List.of());
            return subject(key, url, actions, notice);
        });
    }

    private static Subject subject(String key, @Nullable String url, List<Action> actions, Notice notice) {
        if (url != null) {
            actions.add(Action.OPEN);
        }
        return new Subject(key, notice.latestChange(), url, actions);
    }

    private Optional<Item> item(Notice notice, StoreSession session) {
        return notice.item() == null
                ? Optional.empty()
                : session.items().find(new ItemId(account, notice.item())).map(stored -> stored.item());
    }

    /** Returns the changes that a notice tells of. */
    static List<Change> changes(Notice notice, StoreSession session) {
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
