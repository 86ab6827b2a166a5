package dev.unitracker.brief;

import dev.unitracker.brief.Brief.KeyDate;
import dev.unitracker.dates.Fact;
import dev.unitracker.dates.FactType;
import dev.unitracker.model.DateSource;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What else to know of an item: changes, what it says, dates with their quotes, what it holds; the next step last. */
final class Bullets {

    private static final Set<Situation> SETTLED = Set.of(Situation.GRADED, Situation.REMOVED, Situation.HIDDEN);
    private static final int QUOTE_WIDTH = 240;
    private static final int DATES = 5;
    private static final int PARTS = 4;

    private final BriefText words;
    private final KeyDates keyDates;

    Bullets(BriefText words) {
        this.words = words;
        this.keyDates = new KeyDates(words);
    }

    List<String> of(BriefSubject subject, List<KeyDate> dates, String headline) {
        List<String> bullets = new ArrayList<>(new RecentChanges(words).of(subject.changes()));
        Item item = subject.item();
        deadline(item).ifPresent(bullets::add);
        says(item, dates, headline).ifPresent(bullets::add);
        bullets.addAll(dates(item, dates, headline));
        place(item).ifPresent(bullets::add);
        item.get(Field.GRADE_FEEDBACK)
                .map(said -> words.text("feedback", words.quote(Excerpt.shortened(said, QUOTE_WIDTH))))
                .ifPresent(bullets::add);
        bullets.addAll(parts(subject));
        within(subject).ifPresent(bullets::add);
        if (bullets.isEmpty()) {
            bullets.add(words.text(item.body().isPresent() ? "nothing.dated" : "nothing.said"));
        }
        bullets.add(new NextStep(words).of(subject, dates));
        return bullets.stream().map(BriefText::sentence).distinct().toList();
    }

    /** Returns the deadline with why it is the student's, and until when it is taken late. */
    private Optional<String> deadline(Item item) {
        Situation situation = Situation.of(item, words.now());
        boolean settled = SETTLED.contains(situation);
        return item.dueAt().filter(due -> !settled).map(due -> {
            String limit = words.text("deadline", words.limit(due));
            String whose = item.dueSource().map(this::whose).orElse("");
            String late = item.cutOffAt()
                    .filter(cutOff -> cutOff.isAfter(due))
                    .map(cutOff -> "; " + words.text("deadline.late", words.limit(cutOff)))
                    .orElse("");
            return limit + whose + late;
        });
    }

    private String whose(DateSource source) {
        String name = "rule." + source.rule();
        String rule = words.knows(name) ? words.text(name) : "";
        return source.classDate() == null
                ? rule
                : rule + "; " + words.text("rule.class", words.limit(source.classDate()));
    }

    /** What the headline or a date quotes already need not be quoted again. */
    private Optional<String> says(Item item, List<KeyDate> dates, String headline) {
        if (BriefSubject.isSchedule(item) && !dates.isEmpty()) {
            return Optional.empty();
        }
        return Excerpt.of(item, QUOTE_WIDTH)
                .filter(text -> !headline.contains(words.quote(text)))
                .map(text -> words.text("says", words.quote(text)));
    }

    private List<String> dates(Item item, List<KeyDate> dates, String headline) {
        List<KeyDate> ahead = keyDates.ahead(dates).stream()
                .filter(date -> !isTold(item, date))
                .toList();
        List<String> lines = new ArrayList<>(
                ahead.stream().limit(DATES).map(date -> line(date, headline)).toList());
        if (ahead.size() > DATES) {
            lines.add(words.text("dates.more", ahead.size() - DATES));
        }
        return lines;
    }

    /** The deadline, and when an event takes place, are told in words of their own. */
    private static boolean isTold(Item item, KeyDate date) {
        if (item.type().equals(ItemType.COURSE)) {
            return false;
        }
        boolean deadline =
                date.type().equals(Field.DUE_AT.key()) && date.quote().isEmpty();
        boolean late = date.type().equals(Field.CUT_OFF_AT.key());
        boolean event =
                item.type().equals(ItemType.CALENDAR_EVENT) && date.quote().isEmpty();
        return deadline || late || event;
    }

    private String line(KeyDate date, String headline) {
        String when = words.text("date", words.value(date.value()), date.label());
        String quote = words.quote(date.quote());
        return date.quote().isEmpty() || headline.contains(quote) ? when : when + " (" + quote + ")";
    }

    private Optional<String> place(Item item) {
        return item.get(Field.PLACE)
                .or(() -> item.facts().stream()
                        .filter(fact -> fact.type() == FactType.CLASSROOM)
                        .map(Fact::value)
                        .distinct()
                        .reduce((one, other) -> one + ", " + other))
                .map(place -> words.text("place", place));
    }

    private List<String> parts(BriefSubject subject) {
        ItemType type = subject.item().type();
        List<Item> parts = subject.parts();
        if (type.equals(ItemType.COURSE)) {
            return course(subject);
        }
        if (parts.isEmpty()) {
            return List.of();
        }
        if (type.equals(ItemType.FORUM)) {
            return List.of(words.text(
                    "latest",
                    words.list(
                            parts.stream()
                                    .sorted(Comparator.comparing((Item part) ->
                                                    part.publishedAt().orElse(Instant.EPOCH))
                                            .reversed())
                                    .map(part -> words.quote(part.title()))
                                    .toList(),
                            PARTS)));
        }
        return List.of(
                words.text("holds", words.list(parts.stream().map(Item::title).toList(), PARTS)));
    }

    private List<String> course(BriefSubject subject) {
        List<String> lines = new ArrayList<>();
        if (subject.item().grade().isPresent()) {
            lines.add(words.text("grade.course", new Headline(words).grade(subject.item())));
        }
        return lines;
    }

    private Optional<String> within(BriefSubject subject) {
        Item within = subject.within();
        return within == null || within.title().equals(subject.item().title())
                ? Optional.empty()
                : Optional.of(words.text("within", within.title()));
    }
}
