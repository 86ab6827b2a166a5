package dev.unitracker.telegram;

import dev.unitracker.Account;
import dev.unitracker.Changes.ItemChange;
import dev.unitracker.Page;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.StoredItem;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Message.Style;
import dev.unitracker.report.Risk;
import dev.unitracker.words.DateText;
import dev.unitracker.words.LengthText;
import dev.unitracker.words.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Short lists of what lies ahead and what changed, by course, in local time, each item with the number to call it by. */
final class Overview {

    private static final int PAGE = 1_000;

    private final Account account;
    private final Texts words;
    private final DateText dates;
    private final LengthText lengths;

    Overview(Account account, ZoneId zone, Texts words) {
        this.account = account;
        this.words = words;
        this.dates = new DateText(words, zone);
        this.lengths = new LengthText(words);
    }

    List<Line> deadlines(long days) {
        Listing listing = new Listing();
        Map<ItemId, String> courses = new HashMap<>();
        for (StoredItem stored : account.deadlines(Duration.ofDays(days))) {
            Item item = stored.item();
            String text = dates.shortMoment(item.dueAt().orElseThrow()) + " · " + item.title();
            listing.add(course(item, courses), numbered(text, stored));
        }
        String within = lengths.days(days);
        return listing.below(
                words.text("telegram.deadlines", within), words.text("telegram.deadlines.none", within), words);
    }

    List<Line> risks(long days) {
        Listing listing = new Listing();
        Map<ItemId, String> courses = new HashMap<>();
        for (Risk risk : account.risks(Duration.ofDays(days))) {
            @Nullable Instant at = risk.at();
            String when = at == null
                    ? reason(risk)
                    : (risk.wholeDay() ? dates.shortDay(at) : dates.shortMoment(at)) + " · " + reason(risk);
            Item item = risk.item();
            listing.add(course(item, courses), numbered(when + " · " + item.title(), risk.stored()));
        }
        String within = lengths.days(days);
        return listing.below(words.text("telegram.risks", within), words.text("telegram.risks.none", within), words);
    }

    private String reason(Risk risk) {
        String reason = words.text(
                switch (risk.reason()) {
                    case DUE -> "telegram.risk.due";
                    case EXAM -> "telegram.risk.exam";
                    case WATCH -> "telegram.risk.watch";
                });
        return risk.label().isEmpty() ? reason : reason + " (" + risk.label() + ")";
    }

    /** Returns what changed since a moment, the latest first; what only a first look brought is no change. */
    List<Line> changes(long hours, Instant since) {
        List<Told> told = told(since);
        Listing listing = new Listing();
        Map<ItemId, String> courses = new HashMap<>();
        for (int i = told.size() - 1; i >= 0; i--) {
            StoredItem stored = told.get(i).stored();
            Item item = stored.item();
            String what = words.text("kind." + told.get(i).kind().key());
            listing.add(course(item, courses), numbered(what + ": " + item.title(), stored));
        }
        String time = lengths.hours(hours);
        return listing.below(words.text("telegram.changes", time), words.text("telegram.changes.none", time), words);
    }

    private record Told(StoredItem stored, ChangeKind kind) {}

    /** Reads on to the end, for the oldest come first: a first look alone may fill a page with what is told to nobody. */
    private List<Told> told(Instant since) {
        List<Told> told = new ArrayList<>();
        Instant from = since;
        while (true) {
            Page<ItemChange> page = account.changes().since(since, from, PAGE);
            Map<ItemId, ChangeKind> kinds = kinds(page, since);
            for (ItemChange change : page) {
                @Nullable ChangeKind kind = kinds.get(change.stored().item().id());
                if (kind != null) {
                    told.add(new Told(change.stored(), kind));
                }
            }
            if (!page.hasMore()) {
                return told;
            }
            from = Instant.parse(page.next());
        }
    }

    /** Returns what happened to the items to which something did that is told. */
    private Map<ItemId, ChangeKind> kinds(List<ItemChange> changes, Instant since) {
        Map<ItemId, ChangeKind> kinds = new HashMap<>();
        Set<ItemId> firstSeen = new HashSet<>();
        for (ItemChange change : changes) {
            ItemId id = change.stored().item().id();
            if (change.kind() == ChangeKind.NEW && change.stored().baseline()) {
                firstSeen.add(id);
            } else if (change.kind().meaningful()) {
                kinds.put(id, change.kind());
            }
        }
        // All together makes them new, though somebody who was there at the first look knows only of what came after
        // it.
        List<Change> entries = account.changes().of(firstSeen, since);
        entries.stream()
                .filter(entry -> entry.meaningful() && !entry.baseline())
                .forEach(entry -> kinds.put(entry.item(), entry.kind()));
        return kinds;
    }

    private static Line numbered(String text, StoredItem stored) {
        return new Line(
                Style.DETAIL,
                text + " #" + stored.lastChange(),
                stored.item().url().orElse(null));
    }

    private String course(Item item, Map<ItemId, String> known) {
        return item.courseId()
                .map(id -> known.computeIfAbsent(id, this::courseName))
                .orElseGet(() -> words.text("telegram.other"));
    }

    private String courseName(ItemId id) {
        return account.item(id).map(course -> course.item().title()).orElse(id.key());
    }
}
