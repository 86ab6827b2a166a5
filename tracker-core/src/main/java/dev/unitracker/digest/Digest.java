package dev.unitracker.digest;

import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Completion;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.ItemType;
import dev.unitracker.notice.AlertPolicy;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Message.Style;
import dev.unitracker.notice.Severity;
import dev.unitracker.report.Risk;
import dev.unitracker.run.Part;
import dev.unitracker.run.Run;
import dev.unitracker.words.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes what a student should know at a glance: which changes matter, what has to be done soon, what was announced,
 * and how fresh all that is. Each section goes course by course, the soonest first. Pure: the same facts give the same
 * lines.
 */
public final class Digest {

    /** More lines than these, for one course in one section, are only counted. */
    private static final int LINES_OF_A_COURSE = 5;

    private final Facts facts;
    private final AlertPolicy policy;
    private final DigestText words;

    /**
     * What a digest is made of. Immutable.
     *
     * @param changes the changes of the time that it is about, ordered by number
     * @param items the items as they are now, by id: those of the changes, and the courses
     * @param ahead what lies ahead, one row for each activity
     * @param latest the latest look that read something; empty if none did
     * @param parts the parts of the sources with their labels
     * @param now when the digest is made
     */
    public record Facts(
            List<Change> changes,
            Map<ItemId, Item> items,
            List<Risk> ahead,
            Optional<Run> latest,
            List<Part> parts,
            Instant now) {

        /** Copies the lists and the map. */
        public Facts {
            changes = List.copyOf(changes);
            items = Map.copyOf(items);
            ahead = List.copyOf(ahead);
            parts = List.copyOf(parts);
        }
    }

    private Digest(Facts facts, AlertPolicy policy, Texts texts, ZoneId zone) {
        this.facts = facts;
        this.policy = policy;
        this.words = new DigestText(texts, zone);
    }

    /**
     * Returns the lines of a digest, at least one.
     *
     * @param facts what it is made of
     * @param policy says which changes matter
     * @param texts all texts of its language
     * @param zone the zone that times are shown in
     */
    public static List<Line> of(Facts facts, AlertPolicy policy, Texts texts, ZoneId zone) {
        return new Digest(facts, policy, texts, zone).lines();
    }

    private List<Line> lines() {
        Collection<Change> latest = latestOfEach();
        List<Line> lines = new ArrayList<>();
        lines.addAll(section("digest.urgent", urgent(latest)));
        lines.addAll(section("digest.soon", soon()));
        lines.addAll(section("digest.announcements", announcements(latest)));
        rest(latest).ifPresent(lines::add);
        if (lines.isEmpty()) {
            lines.add(Line.of(Style.PLAIN, words.text("digest.nothing")));
        }
        lines.add(Line.of(Style.PLAIN, words.freshness(facts, courses())));
        return lines;
    }

    private long courses() {
        return facts.items().values().stream()
                .filter(item -> item.type().equals(ItemType.COURSE))
                .count();
    }

    /** One line for each activity: what happened to it last, of what a student would care for. */
    private Collection<Change> latestOfEach() {
        Map<ItemId, Change> latest = new LinkedHashMap<>();
        for (Change change : facts.changes()) {
            if (change.isTold() && facts.items().containsKey(change.item())) {
                latest.merge(change.item(), change, this::weightier);
            }
        }
        return latest.values();
    }

    /** A deadline that moved is not hidden by a comma that was added later, but of what is gone or out of sight nothing else matters. */
    private Change weightier(Change earlier, Change later) {
        if (item(later).status() != ItemStatus.ACTIVE) {
            return later;
        }
        return severity(earlier).compareTo(severity(later)) > 0 ? earlier : later;
    }

    private Severity severity(Change change) {
        return judged(change).orElse(Severity.INFORMATION);
    }

    private Optional<Severity> judged(Change change) {
        return policy.judge(change, item(change), facts.now());
    }

    private Item item(Change change) {
        Item item = facts.items().get(change.item());
        if (item == null) {
            throw new IllegalArgumentException("the item of " + change.item() + " is missing");
        }
        return item;
    }

    private List<Entry> urgent(Collection<Change> changes) {
        return changes.stream()
                .filter(this::isUrgent)
                .map(change -> words.change(change, item(change), course(item(change)), facts.now()))
                .toList();
    }

    private List<Entry> announcements(Collection<Change> changes) {
        return changes.stream()
                .filter(this::isAnnounced)
                .map(change -> words.change(change, item(change), course(item(change)), facts.now()))
                .toList();
    }

    private boolean isAnnounced(Change change) {
        return isAnnouncement(item(change))
                && change.kind() != ChangeKind.REMOVED
                && (item(change).type().equals(ItemType.ANNOUNCEMENT)
                        || judged(change).isPresent());
    }

    private boolean isUrgent(Change change) {
        return !isAnnouncement(item(change)) && severity(change) != Severity.INFORMATION;
    }

    private static boolean isAnnouncement(Item item) {
        return item.type().equals(ItemType.ANNOUNCEMENT) || item.type().equals(ItemType.FORUM_DISCUSSION);
    }

    private List<Entry> soon() {
        return facts.ahead().stream()
                .filter(risk -> risk.at() != null && risk.item().completion() != Completion.COMPLETED)
                .map(risk -> words.ahead(risk, course(risk.item())))
                .toList();
    }

    private String course(Item item) {
        return item.courseId()
                .map(id -> facts.items().containsKey(id) ? facts.items().get(id).title() : id.key())
                .orElse("");
    }

    /** What is told in no section is at least counted: a new text, a grade. */
    private Optional<Line> rest(Collection<Change> changes) {
        Map<ChangeKind, Long> counts = changes.stream()
                .filter(change -> !isUrgent(change) && !isAnnounced(change))
                .collect(Collectors.groupingBy(Change::kind, TreeMap::new, Collectors.counting()));
        return counts.isEmpty() ? Optional.empty() : Optional.of(Line.of(Style.PLAIN, words.counts(counts)));
    }

    private List<Line> section(String name, List<Entry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Style.HEADING, words.text(name)));
        Map<String, List<Entry>> byCourse = new LinkedHashMap<>();
        entries.stream()
                .sorted(Comparator.comparing(Entry::at).thenComparing(Entry::text))
                .forEach(entry -> byCourse.computeIfAbsent(entry.course(), course -> new ArrayList<>())
                        .add(entry));
        byCourse.forEach((course, some) -> {
            if (!course.isEmpty()) {
                lines.add(Line.of(Style.PLAIN, course));
            }
            some.stream()
                    .limit(LINES_OF_A_COURSE)
                    .forEach(entry ->
                            lines.add(new Line(Style.DETAIL, entry.when() + " · " + entry.text(), entry.link())));
            if (some.size() > LINES_OF_A_COURSE) {
                lines.add(Line.of(Style.DETAIL, words.text("message.more", some.size() - LINES_OF_A_COURSE)));
            }
        });
        return lines;
    }
}
