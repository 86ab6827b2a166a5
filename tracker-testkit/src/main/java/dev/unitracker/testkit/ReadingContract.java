package dev.unitracker.testkit;

import static dev.unitracker.testkit.Example.ACCOUNT;
import static dev.unitracker.testkit.Example.assignment;
import static dev.unitracker.testkit.Example.change;
import static dev.unitracker.testkit.Example.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.unitracker.model.ItemQuery;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Store.Work;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What {@link dev.unitracker.spi.Store} promises of work that only reads. */
interface ReadingContract extends OpenStore {

    @Test
    default void work_that_reads_returns_what_it_read() {
        notes().put(NoteOwner.CORE, "a", "1");

        assertThat(read()).isEqualTo(Map.of("a", "1"));
        assertThat(store().<Map<String, String>>reading(
                                "nobody", session -> session.notes().all(NoteOwner.CORE)))
                .isEmpty();
    }

    @Test
    default void what_work_that_reads_throws_comes_out_as_it_is() {
        IllegalArgumentException stop = new IllegalArgumentException("on purpose");

        Throwable thrown = catchThrowable(() -> store().reading(ACCOUNT, session -> {
            throw stop;
        }));

        assertThat(thrown).isSameAs(stop);
        assertThat(read()).isEmpty();
    }

    @Test
    default void work_that_reads_must_not_write() {
        notes().put(NoteOwner.CORE, "a", "1");
        List<Work<?>> writes = List.of(
                session -> {
                    session.notes().put(NoteOwner.CORE, "a", "2");
                    return ACCOUNT;
                },
                session -> session.ledger().append("run", List.of(change(assignment("module:1")))),
                session -> {
                    session.items().save(List.of(stored(assignment("module:1"))));
                    return ACCOUNT;
                });

        for (Work<?> write : writes) {
            assertThatThrownBy(() -> store().reading(ACCOUNT, write)).isInstanceOf(IllegalStateException.class);
        }

        assertThat(read()).isEqualTo(Map.of("a", "1"));
        assertThat(ledger().last()).isZero();
        assertThat(items().find(ItemQuery.all())).isEmpty();
    }

    @Test
    default void a_transaction_within_work_that_reads_is_refused() {
        assertThatThrownBy(() -> store().reading(ACCOUNT, session -> {
                    together(inner -> inner.notes().put(NoteOwner.CORE, "a", "1"));
                    return ACCOUNT;
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(read()).isEmpty();
    }

    @Test
    default void work_that_reads_within_a_transaction_sees_what_was_written_so_far() {
        together(session -> {
            session.notes().put(NoteOwner.CORE, "a", "1");

            assertThat(read()).isEqualTo(Map.of("a", "1"));
        });
    }

    @Test
    default void a_reader_is_not_kept_waiting_by_a_writer_and_does_not_see_what_is_not_committed() throws Exception {
        notes().put(NoteOwner.CORE, "a", "1");
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch wasRead = new CountDownLatch(1);
        Callable<Map<String, String>> writer = () -> store().inTransaction(ACCOUNT, session -> {
            session.notes().put(NoteOwner.CORE, "a", "2");
            written.countDown();
            assertThat(awaits(wasRead)).as("the reader did not wait").isTrue();
            return Map.of();
        });
        Callable<Map<String, String>> reader = () -> {
            awaits(written);
            Map<String, String> seen = read();
            wasRead.countDown();
            return seen;
        };

        List<Map<String, String>> results = Parallel.run(List.of(writer, reader));

        assertThat(results.get(1)).isEqualTo(Map.of("a", "1"));
        assertThat(read()).isEqualTo(Map.of("a", "2"));
    }

    @Test
    default void a_writer_is_not_kept_waiting_by_a_reader_who_sees_one_moment() throws Exception {
        notes().put(NoteOwner.CORE, "a", "1");
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        Callable<Boolean> writer = () -> {
            awaits(began);
            together(session -> {
                session.notes().put(NoteOwner.CORE, "a", "2");
                session.ledger().append("run", List.of(change(assignment("module:1"))));
            });
            written.countDown();
            return true;
        };
        Callable<Boolean> reader = () -> store().reading(ACCOUNT, session -> {
            Map<String, String> before = session.notes().all(NoteOwner.CORE);
            began.countDown();
            boolean wrote = awaits(written);
            return wrote
                    && before.equals(session.notes().all(NoteOwner.CORE))
                    && read().equals(before)
                    && session.ledger().after(0, 10).isEmpty()
                    && session.ledger().last() == 0;
        });

        List<Boolean> results = Parallel.run(List.of(writer, reader));

        assertThat(results).containsExactly(true, true);
        assertThat(ledger().last()).isEqualTo(1);
    }

    private Map<String, String> read() {
        return store().reading(ACCOUNT, session -> session.notes().all(NoteOwner.CORE));
    }

    /**
     * Returns how long one transaction is waited for before it counts as kept waiting by another one. Default: ten
     * seconds, so that a slow machine is no broken store.
     */
    default Duration patience() {
        return Duration.ofSeconds(10);
    }

    private boolean awaits(CountDownLatch latch) {
        try {
            return latch.await(patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
