package dev.unitracker.telegram;

import dev.unitracker.Account;
import dev.unitracker.Changes.ItemChange;
import dev.unitracker.Risk;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.spi.Message.Line;
import dev.unitracker.spi.Message.Style;
import dev.unitracker.spi.StoredItem;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Short lists of what lies ahead and what changed, by course, in local time, each item with the number to call it by. */
final class Overview {

    private static final int PAGE = 1_000;

    private final Account account;
    private final ZoneId zone;
    private final Words words;
    private final DateTimeFormatter moment;
    private final DateTimeFormatter day;

    Overview(Account account, ZoneId zone, Words words) {
        this.account = account;
        this.zone = zone;
        this.words = words;
        this.moment =
                DateTimeFormatter.ofPattern("EEE d MMM HH:mm", words.language().locale());
        this.day = DateTimeFormatter.ofPattern("EEE d MMM", words.language().locale());
    }

    List<Line> deadlines(long days) {
        Listing listing = new Listing();
        Map<String, String> courses = new HashMap<>();
        for (Item item : account.deadlines(Duration.ofDays(days))) {
            String text = local(item.dueAt().orElseThrow()) + " · " + item.title();
            listing.add(course(item, courses), line(text, item, listing));
        }
        String within = words.days(days);
        return listing.below(words.text("deadlines", within), words.text("deadlines.none", within), words);
    }

    List<Line> risks(long days) {
        Listing listing = new Listing();
        Map<String, String> courses = new HashMap<>();
        for (Risk risk : account.risks(Duration.ofDays(days))) {
            @Nullable Instant at = risk.at();
            String when =
                    at == null ? reason(risk) : (risk.wholeDay() ? local(at, day) : local(at)) + " · " + reason(risk);
            Item item = risk.item();
            listing.add(course(item, courses), line(when + " · " + item.title(), item, listing));
        }
        String within = words.days(days);
        return listing.below(words.text("risks", within), words.text("risks.none", within), words);
    }

    private String reason(Risk risk) {
        String reason = words.text(
                switch (risk.reason()) {
                    case DUE -> "risk.due";
                    case EXAM -> "risk.exam";
                    case WATCH -> "risk.watch";
                });
        return risk.label().isEmpty() ? reason : reason + " (" + risk.label() + ")";
    }

    /** Returns what changed since a moment, the latest first; what only a first look brought is no change. */
    List<Line> changes(long hours, Instant since) {
        List<Told> told = told(since);
        Listing listing = new Listing();
        Map<String, String> courses = new HashMap<>();
        for (int i = told.size() - 1; i >= 0; i--) {
            StoredItem stored = told.get(i).stored();
            Item item = stored.item();
            String what = words.language().text("kind." + told.get(i).kind().key());
            listing.add(course(item, courses), numbered(what + ": " + item.title(), stored));
        }
        String time = words.hours(hours);
        return listing.below(words.text("changes", time), words.text("changes.none", time), words);
    }

    private record Told(StoredItem stored, ChangeKind kind) {}

    /** Reads on to the end, for the oldest come first: a first look alone may fill a page with what is told to nobody. */
    private List<Told> told(Instant since) {
        List<Told> told = new ArrayList<>();
        Instant from = since;
        while (true) {
            List<ItemChange> page = account.changes().since(since, from, PAGE);
            Map<ItemId, ChangeKind> kinds = kinds(page, since);
            for (ItemChange change : page) {
                @Nullable ChangeKind kind = kinds.get(change.stored().item().id());
                if (kind != null) {
                    told.add(new Told(change.stored(), kind));
                }
            }
            if (page.size() < PAGE) {
                return told;
            }
            from = page.get(page.size() - 1).stored().updatedAt().plus(1, ChronoUnit.MICROS);
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

    private Line line(String text, Item item, Listing listing) {
        Optional<StoredItem> stored = listing.isFull() ? Optional.empty() : account.item(item.id());
        return stored.map(found -> numbered(text, found)).orElseGet(() -> Line.of(Style.DETAIL, text));
    }

    private static Line numbered(String text, StoredItem stored) {
        return new Line(
                Style.DETAIL,
                text + " #" + stored.lastChange(),
                stored.item().url().orElse(null));
    }

    private String course(Item item, Map<String, String> known) {
        return item.course()
                .map(key -> known.computeIfAbsent(key, this::courseName))
                .orElseGet(() -> words.text("other"));
    }

    private String courseName(String key) {
        return account.item(new ItemId(account.name(), key))
                .map(course -> course.item().title())
                .orElse(key);
    }

    private String local(Instant at) {
        return local(at, moment);
    }

    private String local(Instant at, DateTimeFormatter form) {
        return at.atZone(zone).format(form);
    }
}
