package dev.unitracker.example.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.unitracker.Account;
import dev.unitracker.Page;
import dev.unitracker.brief.Brief;
import dev.unitracker.example.server.answer.BriefJson;
import dev.unitracker.example.server.answer.ContentJson;
import dev.unitracker.example.server.answer.ItemJson;
import dev.unitracker.example.server.answer.ProvenanceJson;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.StoredItem;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is asked about items, and what the student says of one. */
final class ItemRoutes {

    private static final String LIST = "items";
    private static final int USUAL = 100;
    private static final int FARTHEST = 100_000;
    private static final int STRIDE = 10_000;

    private static final Parameter<Integer> LIMIT = Limits.of(USUAL);
    private static final Parameter<Integer> OFFSET = Parameter.whole("offset", 0, FARTHEST);
    private static final Parameter<Long> COURSE = Parameter.number("course_id", 1);
    private static final Parameter<String> TYPE = Parameter.text(
            "item_type",
            "[a-z0-9_]{1,100}",
            "a type of item like assignment: lower-case letters from a to z, digits and underscores");
    private static final Parameter<String> STATUS = Parameter.word(
            "status", Arrays.stream(ItemStatus.values()).map(ItemStatus::key).toArray(String[]::new));

    private ItemRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.get("/items", Reads.list(ItemRoutes::items).tagged().within(ItemRoutes::course))
                        .taking(LIMIT, OFFSET, Cursor.PARAMETER, COURSE, TYPE, STATUS),
                Route.get("/items/{id}", Reads.one(ItemRoutes::item).tagged()),
                Route.get("/items/{id}/brief", Reads.one(ItemRoutes::brief)),
                Route.get("/items/{id}/provenance", Reads.one(ItemRoutes::provenance)),
                Route.get("/items/{id}/content", Reads.one(ItemRoutes::content)),
                Route.post("/items/{id}/done", asked -> done(asked, true)),
                Route.delete("/items/{id}/done", asked -> done(asked, false)));
    }

    private static Answer items(Reading reading) {
        Optional<ItemQuery> query = query(reading);
        Optional<String> from = query.flatMap(some -> from(reading, some));
        if (query.isEmpty() || from.isEmpty()) {
            return reading.list(List.of(), Optional.empty());
        }
        Page<StoredItem> page =
                reading.account().items(query.get(), from.get(), reading.asked().get(LIMIT));
        ItemJson json = new ItemJson(reading.frame());
        return reading.list(page.stream().map(json::of).toList(), next(page, LIST));
    }

    static Optional<Cursor> next(Page<?> page, String list) {
        return page.hasMore() ? Optional.of(Cursor.of(list, page.next())) : Optional.empty();
    }

    /** Returns what to ask for; empty if it is of a course that there is not. */
    private static Optional<ItemQuery> query(Reading reading) {
        ItemQuery query = ItemQuery.all();
        Optional<String> type = reading.asked().find(TYPE);
        Optional<String> status = reading.asked().find(STATUS);
        if (type.isPresent()) {
            query = query.type(new ItemType(type.get()));
        }
        if (status.isPresent()) {
            query = query.status(ItemStatus.of(status.get()));
        }
        if (reading.asked().find(COURSE).isEmpty()) {
            return Optional.of(query);
        }
        return course(reading).map(query::of);
    }

    private static Optional<ItemId> course(Reading reading) {
        return reading.asked().find(COURSE).flatMap(reading.standing()::course);
    }

    /** Returns where the page begins, as the library says it; empty if that is behind the last row. */
    private static Optional<String> from(Reading reading, ItemQuery query) {
        Optional<String> cursor = reading.asked().find(Cursor.PARAMETER);
        Optional<Integer> offset = reading.asked().find(OFFSET);
        if (cursor.isPresent() && offset.isPresent()) {
            throw Refusal.wrong("there may be an offset or a cursor, not both");
        }
        return cursor.isPresent()
                ? Optional.of(Long.toString(Cursor.read(cursor.get(), LIST, 1).number(0)))
                : behind(offset.orElse(0), query, reading.account());
    }

    private static Optional<String> behind(int offset, ItemQuery query, Account account) {
        String from = "";
        for (int left = offset; left > 0; left -= STRIDE) {
            Page<StoredItem> skipped = account.items(query, from, Math.min(left, STRIDE));
            if (!skipped.hasMore()) {
                return Optional.empty();
            }
            from = skipped.next();
        }
        return Optional.of(from);
    }

    private static Answer item(Reading reading) {
        return Answer.of(new ItemJson(reading.frame()).of(reading.item()));
    }

    private static Answer brief(Reading reading) {
        StoredItem stored = reading.item();
        Brief brief = reading.account()
                .brief(stored.item().id())
                .orElseThrow(() -> new IllegalStateException("an item that is there has a brief"));
        return Answer.of(briefs(reading, List.of(brief)).of(stored, brief));
    }

    /** Returns what writes some briefs. */
    static BriefJson briefs(Reading reading, Collection<Brief> briefs) {
        List<ItemId> sources = briefs.stream()
                .flatMap(brief -> brief.sourceRefs().stream())
                .map(Brief.SourceRef::item)
                .distinct()
                .toList();
        return new BriefJson(reading.frame(), numbers(reading.account(), sources));
    }

    /** Returns the numbers of those of some items that there are. */
    static Map<ItemId, Long> numbers(Account account, Collection<ItemId> items) {
        return account.items(items).stream()
                .collect(Collectors.toMap(stored -> stored.item().id(), StoredItem::number));
    }

    private static Answer provenance(Reading reading) {
        return reading.account()
                .provenance(reading.item().item().id())
                .map(provenance -> Answer.of(new ProvenanceJson(reading.frame()).of(provenance)))
                .orElseThrow(() -> new IllegalStateException("an item that is there has a provenance"));
    }

    private static Answer content(Reading reading) {
        return reading.account()
                .content(reading.item().item().id())
                .map(content -> Answer.of(new ContentJson(reading.frame()).of(content)))
                .orElseThrow(() -> new IllegalStateException("an item that is there has a content"));
    }

    private static Answer done(Asked asked, boolean done) {
        Account account = asked.account();
        account.together(() -> {
            ItemId item = item(asked, account).item().id();
            return done ? account.markDone(item) : account.markOpen(item);
        });
        return Reads.one(ItemRoutes::item).answer(asked);
    }

    /** Returns the item that a path names by its number, for a write. */
    static StoredItem item(Asked asked, Account account) {
        return account.item(asked.number("id")).orElseThrow(() -> Refusal.unknown("there is no such item"));
    }

    /** Returns the answer to a write that has nothing to tell but whether it changed anything. */
    static Answer ok(String what, boolean changed) {
        JsonNode json = JsonNodeFactory.instance.objectNode().put("ok", true).put(what, changed);
        return Answer.of(json);
    }
}
