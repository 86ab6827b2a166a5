package dev.unitracker.example.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.http.RequestBudget;
import dev.unitracker.store.jdbc.JdbcStore;
import dev.unitracker.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SitesTest {

    private static final String SITE = "campus.example.edu";

    private final TestClock clock = new TestClock();

    private static RequestBudget budget(JdbcStore worker, TestClock clock, int perMinute) {
        return Worker.budgets(worker.database(), perMinute, clock).of(SITE);
    }

    /** Takes what there is for a while, as a loop of workers does, and counts. */
    private int taken(List<RequestBudget> workers, Duration time) {
        Instant end = clock.instant().plus(time);
        int taken = 0;
        while (clock.instant().isBefore(end)) {
            Duration shortest = Duration.ofSeconds(1);
            for (RequestBudget worker : workers) {
                Duration wait = worker.take();
                while (wait.isZero()) {
                    taken++;
                    wait = worker.take();
                }
                shortest = wait.compareTo(shortest) < 0 ? wait : shortest;
            }
            clock.advance(shortest);
        }
        return taken;
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void all_workers_together_keep_within_the_budget_of_a_site(Databases database) {
        String address = database.newAddress();
        try (JdbcStore one = Databases.open(address);
                JdbcStore other = Databases.open(address)) {
            List<RequestBudget> workers = List.of(budget(one, clock, 120), budget(other, clock, 120));

            assertThat(taken(workers, Duration.ofMinutes(5))).isBetween(590, 610);
            assertThat(Worker.budgets(one.database(), 120, clock)
                            .of("other.example.edu")
                            .take())
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_small_budget_is_spread_too(Databases database) {
        try (JdbcStore store = Databases.open(database.newAddress())) {
            assertThat(taken(List.of(budget(store, clock, 3)), Duration.ofMinutes(10)))
                    .isBetween(29, 31);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void who_takes_at_the_same_time_takes_no_request_twice(Databases database) throws Exception {
        String address = database.newAddress();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (JdbcStore store = Databases.open(address)) {
            List<Callable<Integer>> takers = IntStream.range(0, 4)
                    .<Callable<Integer>>mapToObj(number -> () -> {
                        RequestBudget worker = budget(store, clock, 600);
                        int taken = 0;
                        for (int ask = 0; ask < 200; ask++) {
                            taken += worker.take().isZero() ? 1 : 0;
                        }
                        return taken;
                    })
                    .toList();

            int taken = 0;
            for (Future<Integer> each : threads.invokeAll(takers)) {
                taken += each.get();
            }

            // The clock stands still: what two seconds have room for.
            assertThat(taken).isEqualTo(20);
        } finally {
            threads.shutdown();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void of_all_that_wait_for_a_site_one_goes_first(Databases database) {
        try (JdbcStore store = Databases.open(database.newAddress())) {
            WorkerTables.create(store.database());
            Sites sites = new Sites(store.database(), clock);
            sites.failed(SITE, "ana");
            sites.failed(SITE, "bob");
            Instant over = clock.advance(Duration.ofMinutes(1));

            assertThat(sites.restsUntil(SITE, "carl")).isEmpty();
            assertThat(sites.restsUntil(SITE, "dora")).contains(over.plus(Duration.ofMinutes(2)));

            sites.answered(SITE);
            assertThat(sites.restsUntil(SITE, "dora")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whoever_only_asks_whether_a_site_is_left_alone_changes_nothing(Databases database) {
        try (JdbcStore store = Databases.open(database.newAddress())) {
            Worker.budgets(store.database(), 9, clock);
            Sites sites = new Sites(store.database(), clock);
            Instant until = clock.instant().plusSeconds(60);
            assertThat(Worker.restsUntil(store.database(), SITE, clock)).isEmpty();

            sites.failed(SITE, "ana");
            assertThat(Worker.restsUntil(store.database(), SITE, clock)).isEmpty();
            sites.failed(SITE, "bea");

            assertThat(Worker.restsUntil(store.database(), SITE, clock)).contains(until);
            assertThat(Worker.restsUntil(store.database(), SITE, clock)).contains(until);
            clock.advance(Duration.ofSeconds(61));
            assertThat(Worker.restsUntil(store.database(), SITE, clock)).isEmpty();
        }
    }
}
