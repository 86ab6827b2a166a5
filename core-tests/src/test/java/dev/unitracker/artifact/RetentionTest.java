package dev.unitracker.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.Accounts;
import dev.unitracker.Board;
import dev.unitracker.Classroom;
import dev.unitracker.Tracker;
import dev.unitracker.artifact.Retention.Pruned;
import dev.unitracker.error.SettingsException;
import dev.unitracker.error.StoreException;
import dev.unitracker.memory.InMemoryArtifactStore;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.Change;
import dev.unitracker.model.Evidence;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Run;
import dev.unitracker.spi.Artifact;
import dev.unitracker.spi.ArtifactStore;
import dev.unitracker.spi.KeptAnswer;
import dev.unitracker.spi.RunAnswers;
import dev.unitracker.spi.Store;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private static final Duration MONTH = Duration.ofDays(30);

    private final TestClock clock = new TestClock(Classroom.START);
    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryArtifactStore artifacts = new InMemoryArtifactStore(clock);
    private final Board board = new Board();
    private final Tracker tracker = tracker("me", board);
    private final Retention retention =
            Retention.of(store, artifacts).clock(clock).build();

    @Test
    void answers_of_an_age_that_nothing_points_to_are_removed() {
        look("a");
        String unused = artifacts.keep("nobody's".getBytes(StandardCharsets.UTF_8));
        clock.advance(MONTH.plusSeconds(1));

        Pruned pruned = retention.olderThan(MONTH);

        assertThat(pruned).isEqualTo(new Pruned(1, 1, 8, 1));
        assertThat(artifacts.find(unused)).isEmpty();
    }

    @Test
    void beside_an_empty_store_which_a_mistyped_address_opens_nothing_is_removed() {
        look("a", "b");
        clock.advance(Duration.ofDays(400));
        Retention mistaken =
                Retention.of(new InMemoryStore(), artifacts).clock(clock).build();

        assertThatThrownBy(() -> mistaken.olderThan(MONTH))
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll("knows no account", "1 artifacts", "Nothing was pruned");

        assertThat(artifacts.find(evidence())).isPresent();
    }

    @Test
    void beside_the_store_of_others_nothing_is_removed_on_either_side() {
        look("a");
        Store others = new InMemoryStore();
        Board other = new Board();
        other.shows("x");
        Tracker elsewhere = Tracker.of(Accounts.in(others)
                        .create("other", ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH))
                .artifacts(new InMemoryArtifactStore(clock))
                .collectors(List.of(other))
                .clock(clock)
                .build();
        elsewhere.sync();
        clock.advance(Duration.ofDays(400));

        assertThatThrownBy(() ->
                        Retention.of(others, artifacts).clock(clock).build().olderThan(MONTH))
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll("none of the answers that the store points to", "Nothing was pruned");

        assertThat(artifacts.find(evidence())).isPresent();
        assertThat(answers(others, "other").get(0).answers()).isNotEmpty();
    }

    @Test
    void beside_an_empty_folder_the_lists_of_answers_stay() {
        look("a");
        clock.advance(Duration.ofDays(400));

        assertThatThrownBy(() -> Retention.of(store, new InMemoryArtifactStore(clock))
                        .clock(clock)
                        .build()
                        .olderThan(MONTH))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("among the 0 artifacts");

        assertThat(answers(store, "me").get(0).answers()).isNotEmpty();
    }

    @Test
    void where_there_is_nothing_at_all_there_is_nothing_to_prune() {
        assertThat(retention.olderThan(MONTH)).isEqualTo(new Pruned(0, 0, 0, 0));
    }

    private String evidence() {
        return Objects.requireNonNull(
                tracker.account().changes().after(0, 1).get(0).evidence().get(0).artifact());
    }

    @Test
    void the_evidence_of_every_change_stays_for_good() {
        look("a");
        look("a", "b");
        look("b", "c");
        look("x");
        look("x");
        List<Change> ledger = tracker.account().changes().after(0, 100);
        clock.advance(Duration.ofDays(3650));

        retention.olderThan(MONTH);

        assertThat(tracker.account().changes().after(0, 100)).isEqualTo(ledger);
        assertThat(ledger)
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change.evidence())
                        .extracting(Evidence::artifact)
                        .isNotEmpty()
                        .allSatisfy(hash -> assertThat(artifacts.find(hash)).isPresent()));
    }

    @Test
    void what_only_looks_of_an_age_asked_is_removed_with_their_lists() {
        look("a");
        String passing = artifacts.keep("said in passing".getBytes(StandardCharsets.UTF_8));
        store.inTransaction("me", session -> {
            session.runs().add(mentioning(passing));
            return true;
        });
        clock.advance(MONTH.plusSeconds(1));
        look("a");

        Pruned pruned = retention.olderThan(MONTH);

        assertThat(pruned.looks()).isEqualTo(2);
        assertThat(pruned.removed()).isEqualTo(1);
        assertThat(artifacts.find(passing)).isEmpty();
        assertThat(answers(store, "me"))
                .extracting(run -> run.answers().isEmpty())
                .containsExactly(true, true, false);
    }

    private static List<RunAnswers> answers(Store store, String account) {
        return store.inTransaction(account, session -> session.runs().after("", 10));
    }

    private RunAnswers mentioning(String artifact) {
        Run run = tracker.account().runs(1).get(0);
        Run next = new Run(
                "000000002", run.full(), false, clock.instant(), clock.instant(), run.outcome(), run.parts(), 1, 1);
        KeptAnswer answer = KeptAnswer.kept("say something", "text/plain", artifact);
        return RunAnswers.of(next, Map.of("board", List.of(answer)));
    }

    @Test
    void what_a_look_within_the_age_was_told_stays() {
        look("a");
        clock.advance(Duration.ofDays(29));
        look("a");
        clock.advance(Duration.ofDays(29));

        Pruned pruned = retention.olderThan(MONTH);

        assertThat(pruned.removed()).isZero();
        assertThat(pruned.left()).isEqualTo(1);
    }

    @Test
    void what_another_account_points_to_stays() {
        Board same = new Board();
        Tracker other = tracker("other", same);
        same.shows("a", "b");
        other.sync();
        look("a");
        clock.advance(Duration.ofDays(400));

        Pruned pruned = retention.olderThan(MONTH);

        assertThat(pruned.removed()).isZero();
        assertThat(pruned.left()).isEqualTo(2);
    }

    @Test
    void a_look_after_pruning_goes_on() {
        look("a");
        clock.advance(Duration.ofDays(400));
        retention.olderThan(MONTH);

        SyncReport report = look("a", "b");

        assertThat(report.news()).hasSize(1);
    }

    @Test
    void what_is_pruned_cannot_be_replayed_and_the_tracker_says_so() {
        look("a");
        clock.advance(Duration.ofDays(400));
        retention.olderThan(MONTH);

        assertThatThrownBy(tracker::replay).isInstanceOf(StoreException.class).hasMessageContaining("are pruned");
    }

    @Test
    void what_a_look_that_goes_on_may_need_is_not_pruned() {
        assertThatThrownBy(() -> retention.olderThan(Duration.ofHours(47)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("2 days");
    }

    /** The look keeps an answer that was left alone for long; its old copy must not go while the look points to it. */
    @Test
    void what_a_look_keeps_again_while_old_answers_are_pruned_stays() {
        look("a");
        look("b");
        String forgotten = artifacts.keep("c".getBytes(StandardCharsets.UTF_8));
        clock.advance(Duration.ofDays(400));
        board.whenRead(() -> retention.olderThan(MONTH));

        look("c");

        List<Change> changes = tracker.account().changes().after(0, 10);
        assertThat(changes.get(changes.size() - 1).evidence())
                .extracting(Evidence::artifact)
                .containsExactly(forgotten);
        assertThat(artifacts.find(forgotten)).isPresent();
    }

    /** The look comes between the moment at which the old answers are listed and the one at which they go. */
    @Test
    void what_a_look_keeps_again_after_it_was_found_to_be_old_stays() {
        look("a");
        look("b");
        String forgotten = artifacts.keep("c".getBytes(StandardCharsets.UTF_8));
        clock.advance(Duration.ofDays(400));
        ArtifactStore listedFirst = new ListedFirst(artifacts, () -> look("c"));

        Retention.of(store, listedFirst).clock(clock).build().olderThan(MONTH);

        assertThat(artifacts.find(forgotten)).isPresent();
    }

    /** An artifact store in which something happens right after its artifacts were listed. */
    private record ListedFirst(ArtifactStore artifacts, Runnable then) implements ArtifactStore {
        @Override
        public String keep(byte[] content) {
            return artifacts.keep(content);
        }

        @Override
        public Optional<byte[]> find(String sha256) {
            return artifacts.find(sha256);
        }

        @Override
        public void each(Consumer<Artifact> each) {
            artifacts.each(each);
            then.run();
        }

        @Override
        public boolean remove(String sha256, Instant unlessKeptSince) {
            return artifacts.remove(sha256, unlessKeptSince);
        }
    }

    private SyncReport look(String... titles) {
        board.shows(titles);
        return tracker.sync();
    }

    private Tracker tracker(String account, Board source) {
        return Tracker.of(Accounts.in(store)
                        .create(account, ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH))
                .artifacts(artifacts)
                .collectors(List.of(source))
                .clock(clock)
                .build();
    }
}
