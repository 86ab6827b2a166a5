package dev.unitracker.example.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.Account;
import dev.unitracker.Accounts;
import dev.unitracker.example.worker.Campus.Pupil;
import dev.unitracker.store.jdbc.JdbcStore;
import dev.unitracker.testkit.RecordingNotifier;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole workers, on real databases and by the machine's clock: what is waited for is counted, never a time. */
class WorkerTest {

    private static final WorkerPace QUICK =
            new WorkerPace(4, Duration.ofMillis(20), Duration.ofMillis(500), Duration.ofSeconds(30));
    private static final Tempo RESTLESS =
            new Tempo(Duration.ofMillis(100), Duration.ofMillis(100), Duration.ofMillis(100));

    private static Worker worker(JdbcStore store, Students students) {
        return Worker.on(store.database(), students, () -> {}, QUICK, InstantSource.system());
    }

    private static Campus campus(JdbcStore store) {
        return new Campus(store, InstantSource.system(), RESTLESS);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_account_that_fails_one_that_is_slow_and_one_that_is_paused_keep_nobody_waiting(Databases database)
            throws Exception {
        try (JdbcStore store = Databases.open(database.newAddress())) {
            Campus campus = campus(store);
            CountDownLatch answer = new CountDownLatch(1);
            List<Pupil> well = IntStream.range(0, 6)
                    .mapToObj(number -> campus.add("well" + number))
                    .toList();
            Pupil broken = campus.add("broken").fails();
            Pupil slow = campus.add("slow").does(() -> await(answer));
            Pupil paused = campus.add("paused");
            paused.paused = true;

            try (Worker worker = worker(store, campus)) {
                worker.start();
                for (Pupil each : well) {
                    assertThat(each.wasLookedAt(4)).isTrue();
                }
                assertThat(broken.wasLookedAt(2)).isTrue();
                assertThat(slow.looks()).isZero();
                answer.countDown();
                assertThat(slow.wasLookedAt(2)).isTrue();
            }

            assertThat(paused.looks()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(value = Databases.class, names = "POSTGRESQL")
    void two_workers_share_the_work_and_no_account_is_looked_at_twice_at_a_time(Databases database) throws Exception {
        String address = database.newAddress();
        try (JdbcStore store = Databases.open(address);
                JdbcStore others = Databases.open(address)) {
            Campus campus = campus(store);
            List<Pupil> pupils = IntStream.range(0, 20)
                    .mapToObj(number -> campus.add("student" + number, "site" + number % 5))
                    .toList();

            try (Worker one = worker(store, campus);
                    Worker other = worker(others, campus.seenBy(others))) {
                one.start();
                other.start();
                for (Pupil each : pupils) {
                    assertThat(each.wasLookedAt(5)).isTrue();
                }
            }

            Accounts accounts = Accounts.in(store);
            assertThat(accounts.all()).hasSize(20).allSatisfy(account -> {
                assertThat(account.runs(1000)).hasSizeGreaterThanOrEqualTo(5);
                assertThat(account.items()).hasSize(1);
            });
            assertThat(pupils).noneMatch(pupil -> pupil.twiceAtATime);
            assertThat(accounts.all().stream()
                            .mapToInt(account -> account.runs(1000).size())
                            .sum())
                    .isEqualTo(pupils.stream().mapToInt(Pupil::looks).sum());
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_a_worker_had_begun_when_it_died_is_taken_over(Databases database) throws Exception {
        try (JdbcStore store = Databases.open(database.newAddress())) {
            Campus campus = campus(store);
            Pupil ana = campus.add("ana");
            WorkerTables.create(store.database());
            Databases.run(
                    store,
                    "insert into worker_look (task_name, task_instance, execution_time, picked, picked_by,"
                            + " last_heartbeat, version) values ('look', 'ana', timestamp '2026-01-01 12:00:00', true,"
                            + " 'one that died', timestamp '2026-01-01 12:00:00', 1)");

            try (Worker worker = worker(store, campus)) {
                worker.start();

                assertThat(ana.wasLookedAt(2)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_is_under_way_when_it_ends_is_finished_and_told(Databases database) throws Exception {
        try (JdbcStore store = Databases.open(database.newAddress())) {
            Campus campus = campus(store);
            RecordingNotifier chat = new RecordingNotifier();
            CountDownLatch asked = new CountDownLatch(1);
            CountDownLatch answer = new CountDownLatch(1);
            campus.add("ana").tells(chat).does(() -> {
                asked.countDown();
                await(answer);
            });
            Worker worker = worker(store, campus);
            Thread ending = new Thread(worker::close);
            try {
                worker.start();
                await(asked);
            } finally {
                ending.start();
                answer.countDown();
            }
            ending.join(TimeUnit.SECONDS.toMillis(60));

            assertThat(ending.isAlive()).isFalse();
            Account ana = Accounts.in(store).account("ana").orElseThrow();
            assertThat(ana.runs(10)).hasSize(1);
            assertThat(chat.headlines()).contains("1 item noted silently. You will hear of what changes from now on.");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void who_is_paused_is_left_alone_and_who_comes_back_is_looked_at_again(Databases database) throws Exception {
        try (JdbcStore store = Databases.open(database.newAddress())) {
            Campus campus = campus(store);
            Pupil ana = campus.add("ana");
            try (Worker worker = worker(store, campus)) {
                worker.start();
                assertThat(ana.wasLookedAt(2)).isTrue();
            }
            ana.paused = true;
            int before = ana.looks();
            Pupil bob = campus.add("bob");

            try (Worker worker = worker(store, campus)) {
                worker.start();
                assertThat(bob.wasLookedAt(3)).isTrue();
            }
            assertThat(ana.looks()).isEqualTo(before);
            ana.paused = false;

            try (Worker worker = worker(store, campus)) {
                worker.start();
                assertThat(ana.wasLookedAt(before + 2)).isTrue();
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
