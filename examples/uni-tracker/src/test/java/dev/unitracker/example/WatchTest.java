package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.Tracker;
import dev.unitracker.brief.Brief;
import dev.unitracker.brief.BriefRequest;
import dev.unitracker.error.EnricherException;
import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.moodle.Moodle;
import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.notice.Message;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Enricher;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.ModelTrace;
import dev.unitracker.spi.Notifier;
import dev.unitracker.spi.Sink;
import dev.unitracker.spi.Store;
import dev.unitracker.testkit.ForwardingStore;
import dev.unitracker.words.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Turn after turn of a watch, each at a time of its own. */
class WatchTest {

    private static final Duration BETWEEN = Duration.ofMinutes(20);

    private final MoodleSimulator moodle = MoodleSimulator.playing(Recording.demo());
    private final InMemoryStore store = new InMemoryStore();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(out, err);
    private final Chat chat = new Chat();
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    @BeforeEach
    void start() {
        moodle.start();
    }

    @AfterEach
    void close() {
        moodle.close();
    }

    @Test
    void it_looks_when_it_is_time_and_only_tells_in_between() {
        Watch watch = watch(tracker());

        watch.turn(BETWEEN);
        now = now.plus(Duration.ofMinutes(19));
        watch.turn(BETWEEN);
        now = now.plus(Duration.ofMinutes(1));
        watch.turn(BETWEEN);

        assertThat(lines()).hasSize(2).allMatch(line -> line.contains(" look: 81 items"));
    }

    @Test
    void after_a_sleep_it_looks_before_it_could_say_that_nothing_was_looked_at() {
        Watch watch = watch(tracker());
        watch.turn(BETWEEN);
        chat.told.clear();

        now = now.plus(Duration.ofHours(9));
        watch.turn(BETWEEN);

        assertThat(lines()).hasSize(2);
        assertThat(chat.told).noneMatch(text -> text.contains("no se puede leer el sitio"));
    }

    @Test
    void looks_do_not_wait_for_what_is_begun_after_them() {
        CountDownLatch never = new CountDownLatch(1);
        Watch watch = watch(tracker()).after(() -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        watch.turn(BETWEEN);
        now = now.plus(BETWEEN);
        watch.turn(BETWEEN);

        assertThat(lines()).hasSize(2);
        never.countDown();
    }

    @Test
    void an_error_ends_no_watch_and_is_said() {
        FailingStore failing = new FailingStore(store);
        Watch watch = watch(tracker(failing));

        failing.failAt = failing.asked + 1;
        watch.turn(BETWEEN);
        now = now.plus(BETWEEN);
        watch.turn(BETWEEN);
        failing.failAt = failing.asked + 1;
        now = now.plus(Duration.ofMinutes(1));
        watch.turn(BETWEEN);
        now = now.plus(BETWEEN);
        watch.turn(BETWEEN);

        assertThat(err.toString(StandardCharsets.UTF_8).lines().filter(line -> line.matches("\\d\\d:\\d\\d .*")))
                .containsExactly(
                        "12:00 the look failed unexpectedly (OutOfMemoryError); it is tried again",
                        "12:21 telling failed unexpectedly (OutOfMemoryError); it is tried again");
        assertThat(lines()).hasSize(2).allMatch(line -> line.contains(" look: 81 items"));
    }

    @Test
    void what_runs_beside_the_looks_begins_anew_after_an_error() {
        CountDownLatch stopped = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();

        watch(tracker())
                .with(new Watch.Companion(
                        () -> {
                            if (begun.incrementAndGet() == 1) {
                                throw new StackOverflowError("on purpose");
                            }
                            stopped.countDown();
                        },
                        () -> {}))
                .until(stopped, Duration.ofMillis(1));

        assertThat(begun).hasValue(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("what runs beside the looks failed unexpectedly (StackOverflowError); it is tried again");
    }

    @Test
    void a_look_that_does_not_end_keeps_nobody_from_being_told() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Watch first = watch(tracker());
        chat.failure = NotDeliveredException.forNow("no network", null);
        first.turn(BETWEEN);
        chat.failure = null;
        Watch watch = watch(held(begun, release));
        now = now.plus(BETWEEN);
        Thread looks = new Thread(() -> watch.lookIfDue(BETWEEN));
        looks.start();
        begun.await();

        watch.tell(BETWEEN);
        List<String> atOnce = List.copyOf(chat.told);
        IntStream.range(0, 3).forEach(turn -> watch.tell(BETWEEN));
        List<String> afterAWhile = List.copyOf(chat.told);
        release.countDown();
        looks.join();

        assertThat(atOnce).isEmpty();
        assertThat(afterAWhile).isNotEmpty();
    }

    /** Returns a tracker whose look waits until it is let go. */
    private Tracker held(CountDownLatch begun, CountDownLatch release) {
        return Tracker.of(store, ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH)
                .collector(new Collector() {
                    @Override
                    public String name() {
                        return "slow";
                    }

                    @Override
                    public void collect(Look look, Sink sink) {
                        begun.countDown();
                        try {
                            release.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                })
                .notifier(chat)
                .clock(() -> now)
                .build();
    }

    @Test
    void what_cannot_be_told_for_good_is_said_to_be_lost_and_the_rest_to_be_tried_again() {
        Watch watch = watch(tracker());
        chat.failure = NotDeliveredException.forNow("no network", null);
        watch.turn(BETWEEN);
        now = now.plus(Duration.ofMinutes(1));
        watch.turn(BETWEEN);
        chat.failure = NotDeliveredException.forGood("the token is wrong; take the right one", null);
        now = now.plus(Duration.ofMinutes(2));
        watch.turn(BETWEEN);

        assertThat(err.toString(StandardCharsets.UTF_8).lines().filter(line -> line.matches("\\d\\d:\\d\\d .*")))
                .containsExactly(
                        "12:01 chat: no network; it is tried again later",
                        "12:03 chat: the token is wrong; take the right one; 1 message is lost, until that is mended");
    }

    @Test
    void that_the_model_fails_is_said_once_and_so_is_that_it_answers_again() {
        Tracker tracker = tracker();
        tracker.sync();
        Model model = new Model();
        BriefRounds rounds = rounds(tracker, model);

        model.failure = EnricherException.permanent("host answered HTTP 401; check the key", new IOException("401"));
        rounds.round();
        now = now.plus(Duration.ofHours(4));
        rounds.round();
        model.failure = null;
        model.useful = true;
        now = now.plus(Duration.ofHours(4));
        rounds.round();
        rounds.round();

        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("12:00 the language model: host answered HTTP 401; check the key; briefs stay as rules"
                        + " write them, and it is asked again after a while");
        assertThat(lines()).containsExactly("12:00 the language model answers again");
    }

    @Test
    void that_no_answer_of_a_round_could_be_used_is_said_once_with_the_reason() {
        Tracker tracker = tracker();
        tracker.sync();
        BriefRounds rounds = rounds(tracker, new Model());

        rounds.round();
        now = now.plus(Duration.ofHours(4));
        rounds.round();

        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("12:00 the language model: none of its answers could be used (the answer was cut off);"
                        + " briefs stay as rules write them, and it is asked again after a while");
        assertThat(lines()).isEmpty();
    }

    private BriefRounds rounds(Tracker tracker, Model model) {
        return new BriefRounds(
                tracker.account().enrichment(model), new Rejections(tracker.account()), console, () -> "12:00");
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private Watch watch(Tracker tracker) {
        return new Watch(tracker, console, ZoneOffset.UTC, () -> now);
    }

    private Tracker tracker() {
        return tracker(store);
    }

    private Tracker tracker(Store memory) {
        return Tracker.of(memory, ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH)
                .collector(Moodle.at(moodle.url())
                        .token(moodle.token())
                        .requestsPerMinute(1_000_000)
                        .build())
                .notifier(chat)
                .clock(() -> now)
                .build();
    }

    /** Runs out of memory at a transaction. */
    private static final class FailingStore extends ForwardingStore {
        int asked;
        int failAt;

        FailingStore(Store store) {
            super(store);
        }

        @Override
        public <T> T inTransaction(String account, Work<T> work) {
            asked++;
            if (asked == failAt) {
                throw new OutOfMemoryError("on purpose");
            }
            return super.inTransaction(account, work);
        }
    }

    /** Remembers what it is given, or fails. */
    private static final class Chat implements Notifier {
        final List<String> told = new ArrayList<>();

        @Nullable
        RuntimeException failure;

        @Override
        public String name() {
            return "chat";
        }

        @Override
        public void send(Message message, String recipient) {
            if (failure != null) {
                throw failure;
            }
            told.add(message.text());
        }
    }

    /** Answers as it should, or nothing of use, or fails. */
    private static final class Model implements Enricher {
        boolean useful;

        @Nullable
        EnricherException failure;

        @Override
        public String name() {
            return "model";
        }

        @Override
        public Optional<Brief> enrich(BriefRequest request, ModelTrace trace) {
            if (failure != null) {
                throw failure;
            }
            if (useful) {
                return Optional.of(request.outline());
            }
            trace.refused("the answer was cut off");
            return Optional.empty();
        }
    }
}
