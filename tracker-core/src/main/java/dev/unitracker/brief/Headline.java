package dev.unitracker.brief;

import dev.unitracker.brief.Brief.KeyDate;
import dev.unitracker.model.Field;
import dev.unitracker.model.Grade;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.SubmissionState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The short summary: what it is, in which course, and the one thing to know of it. Never its title. */
final class Headline {

    private static final int QUOTE_WIDTH = 160;

    private final BriefText words;
    private final KeyDates keyDates;

    Headline(BriefText words) {
        this.words = words;
        this.keyDates = new KeyDates(words);
    }

    String of(BriefSubject subject, List<KeyDate> dates) {
        return what(subject) + ": " + fact(subject, dates) + ".";
    }

    /** Returns what sort of thing it is and where it belongs. */
    String what(BriefSubject subject) {
        Item item = subject.item();
        String kind = kind(item);
        if (item.type().equals(ItemType.COURSE)) {
            return kind;
        }
        String course = subject.courseTitle();
        String where = course == null ? words.text("nocourse", kind) : words.text("incourse", kind, course);
        boolean dated = item.type().equals(ItemType.ANNOUNCEMENT) || item.type().equals(ItemType.FORUM_DISCUSSION);
        return dated
                ? item.publishedAt()
                        .map(at -> words.text(
                                "published",
                                where,
                                words.day(at.atZone(words.zone()).toLocalDate())))
                        .orElse(where)
                : where;
    }

    String kind(Item item) {
        if (BriefSubject.isSchedule(item)) {
            return words.text("type.schedule");
        }
        return words.textOr("type." + item.type(), "type", item.type().name().replace('_', ' '));
    }

    private String fact(BriefSubject subject, List<KeyDate> dates) {
        Item item = subject.item();
        return switch (Situation.of(item, words.now())) {
            case REMOVED -> words.text("is.removed");
            case HIDDEN -> words.text("is.hidden");
            case GRADED -> words.text("is.graded", grade(item));
            case DONE ->
                item.dueAt()
                        .map(due -> words.text("is.done.due", words.limit(due)))
                        .orElse(words.text("is.done"));
            case RESTRICTED -> words.text("is.restricted", reason(item));
            case NOT_OPEN -> words.text("is.notopen", words.span(item.startsAt().orElseThrow(), item.dueAt()));
            case OPEN -> until(item, due(item)) + handedIn(item);
            case LATE -> words.text("is.late", words.limit(due(item))) + handedIn(item);
            case OVER -> words.text("is.over", words.limit(due(item)));
            case AHEAD, PAST ->
                words.span(
                        item.startsAt().orElseThrow(), item.get(Field.ENDS_AT).map(Instant::parse));
            case UNDATED -> undated(subject, dates);
        };
    }

    private static Instant due(Item item) {
        return item.dueAt().orElseThrow();
    }

    private String until(Item item, Instant due) {
        return words.textOr("until." + item.type(), "until", words.limit(due));
    }

    private String handedIn(Item item) {
        return item.submission()
                .flatMap(Headline::handedIn)
                .map(text -> ", " + words.text(text))
                .orElse("");
    }

    /** What was handed in needs no word more. */
    private static Optional<String> handedIn(SubmissionState state) {
        return switch (state) {
            case NEW -> Optional.of("submission.new");
            case DRAFT -> Optional.of("submission.draft");
            case REOPENED -> Optional.of("submission.reopened");
            case SUBMITTED -> Optional.empty();
        };
    }

    String grade(Item item) {
        Grade grade = item.grade().orElseThrow();
        String value = grade.value() == null ? "" : grade.value();
        if (grade.maximum() == null) {
            return value;
        }
        String outOf = words.text("grade.of", value, grade.maximum());
        return grade.percentage().isPresent()
                ? words.text("grade.share", outOf, grade.percentage().getAsInt())
                : outOf;
    }

    /** Returns what the source says of why it is closed. */
    String reason(Item item) {
        String said = item.availability().reason();
        return said.isEmpty() ? BriefText.sentence(words.text("restricted.unknown")) : said;
    }

    private String undated(BriefSubject subject, List<KeyDate> dates) {
        Item item = subject.item();
        if (item.type().equals(ItemType.COURSE)) {
            return course(subject, dates);
        }
        boolean said = item.type().equals(ItemType.ANNOUNCEMENT) || item.type().equals(ItemType.FORUM_DISCUSSION);
        Optional<String> quote = Excerpt.of(item, QUOTE_WIDTH).map(text -> words.quote(text));
        if (said && quote.isPresent()) {
            return quote.get();
        }
        boolean task = item.type().equals(ItemType.ASSIGNMENT) || item.type().equals(ItemType.QUIZ);
        if (task && quote.isPresent()) {
            return words.text("is.undated.text", quote.get());
        }
        Optional<KeyDate> next = keyDates.next(dates);
        if (next.isPresent()) {
            return next(next.get(), keyDates.ahead(dates).size() - 1);
        }
        if (!dates.isEmpty()) {
            return words.text("is.pastdates", dates.size());
        }
        return parts(subject).or(() -> quote).orElse(words.text("is.undated"));
    }

    private String next(KeyDate next, int more) {
        String first = words.text("is.next", next.label(), words.value(next.value()));
        return more == 0 ? first : words.text(more == 1 ? "is.next.one" : "is.next.more", first, more);
    }

    /** Returns what a folder or a forum holds. */
    private Optional<String> parts(BriefSubject subject) {
        List<Item> parts = subject.parts();
        if (subject.item().type().equals(ItemType.FORUM)) {
            return Optional.of(count("discussions", parts.size()));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(count("files", parts.size()));
    }

    private String course(BriefSubject subject, List<KeyDate> dates) {
        String items = count("items", subject.parts().size());
        return keyDates.next(dates)
                .map(next -> words.text("is.course.next", items, next.label(), words.value(next.value())))
                .orElse(words.text("is.course.quiet", items));
    }

    private String count(String what, int number) {
        String form = number == 0 ? "none" : number == 1 ? "one" : "many";
        return words.text("count." + what + "." + form, number);
    }
}
