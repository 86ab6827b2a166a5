package dev.unitracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.error.AccountBusyException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.memory.InMemoryArtifactStore;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.Change;
import dev.unitracker.model.Evidence;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.StoredItem;
import dev.unitracker.notice.Delivery;
import dev.unitracker.report.ReplayReport;
import dev.unitracker.run.Run;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Store;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.testkit.RecordingNotifier;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private final TestClock clock = new TestClock(Classroom.START);
    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryArtifactStore artifacts = new InMemoryArtifactStore(clock);
    private final Board board = new Board();

    @Test
    void looks_are_made_again_without_the_source() {
        look("a", "b");
        look("a", "c");
        look("a");
        int asked = board.asked();
        InMemoryStore rebuilt = new InMemoryStore();

        ReplayReport report = tracker(board).replay(rebuilt);

        assertThat(report.difference()).isEmpty();
        assertThat(report.looks()).isEqualTo(3);
        assertThat(board.asked()).isEqualTo(asked);
        List<StoredItem> items =
                rebuilt.inTransaction("me", session -> session.items().find(ItemQuery.all()));
        assertThat(items).isEqualTo(tracker(board).account().items());
    }

    @Test
    void a_replay_writes_nothing_into_the_account_and_keeps_no_artifact() {
        look("a");
        look("b");
        List<Object> before = contents();

        tracker(board).replay();

        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void a_replay_tells_nobody_and_plans_nothing() {
        RecordingNotifier listener = new RecordingNotifier("chat");
        Tracker telling = builder(board).notifier(listener).build();
        board.shows("a");
        telling.sync();
        board.shows("a", "Parcial");
        clock.advance(Duration.ofHours(1));
        telling.sync();
        List<String> told = List.copyOf(listener.headlines());
        InMemoryStore rebuilt = new InMemoryStore();

        ReplayReport report = telling.replay(rebuilt);

        assertThat(report.difference()).isEmpty();
        assertThat(told).hasSize(2);
        assertThat(listener.headlines()).isEqualTo(told);
        List<Delivery> planned =
                rebuilt.inTransaction("me", session -> session.outbox().latest(null, 10));
        assertThat(planned).isEmpty();
    }

    @Test
    void what_the_student_said_and_took_back_is_replayed_where_it_was_said() {
        ItemId note = new ItemId("me", Board.NAME, "note:1");
        look("a", "b");
        Change done = tracker(board).account().markDone(note).orElseThrow();
        look("a", "c");
        tracker(board).account().markOpen(note);
        tracker(board).account().markDone(note);
        tracker(board).account().markOpen(note);
        look("a", "d");
        InMemoryStore rebuilt = new InMemoryStore();

        ReplayReport report = tracker(board).replay(rebuilt);

        assertThat(report.difference()).isEmpty();
        assertThat(done.evidence()).containsExactly(new Evidence("student", "said so", null));
        assertThat(tracker(board).account().markOpen(note)).isEmpty();
        List<StoredItem> items =
                rebuilt.inTransaction("me", session -> session.items().find(ItemQuery.all()));
        assertThat(items).isEqualTo(tracker(board).account().items());
    }

    @Test
    void what_the_student_said_between_two_courses_of_a_look_is_replayed_there() {
        Library library = new Library().shows(1, "a", "b").shows(2, "a", "b").shows(3, "a", "b");
        MortalStore busy = new MortalStore(store);
        Tracker tracker = builder(busy, library).build();
        tracker.sync();
        library.shows(1, "a", "b 2").shows(2, "a", "b 2").shows(3, "a", "b 2");
        List<Long> said = new ArrayList<>();
        ItemId file = new ItemId("me", Library.NAME, "file:2:b");
        busy.betweenTransactions = () -> {
            Account account = tracker(library).account();
            (said.size() % 2 == 0 ? account.markDone(file) : account.markOpen(file))
                    .map(Change::number)
                    .ifPresent(said::add);
        };

        tracker.sync();
        busy.betweenTransactions = () -> {};

        List<Change> ledger = tracker.account().changes().after(6, 100);
        assertThat(ledger).extracting(change -> change.item().key()).contains("file:1:b", "file:2:b", "file:3:b");
        assertThat(said)
                .hasSizeGreaterThan(4)
                .contains(ledger.get(0).number() + 2, ledger.get(0).number() + 4);
        assertThat(tracker.replay().difference()).isEmpty();
    }

    @Test
    void removals_that_were_accepted_once_are_accepted_again() {
        look("a", "b", "c", "d", "e", "f");
        board.shows("a");
        builder(board).acceptMassRemovals().build().sync();
        builder(board).acceptMassRemovals().build().sync();

        ReplayReport report = tracker(board).replay();

        assertThat(report.difference()).isEmpty();
        assertThat(tracker(board).account().changes().after(0, 100)).hasSize(11);
    }

    @Test
    void the_first_difference_is_named() {
        look("a");
        store.inTransaction("me", session -> {
            StoredItem stored = session.items().find(ItemQuery.all()).get(0);
            session.items()
                    .save(List.of(stored.changed(
                            stored.item().with(Field.TITLE, "forged"),
                            stored.updatedAt(),
                            stored.lastChange(),
                            stored.meaningfulKey())));
            return true;
        });

        ReplayReport report = tracker(board).replay();

        assertThat(report.equal()).isFalse();
        assertThat(report.difference()).contains("item note:1: title is forged in the store, a in the replay");
    }

    @Test
    void a_replay_needs_the_parts_that_were_looked_at() {
        look("a");

        assertThatThrownBy(() -> tracker(new FakeCollector("other")).replay())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("board");
    }

    @Test
    void a_failure_is_replayed_as_it_was() {
        look("a", "b");
        SourceUnavailableException failure = new SourceUnavailableException("the board is being painted");
        board.fails(failure);
        look("c");
        board.fails(null);
        look("d");
        InMemoryStore rebuilt = new InMemoryStore();

        ReplayReport report = tracker(board).replay(rebuilt);

        assertThat(report.difference()).isEmpty();
        List<Run> runs = rebuilt.inTransaction("me", session -> session.runs().latest(9));
        assertThat(runs).isEqualTo(tracker(board).account().runs(9));
        assertThat(runs.get(1).notLooked()).containsExactly("board: the board is being painted");
    }

    @Test
    void a_replay_and_a_look_exclude_each_other() {
        look("a");
        Tracker tracker = tracker(board);
        List<RuntimeException> refused = new ArrayList<>();
        Tracker nosy = builder(board)
                .owner("replaying")
                .progress(doing -> {
                    try {
                        tracker.sync();
                    } catch (AccountBusyException e) {
                        refused.add(e);
                    }
                })
                .build();

        nosy.replay();

        assertThat(refused).isNotEmpty();
        assertThat(tracker.sync().complete()).isTrue();
    }

    private List<Object> contents() {
        return store.inTransaction(
                "me",
                session -> List.of(
                        session.items().find(ItemQuery.all()),
                        session.ledger().after(0, 100),
                        session.runs().latest(100),
                        session.notes().all(NoteOwner.CORE),
                        session.notes().all(NoteOwner.collector(Board.NAME)),
                        session.sightings().inScopes("")));
    }

    private void look(String... titles) {
        board.shows(titles);
        clock.advance(Duration.ofHours(1));
        tracker(board).sync();
    }

    private Tracker tracker(Collector collector) {
        return builder(collector).build();
    }

    private TrackerBuilder builder(Collector collector) {
        return builder(store, collector);
    }

    private TrackerBuilder builder(Store remembers, Collector collector) {
        return Tracker.of(Accounts.in(remembers)
                        .create("me", ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH))
                .owner("looking")
                .artifacts(artifacts)
                .collectors(List.of(collector))
                .clock(clock);
    }
}
