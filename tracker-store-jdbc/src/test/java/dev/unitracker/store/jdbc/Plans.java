package dev.unitracker.store.jdbc;

import static dev.unitracker.testkit.Example.ACCOUNT;
import static dev.unitracker.testkit.Example.NOON;

import dev.unitracker.testkit.Example;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/** How a database would run the store's statements. */
final class Plans {

    private static final Pattern PARAMETER = Pattern.compile(":(\\w+)|<items>|<deliveries>|<numbers>|<names>|<blocks>");

    private final Jdbi jdbi;

    Plans(TestDatabase database) {
        this.jdbi = Jdbi.create(database.pool());
        Parameters.register(jdbi);
        jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
    }

    /** Returns the plan for the values that a student's day brings. */
    String usual(String statement) {
        return jdbi.withHandle(handle -> String.join(
                "\n",
                handle.createQuery("explain " + statement)
                        .bindList("items", items())
                        .bindList("deliveries", items())
                        .bindList("names", List.of("run-7", "run-99"))
                        .bindList("numbers", List.of(7L, 10L, 90L))
                        .bindList("blocks", List.of(0L, 3L))
                        .bindMap(values(statement))
                        .mapTo(String.class)
                        .list()));
    }

    /** Returns the plan that PostgreSQL would keep for a statement that is made often, whatever the values are then. */
    String kept(String statement) {
        AtomicInteger number = new AtomicInteger();
        String numbered = PARAMETER.matcher(statement).replaceAll(found -> "\\$" + number.incrementAndGet());
        String nulls = String.join(", ", Collections.nCopies(number.get(), "null"));
        return jdbi.inTransaction(handle -> {
            handle.execute("set local plan_cache_mode = force_generic_plan");
            handle.execute("prepare kept as " + numbered);
            String plan = String.join(
                    "\n",
                    handle.createQuery("explain execute kept (" + nulls + ")")
                            .mapTo(String.class)
                            .list());
            handle.execute("deallocate kept");
            return plan;
        });
    }

    /** What a statement writes plays no part in how it finds the row. */
    private static Map<String, @Nullable Object> values(String statement) {
        Map<String, @Nullable Object> values = new HashMap<>();
        PARAMETER
                .matcher(statement)
                .results()
                .filter(found -> found.group(1) != null)
                .forEach(found -> values.put(found.group(1), null));
        values.putAll(usual());
        return values;
    }

    private static Map<String, Object> usual() {
        return Map.ofEntries(
                Map.entry("account", ACCOUNT),
                Map.entry("below", 90L),
                Map.entry("block", 3L),
                Map.entry("word", " parcial"),
                Map.entry("source", Example.SOURCE),
                Map.entry("course", "course:7"),
                Map.entry("item_type", "course"),
                Map.entry("status", "active"),
                Map.entry("fact_type", "exam_at"),
                Map.entry("review", "watch"),
                Map.entry("from", NOON),
                Map.entry("earliest", NOON),
                Map.entry("to", NOON.plusSeconds(100_000)),
                Map.entry("since", NOON),
                Map.entry("number", 10L),
                Map.entry("limit", 20),
                Map.entry("prefix", "example/"),
                Map.entry("item_id", Ids.of(Example.id("module:7"))),
                Map.entry("scope_id", Ids.of(Example.scope("calendar"))),
                Map.entry("note_id", Ids.of("4 core note 7")),
                Map.entry("owner", "core"),
                Map.entry("delivery_id", Ids.of(ManyStudents.delivery(7).key())),
                Map.entry("recipient_id", Ids.of("channel/0")),
                Map.entry("state", "pending"),
                Map.entry("now", NOON.plusSeconds(100_000)),
                Map.entry("latest_change", 7L),
                Map.entry("outcome", "complete"),
                Map.entry("name", "run-99"),
                Map.entry("replaced", "run-99"),
                Map.entry("full_look", true),
                Map.entry("started_at", NOON),
                Map.entry("finished_at", NOON),
                Map.entry("parts", "[]"),
                Map.entry("kept", 3),
                Map.entry("requests", 4),
                Map.entry("answers", "[]"));
    }

    private static List<UUID> items() {
        return IntStream.range(0, 20)
                .mapToObj(number -> Ids.of("module:" + number))
                .toList();
    }
}
