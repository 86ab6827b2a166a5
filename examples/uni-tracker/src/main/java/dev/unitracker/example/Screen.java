package dev.unitracker.example;

import dev.unitracker.Account;
import dev.unitracker.model.Change;
import dev.unitracker.model.DateSource;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.StoredItem;
import dev.unitracker.report.MissedText;
import dev.unitracker.report.SyncReport;
import dev.unitracker.words.ChangeText;
import dev.unitracker.words.DateText;
import dev.unitracker.words.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Shows a person what a tracker knows, in their language. */
final class Screen {

    private final Console console;
    private final Texts words;
    private final Account account;
    private final ZoneId zone;
    private final UnaryOperator<String> text;
    private final DateText dates;

    Screen(Console console, Texts words, Account account, ZoneId zone) {
        this(console, words, account, zone, text -> text);
    }

    /**
     * @param text applied to every line about a change, for example to print recorded links as they were recorded
     */
    Screen(Console console, Texts words, Account account, ZoneId zone, UnaryOperator<String> text) {
        this.text = text;
        this.console = console;
        this.words = words;
        this.account = account;
        this.zone = zone;
        this.dates = new DateText(words, zone);
    }

    String local(Instant moment) {
        return dates.moment(moment);
    }

    /** Prints changes, each with its fields before and after. */
    void changes(List<Change> changes) {
        Map<ItemId, String> courses = courseNames();
        ChangeText said = new ChangeText(words, zone, course -> courses.getOrDefault(course, course.key()));
        for (Change change : changes) {
            List<String> lines = said.lines(change).stream().map(text).toList();
            console.line("  * " + lines.get(0));
            lines.stream().skip(1).forEach(line -> console.line("  " + line));
        }
    }

    /** Prints what is due within some time. */
    void deadlines(Duration within) {
        Map<ItemId, String> courses = courseNames();
        List<Item> due =
                account.deadlines(within).stream().map(StoredItem::item).toList();
        console.line(words.text("deadlines", within.toDays()));
        if (due.isEmpty()) {
            console.line("  " + words.text("deadlines.none"));
        }
        for (Item item : due) {
            String course = item.courseId()
                    .map(id -> courses.getOrDefault(id, id.key()))
                    .orElse("");
            console.line(String.format(
                    Locale.ROOT,
                    "  %-22s %-40s %s%s",
                    local(item.dueAt().orElseThrow()),
                    item.title(),
                    course,
                    item.dueSource().map(this::rule).orElse("")));
        }
    }

    private String rule(DateSource source) {
        String others = source.classDate() == null ? "" : words.text("due.class", local(source.classDate()));
        String rule = "due." + source.rule();
        return words.knows(rule) ? " " + words.text(rule, others) : "";
    }

    /** Prints what a look did: what was seen, what was not, what it cost. */
    void report(SyncReport report) {
        List<String> parts = new ArrayList<>();
        parts.add(known(courseNames().size(), "course"));
        parts.add(known(report.items(), "item"));
        parts.add(words.count("change", report.news().size()));
        parts.add(words.count("request", report.run().requests()));
        if (!report.duration().isZero()) {
            parts.add(String.format(Locale.ROOT, "%.1f s", report.duration().toMillis() / 1000.0));
        }
        console.line(words.text(report.run().full() ? "look.full" : "look.quick", String.join(", ", parts)));
        if (report.baseline() > 0) {
            console.line(words.text("baseline", known(Math.toIntExact(report.baseline()), "item")));
        }
        report.refusal().ifPresent(why -> console.line(words.text("refused", why)));
        if (!report.run().notLooked().isEmpty()) {
            console.line(words.text("not_looked"));
            new MissedText(words, account.parts())
                    .linesWithDetails(report.run().parts())
                    .forEach(line -> console.line("  - " + line));
        }
    }

    /** Returns so many of what the library has a name for. */
    private String known(int number, String what) {
        return words.count("message." + what, number);
    }

    private Map<ItemId, String> courseNames() {
        return account.courses().stream().map(StoredItem::item).collect(Collectors.toMap(Item::id, Item::title));
    }
}
