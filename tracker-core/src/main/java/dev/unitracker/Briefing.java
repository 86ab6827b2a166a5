package dev.unitracker;

import dev.unitracker.brief.Brief;
import dev.unitracker.brief.BriefSubject;
import dev.unitracker.brief.BriefWriter;
import dev.unitracker.brief.CourseBrief;
import dev.unitracker.model.Change;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.StoredItem;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoreSession;
import dev.unitracker.spi.StoredBrief;
import dev.unitracker.words.Language;
import dev.unitracker.words.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Briefs of one account as they are now. It reads and writes nothing. */
record Briefing(Store store, String account, Texts texts, ZoneId zone, Supplier<Instant> now, BriefWriter writer) {

    private static final Duration LATELY = Duration.ofDays(14);

    Briefing(Store store, String account, Texts texts, ZoneId zone, Supplier<Instant> now) {
        this(store, account, texts, zone, now, new BriefWriter(texts, zone));
    }

    Language language() {
        return texts.language();
    }

    Optional<Brief> of(ItemId id) {
        return store.reading(
                account,
                session -> session.items()
                        .find(id)
                        .map(stored -> current(session, List.of(stored))
                                .computeIfAbsent(
                                        id, unwritten -> byRules(session, stored, neighbours(session, stored)))));
    }

    Optional<CourseBrief> ofCourse(ItemId course) {
        return store.reading(
                account,
                session -> session.items()
                        .find(course)
                        .map(stored -> ofCourse(
                                session,
                                stored,
                                session.items().find(ItemQuery.all().of(course)))));
    }

    /** Returns the brief of an item as rules write it. */
    Brief byRules(StoreSession session, StoredItem stored, List<Item> neighbours) {
        Instant moment = now.get();
        ItemId id = stored.item().id();
        List<Change> changes = session.ledger().of(List.of(id), moment.minus(LATELY));
        return writer.write(BriefSubject.of(stored.item(), neighbours, changes), moment);
    }

    /** Returns all items of an item's course, itself among them. */
    static List<Item> neighbours(StoreSession session, StoredItem stored) {
        return items(session.items().find(ItemQuery.all().besides(stored.item())));
    }

    private static List<Item> items(List<StoredItem> stored) {
        return stored.stream().map(StoredItem::item).toList();
    }

    private CourseBrief ofCourse(StoreSession session, StoredItem course, List<StoredItem> all) {
        Map<ItemId, StoredItem> byId =
                all.stream().collect(Collectors.toMap(stored -> stored.item().id(), Function.identity()));
        List<Item> neighbours = items(all);
        List<Item> pressing = writer.pressing(neighbours, now.get());
        List<StoredItem> stored =
                pressing.stream().map(item -> byId.get(item.id())).toList();
        Map<ItemId, Brief> current = current(session, stored);
        List<CourseBrief.Entry> entries = stored.stream()
                .map(one -> new CourseBrief.Entry(
                        one.item(), current.computeIfAbsent(one.item().id(), id -> byRules(session, one, neighbours))))
                .toList();
        return new CourseBrief(
                course.item(),
                byRules(session, course, neighbours).summaryShort(),
                CourseBrief.Origin.of(
                        entries.stream().map(CourseBrief.Entry::brief).toList()),
                entries);
    }

    /** Returns the briefs that a model wrote of items as they are now. */
    private Map<ItemId, Brief> current(StoreSession session, Collection<StoredItem> items) {
        Map<ItemId, StoredItem> byId =
                items.stream().collect(Collectors.toMap(stored -> stored.item().id(), Function.identity()));
        return session.briefs().find(byId.keySet()).stream()
                .filter(kept -> byId.containsKey(kept.item()))
                .filter(kept -> kept.isCurrent(Objects.requireNonNull(byId.get(kept.item())), language()))
                .collect(Collectors.toMap(StoredBrief::item, StoredBrief::brief));
    }
}
