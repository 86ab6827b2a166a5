package dev.unitracker.example;

import dev.unitracker.ChangeText;
import dev.unitracker.SyncReport;
import dev.unitracker.Tracker;
import dev.unitracker.model.Change;
import dev.unitracker.model.DateSource;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemType;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Shows a person what a tracker knows. */
final class Screen {

    private final Console console;
    private final Tracker tracker;
    private final ZoneId zone;
    private final UnaryOperator<String> text;
    private final DateTimeFormatter time;

    Screen(Console console, Tracker tracker, ZoneId zone) {
        this(console, tracker, zone, text -> text);
    }

    /**
     * @param text applied to every line about a change, for example to print recorded links as they were recorded
     */
    Screen(Console console, Tracker tracker, ZoneId zone, UnaryOperator<String> text) {
        this.text = text;
        this.console = console;
        this.tracker = tracker;
        this.zone = zone;
        this.time = DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.ENGLISH);
    }

    String local(Instant moment) {
        return moment.atZone(zone).format(time);
    }

    /** Prints changes, each with its fields before and after. */
    void changes(List<Change> changes) {
        Map<String, String> courses = courseNames();
        ChangeText words = new ChangeText(zone, Language.ENGLISH, key -> courses.getOrDefault(key, key));
        for (Change change : changes) {
            List<String> lines = words.lines(change).stream().map(text).toList();
            console.line("  * " + lines.get(0));
            lines.stream().skip(1).forEach(line -> console.line("  " + line));
        }
    }

    /** Prints what is due within some time. */
    void deadlines(Duration within) {
        Map<String, String> courses = courseNames();
        List<Item> due = tracker.deadlines(within);
        console.line("Deadlines of the next " + within.toDays() + " days:");
        if (due.isEmpty()) {
            console.line("  none");
        }
        for (Item item : due) {
            String course =
                    item.course().map(key -> courses.getOrDefault(key, key)).orElse("");
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
        String others = source.classDate() == null ? "" : "; the class: " + local(source.classDate());
        return switch (source.rule()) {
            case EXTENSION -> " (your extension" + others + ")";
            case USER_OVERRIDE -> " (an exception for you" + others + ")";
            case GROUP_OVERRIDE -> " (an exception for your group" + others + ")";
            case ACTIVITY -> "";
            case EXPECTATION -> " (when it is expected to be completed)";
        };
    }

    /** Prints what a look did: what was seen, what was not, what it cost. */
    void report(SyncReport report) {
        List<String> parts = new ArrayList<>();
        parts.add(count(courseNames().size(), "course"));
        parts.add(count(report.items(), "item"));
        parts.add(count(report.news().size(), "change"));
        parts.add(count(report.run().requests(), "request"));
        if (!report.duration().isZero()) {
            parts.add(String.format(Locale.ROOT, "%.1f s", report.duration().toMillis() / 1000.0));
        }
        console.line((report.run().full() ? "Full look: " : "Quick look: ") + String.join(", ", parts));
        if (report.baseline() > 0) {
            console.line(
                    "Seen for the first time and noted silently: " + count(Math.toIntExact(report.baseline()), "item")
                            + ". You will hear of what changes from now on.");
        }
        report.refusal().ifPresent(why -> console.line("The login was refused: " + why));
        if (!report.run().notLooked().isEmpty()) {
            console.line("Not looked at:");
            NotLooked.byReason(report.run().notLooked()).forEach(line -> console.line("  - " + line));
        }
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private Map<String, String> courseNames() {
        return tracker.items().stream()
                .map(stored -> stored.item())
                .filter(item -> item.type().equals(ItemType.COURSE))
                .collect(Collectors.toMap(item -> item.id().key(), Item::title));
    }
}
