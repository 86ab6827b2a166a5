package dev.unitracker.example.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.error.SettingsException;
import dev.unitracker.store.jdbc.JdbcStore;
import dev.unitracker.testkit.RecordingNotifier;
import dev.unitracker.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LooksTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TestClock clock = new TestClock(Instant.parse("2026-03-02T12:00:00Z"));
    private final JdbcStore store = Databases.open(Databases.H2.newAddress());
    private final Campus campus = new Campus(store, clock, Tempo.DEFAULT);
    private final List<String> made = new ArrayList<>();

    @BeforeEach
    void create() {
        WorkerTables.create(store.database());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Looks looks(Students students) {
        return new Looks(
                students,
                new Sites(store.database(), clock),
                new SitePlaces(4),
                clock,
                student -> made.add(student.name()));
    }

    private Optional<Instant> look(String account) {
        return looks(campus).look(account, clock.instant());
    }

    @Test
    void an_account_is_looked_at_and_the_next_look_follows_what_lies_ahead() {
        campus.add("ana");

        Instant next = look("ana").orElseThrow();

        assertThat(made).containsExactly("ana");
        assertThat(Duration.between(clock.instant(), next)).isBetween(Duration.ofMinutes(15), Duration.ofMinutes(75));
        clock.set(next);
        assertThat(look("ana")).contains(next.plus(Duration.ofHours(1)));
    }

    @Test
    void who_is_paused_or_gone_is_not_looked_at_and_not_planned_again() {
        campus.add("ana").paused = true;

        assertThat(look("ana")).isEmpty();
        assertThat(look("bob")).isEmpty();
        assertThat(made).isEmpty();
    }

    @Test
    void an_account_with_wrong_settings_is_asked_for_again_after_a_while() {
        Students wrong = new Students() {
            @Override
            public Set<String> names() {
                return Set.of("ana");
            }

            @Override
            public Optional<Student> find(String name) {
                throw new SettingsException("TIME_ZONE must be a zone");
            }
        };

        assertThat(looks(wrong).look("ana", clock.instant()))
                .contains(clock.instant().plus(Duration.ofMinutes(10)));
    }

    @Test
    void an_account_whose_look_breaks_is_looked_at_again_in_its_time() {
        campus.add("ana").does(() -> {
            throw new IllegalStateException("a mistake");
        });

        Instant next = look("ana").orElseThrow();

        assertThat(Duration.between(clock.instant(), next)).isGreaterThan(Duration.ofMinutes(1));
    }

    @Test
    void a_site_that_is_away_is_left_alone_by_all_its_accounts_but_for_one_at_a_time() {
        List.of("ana", "bob", "carl", "dora").forEach(name -> campus.add(name).fails());
        Campus.Pupil elsewhere = campus.add("eve", "other.example.edu");
        look("ana");
        look("bob");
        made.clear();

        // It is away for two of them, so the next are not even tried; other sites are.
        Instant later = look("carl").orElseThrow();
        look("eve");

        assertThat(made).containsExactly("eve");
        assertThat(elsewhere.looks()).isEqualTo(1);
        assertThat(Duration.between(clock.instant(), later)).isBetween(MINUTE, MINUTE.multipliedBy(4));

        // A minute later one goes first, and while it waits for an answer nobody else asks.
        clock.advance(MINUTE);
        made.clear();
        campus.add("carl").does(() -> {
            made.add("carl asks");
            look("dora");
            look("ana");
        });
        look("carl");

        assertThat(made).containsExactly("carl asks", "carl");

        // It was answered, so all others ask again.
        campus.add("dora");
        look("dora");
        assertThat(made).containsExactly("carl asks", "carl", "dora");
    }

    @Test
    void one_account_alone_that_gets_no_answer_keeps_nobody_else_waiting() {
        campus.add("ana").fails();
        campus.add("bob");
        for (int time = 0; time < 5; time++) {
            look("ana");
        }
        made.clear();

        look("bob");

        assertThat(made).containsExactly("bob");
    }

    @Test
    void a_site_does_not_get_all_threads() {
        SitePlaces places = new SitePlaces(4);

        assertThat(List.of(places.take("a"), places.take("a"), places.take("a"), places.take("a"), places.take("b")))
                .containsExactly(true, true, true, false, true);

        places.leave("a");
        assertThat(places.take("a")).isTrue();
        assertThat(new SitePlaces(1).take("a")).isTrue();
    }

    @Test
    void the_digest_comes_once_a_day_at_the_students_hour_across_both_changes_of_the_clocks() {
        for (String day : List.of("2026-03-28T00:00:00Z", "2026-10-24T00:00:00Z")) {
            RecordingNotifier chat = new RecordingNotifier();
            List<String> hours = new ArrayList<>();
            String name = "ana of " + day;
            Campus.Pupil ana = campus.add(name).tells(chat);
            clock.set(Instant.parse(day));
            look(name);
            Tells tells = new Tells(campus, clock);
            Instant end = clock.instant().plus(Duration.ofDays(3));
            int digests = 0;
            while (clock.instant().isBefore(end)) {
                Instant next = tells.tell(name).orElseThrow();
                int now = (int) chat.sent().stream()
                        .filter(message -> message.kind() == dev.unitracker.notice.NoticeKind.DIGEST)
                        .count();
                if (now > digests) {
                    hours.add(ZonedDateTime.ofInstant(clock.instant(), Campus.MADRID)
                            .toLocalTime()
                            .withSecond(0)
                            .withNano(0)
                            .toString());
                }
                digests = now;
                if (clock.instant().plus(MINUTE.multipliedBy(30)).isBefore(next)) {
                    throw new AssertionError("told too seldom");
                }
                clock.set(next);
            }

            assertThat(ana.looks()).isEqualTo(1);
            assertThat(hours).containsExactly("07:00", "07:00", "07:00");
        }
    }
}
