package dev.unitracker.testkit;

import static dev.unitracker.testkit.Example.assignment;
import static dev.unitracker.testkit.Example.change;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.error.StoreException;
import dev.unitracker.spi.NoteOwner;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link dev.unitracker.spi.Store} promises of a transaction within another one. */
interface NestingContract extends OpenStore {

    @Test
    default void a_transaction_within_another_one_of_the_account_is_committed_with_it() {
        together(session -> {
            session.ledger().append("run", List.of(change(assignment("module:1"))));
            together(inner -> {
                assertThat(inner.ledger().last()).isEqualTo(1);
                inner.ledger().append("run", List.of(change(assignment("module:2"))));
                inner.notes().put(NoteOwner.CORE, "a", "1");
            });
            assertThat(session.ledger().last()).isEqualTo(2);
            session.ledger().append("run", List.of(change(assignment("module:3"))));
        });

        assertThat(ledger().after(0, 9).stream().map(entry -> entry.item().key()))
                .containsExactly("module:1", "module:2", "module:3");
        assertThat(notes().all(NoteOwner.CORE)).containsEntry("a", "1");
    }

    @Test
    default void a_transaction_within_one_that_throws_leaves_nothing() {
        assertThatThrownBy(() -> together(session -> {
                    together(inner -> inner.notes().put(NoteOwner.CORE, "a", "1"));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(notes().all(NoteOwner.CORE)).isEmpty();
    }

    @Test
    default void nothing_is_committed_after_a_transaction_within_failed() {
        assertThatThrownBy(() -> together(session -> {
                    session.notes().put(NoteOwner.CORE, "a", "1");
                    assertThatThrownBy(() -> together(inner -> {
                                throw new IllegalStateException("on purpose");
                            }))
                            .hasMessage("on purpose");
                }))
                .isInstanceOf(StoreException.class)
                .hasRootCauseMessage("on purpose");

        assertThat(notes().all(NoteOwner.CORE)).isEmpty();
    }

    @Test
    default void a_transaction_within_one_of_another_account_stands_alone() {
        assertThatThrownBy(() -> store().inTransaction("bruno", outer -> {
                    outer.notes().put(NoteOwner.CORE, "a", "1");
                    together(session -> session.notes().put(NoteOwner.CORE, "b", "2"));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(notes().all(NoteOwner.CORE)).containsEntry("b", "2");
        assertThat(of("bruno").notes().all(NoteOwner.CORE)).isEmpty();
    }
}
