package dev.unitracker.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@link dev.unitracker.spi.Notes} promises. */
interface NotesContract extends OpenStore {

    @Test
    default void notes_are_kept_by_name_and_the_later_one_replaces_the_earlier() {
        together(session -> {
            session.notes().put("told/console", "7");
            session.notes().put("Told/console", "8");
            session.notes().put("cookie", "ñ 😀 'x' \\ " + "y".repeat(100_000));
        });

        together(session -> {
            session.notes().put("told/console", "9");
            session.notes().put("told/console", "");
        });

        assertThat(notes().all())
                .isEqualTo(Map.of(
                        "told/console", "",
                        "Told/console", "8",
                        "cookie", "ñ 😀 'x' \\ " + "y".repeat(100_000)));
    }

    @Test
    default void a_transaction_sees_the_notes_it_put() {
        together(session -> {
            session.notes().put("a", "1");

            assertThat(session.notes().all()).containsEntry("a", "1");
        });
    }

    @Test
    default void a_note_may_have_a_long_name() {
        String name = "seen partly/" + "/carpeta-ñ".repeat(200);

        notes().put(name + "a", "1");
        notes().put(name + "b", "2");

        assertThat(notes().all()).isEqualTo(Map.of(name + "a", "1", name + "b", "2"));
    }
}
