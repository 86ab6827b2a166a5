package dev.unitracker.crash;

import dev.unitracker.Accounts;
import dev.unitracker.Tracker;
import dev.unitracker.folder.FolderArtifactStore;
import dev.unitracker.moodle.Moodle;
import dev.unitracker.store.jdbc.JdbcStore;
import dev.unitracker.store.jdbc.OwnPool;
import dev.unitracker.words.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * The program that is killed: a host that looks when it is told to.
 *
 * <p>It knows which looks it owes. One that is stored under the moment at which it was due was made, and after a restart
 * only what was not told yet is told; else it is made again. The clock stands at that moment, so that whatever is stored is
 * the same whether the look was made at once or on the second attempt.
 */
final class Victim implements AutoCloseable {

    private static final Duration LATER = Duration.ofMinutes(10);

    private final JdbcConnectionPool pool;
    private final KillPoints points;
    private final Tracker tracker;
    private Instant now = Instant.EPOCH;

    private Victim(Place place, String site, String token, KillPoints points) {
        this.pool = OwnPool.at(place.url());
        this.points = points;
        this.tracker = Tracker.of(Accounts.in(JdbcStore.on(WatchedDatabase.around(pool, points))
                                .build())
                        .create("ana", ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH))
                .owner("the host that is killed")
                .artifacts(FolderArtifactStore.in(place.artifacts()).build())
                .collector(Moodle.at(site)
                        .token(token)
                        .requestsPerMinute(Integer.MAX_VALUE)
                        .build())
                .notifier(new ToldFile(place.told(), points))
                .clock(() -> now)
                .build();
    }

    /** Does what it is told, line by line, until there is nothing more to read. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        KillPoints points = new KillPoints(out::println);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Message open = Message.parse(orders.readLine());
        while (open.is("open")) {
            try (Victim victim = new Victim(Place.at(open.part(0), open.part(1)), open.part(2), open.part(3), points)) {
                out.println(Message.of(Message.OPENED));
                Message order = Message.parse(orders.readLine());
                while (!order.is("close")) {
                    out.println(victim.obey(order));
                    order = Message.parse(orders.readLine());
                }
            }
            out.println(Message.of(Message.CLOSED));
            open = Message.parse(orders.readLine());
        }
    }

    private Message obey(Message order) {
        return order.is("replay")
                ? Message.of(Message.REPLAYED, replay())
                : new Message(Message.LOOKED, look(Instant.parse(order.part(0)), Integer.parseInt(order.part(1))));
    }

    /** Returns the first difference between what is stored and what the kept answers give again; empty if all is equal. */
    private String replay() {
        return tracker.replay()
                .difference()
                .map(words -> words.replaceAll("\\s+", " "))
                .orElse("");
    }

    private List<String> look(Instant moment, int stopAt) {
        now = moment;
        points.arm(stopAt);
        if (tracker.account().runs(1).stream()
                .noneMatch(run -> run.ended() && run.startedAt().equals(moment))) {
            check(tracker.syncFully().complete(), "not everything was looked at");
        }
        // What was being sent at a kill is left alone for a while, because whoever took it might still be at it.
        now = moment.plus(LATER);
        Map<String, RuntimeException> troubles = tracker.dispatch().troubles();
        check(troubles.isEmpty(), "not told: " + troubles);
        return points.disarm();
    }

    private static void check(boolean good, String otherwise) {
        if (!good) {
            throw new IllegalStateException(otherwise);
        }
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
