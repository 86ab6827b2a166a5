package dev.unitracker.testkit;

import static dev.unitracker.testkit.Example.ACCOUNT;
import static dev.unitracker.testkit.Example.SOURCE;
import static dev.unitracker.testkit.Example.assignment;
import static dev.unitracker.testkit.Example.change;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Change;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemType;
import dev.unitracker.spi.NoteOwner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What {@link dev.unitracker.spi.Store} promises of transactions at the same time. */
interface ConcurrencyContract extends OpenStore {

    /** How many threads write. */
    int WRITERS = 4;

    /** How many transactions each of them makes. */
    int ROUNDS = 15;

    @Test
    default void writers_of_one_account_leave_no_gap_and_lose_nothing() throws Exception {
        Parallel.run(WRITERS, () -> {
            for (int round = 0; round < ROUNDS; round++) {
                ledger().append("run", List.of(change(assignment("module:1")), change(assignment("module:2"))));
            }
            return ACCOUNT;
        });

        List<Change> written = ledger().after(0, 1000);

        assertThat(written.stream().map(Change::number))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 2L * WRITERS * ROUNDS).boxed().toList());
    }

    @Test
    default void what_was_read_is_still_so_when_it_is_written() throws Exception {
        Parallel.run(WRITERS, () -> {
            for (int round = 0; round < ROUNDS; round++) {
                together(session -> {
                    int count =
                            Integer.parseInt(session.notes().all(NoteOwner.CORE).getOrDefault("count", "0"));
                    session.notes().put(NoteOwner.CORE, "count", Integer.toString(count + 1));
                });
            }
            return ACCOUNT;
        });

        assertThat(notes().all(NoteOwner.CORE)).containsEntry("count", "" + WRITERS * ROUNDS);
    }

    @Test
    default void readers_that_remember_their_last_number_miss_nothing_while_others_write() throws Exception {
        CountDownLatch writing = new CountDownLatch(WRITERS);
        List<Callable<Object>> tasks = new ArrayList<>(Collections.nCopies(WRITERS, () -> {
            try {
                for (int round = 0; round < ROUNDS; round++) {
                    ledger().append("run", List.of(change(assignment("module:1"))));
                }
                return ACCOUNT;
            } finally {
                writing.countDown();
            }
        }));
        List<Long> one = Collections.synchronizedList(new ArrayList<>());
        List<Long> other = Collections.synchronizedList(new ArrayList<>());
        tasks.add(() -> followed(writing, 1, one));
        tasks.add(() -> followed(writing, 7, other));

        Parallel.run(tasks);

        List<Long> all =
                LongStream.rangeClosed(1, (long) WRITERS * ROUNDS).boxed().toList();
        assertThat(one).containsExactlyElementsOf(all);
        assertThat(other).containsExactlyElementsOf(all);
    }

    /** Reads on from the last number until all was written and nothing more comes, or far too much came. */
    private List<Long> followed(CountDownLatch writing, int atOnce, List<Long> seen) {
        while (true) {
            boolean over = writing.getCount() == 0;
            List<Change> page = ledger().after(seen.isEmpty() ? 0 : seen.get(seen.size() - 1), atOnce);
            page.forEach(entry -> seen.add(entry.number()));
            if ((over && page.isEmpty()) || seen.size() > 2 * WRITERS * ROUNDS) {
                return seen;
            }
        }
    }

    @Test
    default void accounts_are_written_at_the_same_time_without_disturbing_each_other() throws Exception {
        List<Callable<Object>> tasks = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            String account = "account-" + writer;
            Change change = change(Example.item(new ItemId(account, SOURCE, "module:1"), ItemType.QUIZ));
            tasks.add(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    of(account).ledger().append("run", List.of(change));
                }
                return account;
            });
        }

        Parallel.run(tasks);

        for (int writer = 0; writer < WRITERS; writer++) {
            assertThat(of("account-" + writer).ledger().last()).isEqualTo(ROUNDS);
        }
    }
}
