package dev.unitracker.example.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.Changes.ItemChange;
import dev.unitracker.Page;
import dev.unitracker.example.server.answer.EntryJson;
import dev.unitracker.example.server.answer.ItemJson;
import dev.unitracker.model.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is asked about changes. */
final class ChangeRoutes {

    private static final String SINCE_LIST = "since";
    private static final String RECENT_LIST = "recent";
    private static final String LEDGER = "changes";
    private static final int USUAL = 500;
    private static final int TWO_DAYS = 48;
    private static final int YEAR = 366 * 24;

    private static final Parameter<Integer> LIMIT = Limits.of(USUAL);
    private static final Parameter<Integer> WINDOW =
            Parameter.whole("window_hours", 1, YEAR).otherwise(TWO_DAYS);
    private static final Parameter<Instant> SINCE = Parameter.moment("since").required();
    private static final Parameter<Long> AFTER = Parameter.number("after", 0).otherwise(0L);

    private ChangeRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.get("/changes", Reads.list(ChangeRoutes::ledger).tagged()).taking(AFTER, LIMIT, Cursor.PARAMETER),
                Route.get("/changes/recent", Reads.list(ChangeRoutes::recent).taggedByTheMinute())
                        .taking(WINDOW, Limits.ALL, Cursor.PARAMETER),
                Route.get("/changes/since", Reads.list(ChangeRoutes::since)).taking(SINCE, LIMIT, Cursor.PARAMETER));
    }

    private static Answer ledger(Reading reading) {
        long after = reading.asked()
                .find(Cursor.PARAMETER)
                .map(cursor -> Cursor.read(cursor, LEDGER, 1).number(0))
                .orElseGet(() -> reading.asked().get(AFTER));
        Page<Change> page =
                reading.account().changes().after(after, reading.asked().get(LIMIT));
        EntryJson entries = entries(reading, page);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = json.putArray("changes");
        page.forEach(change -> rows.add(entries.of(change)));
        json.put(
                "next_after", page.isEmpty() ? after : page.get(page.size() - 1).number());
        json.put("has_more", page.hasMore());
        return reading.object(json, ItemRoutes.next(page, LEDGER));
    }

    /** Returns what writes some entries of the ledger. */
    static EntryJson entries(Reading reading, List<Change> some) {
        return new EntryJson(
                reading.frame(),
                ItemRoutes.numbers(
                        reading.account(),
                        some.stream().map(Change::item).distinct().toList()));
    }

    private static Answer recent(Reading reading) {
        Instant since = reading.now().minus(Duration.ofHours(reading.asked().get(WINDOW)));
        Rows rows = rows(reading, since, RECENT_LIST, reading.asked().get(Limits.ALL));
        ItemJson json = new ItemJson(reading.frame());
        return reading.list(
                rows.inOrder().map(change -> json.of(change.stored())).toList(), rows.cursor(RECENT_LIST));
    }

    private static Answer since(Reading reading) {
        Instant since = reading.asked().get(SINCE);
        Rows rows = rows(reading, since, SINCE_LIST, reading.asked().get(LIMIT));
        ItemJson json = new ItemJson(reading.frame());
        return reading.list(rows.inOrder().map(json::of).toList(), rows.cursor(SINCE_LIST));
    }

    /**
     * Some rows, and the moment that those that follow begin at.
     *
     * @param next empty if none follow
     */
    private record Rows(List<ItemChange> rows, String next) {

        /** At one moment the library orders by the source's names; here they are ordered by number. */
        Stream<ItemChange> inOrder() {
            return rows.stream()
                    .sorted(Comparator.comparing(
                                    (ItemChange change) -> change.stored().updatedAt())
                            .thenComparing(change -> change.stored().number()));
        }

        Optional<Cursor> cursor(String list) {
            return next.isEmpty() ? Optional.empty() : Optional.of(Cursor.of(list, next));
        }

        boolean areAllAt(Instant moment) {
            return rows.stream().allMatch(change -> change.stored().updatedAt().equals(moment));
        }
    }

    /**
     * What changed at one moment is on one page. Whoever goes on from the newest moment that he got would get nothing but that moment
     * again, if it fills a page; so more is added to it.
     */
    private static Rows rows(Reading reading, Instant since, String list, int limit) {
        Instant from = reading.asked()
                .find(Cursor.PARAMETER)
                .map(cursor -> Cursor.read(cursor, list, 1).position().get(0))
                .map(ChangeRoutes::moment)
                .filter(moment -> !moment.isBefore(since))
                .orElse(since);
        Rows first = read(reading, since, from, limit);
        if (first.next().isEmpty() || !first.areAllAt(since)) {
            return first;
        }
        Rows second = read(reading, since, moment(first.next()), limit);
        return new Rows(
                Stream.concat(first.rows().stream(), second.rows().stream()).toList(), second.next());
    }

    private static Rows read(Reading reading, Instant since, Instant from, int limit) {
        Page<ItemChange> page = reading.account().changes().since(since, from, limit);
        return new Rows(page, page.next());
    }

    private static Instant moment(String text) {
        return Parameter.momentOf(text).orElseThrow(Cursor::foreign);
    }
}
