package dev.unitracker.example.server;

import dev.unitracker.example.server.answer.ItemJson;
import dev.unitracker.model.StoredItem;
import dev.unitracker.report.Risk;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is asked about what lies ahead. */
final class AheadRoutes {

    private static final String DEADLINES = "deadlines";
    private static final String RISKS = "risks";
    private static final int YEAR = 366;
    private static final int TEN_DAYS = 10;
    private static final int TWO_WEEKS = 14;

    private static final Parameter<Integer> DAYS = Parameter.whole("days", 1, YEAR);
    private static final Parameter<Integer> DEADLINE_DAYS = DAYS.otherwise(TEN_DAYS);
    private static final Parameter<Integer> RISK_DAYS = DAYS.otherwise(TWO_WEEKS);

    private AheadRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.get(
                                "/deadlines/upcoming",
                                Reads.list(AheadRoutes::deadlines).taggedByTheMinute())
                        .taking(DEADLINE_DAYS, Limits.ALL, Cursor.PARAMETER),
                Route.get("/risks", Reads.list(AheadRoutes::risks).taggedByTheMinute())
                        .taking(RISK_DAYS, Limits.ALL, Cursor.PARAMETER));
    }

    private static Answer deadlines(Reading reading) {
        List<StoredItem> all =
                reading.account().deadlines(Duration.ofDays(reading.asked().get(DEADLINE_DAYS)));
        Slice<StoredItem> page = page(reading, all, DEADLINES, AheadRoutes::rank);
        ItemJson json = new ItemJson(reading.frame());
        return reading.list(page.rows().stream().map(json::of).toList(), page.next());
    }

    private static Answer risks(Reading reading) {
        List<Risk> all = reading.account().risks(Duration.ofDays(reading.asked().get(RISK_DAYS)));
        Slice<Risk> page = page(reading, all, RISKS, AheadRoutes::rank);
        ItemJson json = new ItemJson(reading.frame());
        return reading.list(page.rows().stream().map(json::of).toList(), page.next());
    }

    private static Rank rank(StoredItem stored) {
        return new Rank(stored.item().dueAt().orElse(null), stored.number());
    }

    private static Rank rank(Risk risk) {
        return new Rank(risk.at(), risk.stored().number());
    }

    private static <T> Slice<T> page(Reading reading, List<T> all, String list, Function<T, Rank> rank) {
        Optional<Rank> last = reading.asked().find(Cursor.PARAMETER).map(cursor -> Rank.read(cursor, list));
        return Slice.of(
                all.stream().sorted(Comparator.comparing(rank)).toList(),
                row -> last.isEmpty() || rank.apply(row).compareTo(last.get()) > 0,
                reading.asked().get(Limits.ALL),
                row -> rank.apply(row).cursor(list));
    }
}
