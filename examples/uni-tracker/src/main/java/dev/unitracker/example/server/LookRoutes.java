package dev.unitracker.example.server;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.unitracker.Account;
import dev.unitracker.Tracker;
import dev.unitracker.example.server.answer.SyncJson;
import dev.unitracker.run.Part;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What parts can be looked at, and looks that are asked for. */
final class LookRoutes {

    private static final String LIST = "collectors";

    private LookRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.get("/sync/collectors", LookRoutes::collectors).taking(Limits.ALL, Cursor.PARAMETER),
                Route.post("/sync/run/{name}", LookRoutes::run).needing(Scope.ADMIN));
    }

    /** What can be looked at is known before the first look; building what looks may write, so it comes first. */
    private static Answer collectors(Asked asked) {
        Account account = asked.account();
        List<String> names =
                asked.hosted().tracker(asked.accountName()).map(Tracker::parts).orElseGet(account::parts).stream()
                        .map(Part::name)
                        .sorted()
                        .toList();
        return Reads.list(reading -> collectors(reading, names)).answer(asked);
    }

    private static Answer collectors(Reading reading, List<String> names) {
        long after = reading.asked()
                .find(Cursor.PARAMETER)
                .map(cursor -> Cursor.read(cursor, LIST, 1).number(0))
                .orElse(-1L);
        Slice<Integer> page = Slice.of(
                IntStream.range(0, names.size()).boxed().toList(),
                place -> place > after,
                reading.asked().get(Limits.ALL),
                place -> Cursor.of(LIST, place));
        return reading.list(
                page.rows().stream()
                        .map(place -> TextNode.valueOf(names.get(place)))
                        .toList(),
                page.next());
    }

    private static Answer run(Asked asked) {
        Account unused = asked.account();
        Tracker tracker = tracker(asked);
        String name = asked.text("name");
        if (tracker.parts().stream().map(Part::name).noneMatch(name::equals)) {
            throw Refusal.unknown("there is no such collector; /sync/collectors names all");
        }
        return Answer.of(SyncJson.of(name, tracker.sync(Set.of(name))));
    }

    /** Returns what looks at the account and tells of it. */
    static Tracker tracker(Asked asked) {
        return asked.hosted()
                .tracker(asked.accountName())
                .orElseThrow(() -> Refusal.conflict("this account cannot be looked at now; it may be paused"));
    }
}
