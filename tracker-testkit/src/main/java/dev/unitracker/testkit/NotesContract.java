package dev.unitracker.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.spi.NoteOwner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@link dev.unitracker.spi.Notes} promises. */
interface NotesContract extends OpenStore {

    @Test
    default void notes_are_kept_by_name_and_the_later_one_replaces_the_earlier() {
        together(session -> {
            session.notes().put(NoteOwner.CORE, "told/console", "7");
            session.notes().put(NoteOwner.CORE, "Told/console", "8");
            session.notes().put(NoteOwner.CORE, "cookie", "ñ 😀 'x' \\ " + "y".repeat(100_000));
        });

        together(session -> {
            session.notes().put(NoteOwner.CORE, "told/console", "9");
            session.notes().put(NoteOwner.CORE, "told/console", "");
        });

        assertThat(notes().all(NoteOwner.CORE))
                .isEqualTo(Map.of(
                        "told/console", "",
                        "Told/console", "8",
                        "cookie", "ñ 😀 'x' \\ " + "y".repeat(100_000)));
    }

    @Test
    default void a_transaction_sees_the_notes_it_put() {
        together(session -> {
            session.notes().put(NoteOwner.CORE, "a", "1");

            assertThat(session.notes().all(NoteOwner.CORE)).containsEntry("a", "1");
        });
    }

    @Test
    default void a_note_may_have_a_long_name() {
        String name = "seen partly/" + "/carpeta-ñ".repeat(200);

        notes().put(NoteOwner.CORE, name + "a", "1");
        notes().put(NoteOwner.CORE, name + "b", "2");

        assertThat(notes().all(NoteOwner.CORE)).isEqualTo(Map.of(name + "a", "1", name + "b", "2"));
    }

    @Test
    default void an_owner_neither_reads_nor_overwrites_what_another_one_wrote() {
        List<NoteOwner> owners = List.of(
                NoteOwner.CORE,
                NoteOwner.collector("all"),
                NoteOwner.host("all"),
                NoteOwner.host("ALL"),
                NoteOwner.host("a/ñ 😀"));

        together(session -> owners.forEach(owner -> session.notes().put(owner, "a", "of " + owner)));
        together(session -> session.notes().put(NoteOwner.host("all"), "b", "2"));

        for (NoteOwner owner : owners) {
            assertThat(notes().get(owner, "a")).contains("of " + owner);
        }
        assertThat(notes().all(NoteOwner.CORE)).isEqualTo(Map.of("a", "of core"));
        assertThat(notes().all(NoteOwner.host("all"))).isEqualTo(Map.of("a", "of host/all", "b", "2"));
        assertThat(notes().get(NoteOwner.CORE, "b")).isEmpty();
        assertThat(notes().all(NoteOwner.host("nobody"))).isEmpty();
    }

    @Test
    default void the_name_of_an_owner_may_be_long() {
        NoteOwner owner = NoteOwner.host("ñ".repeat(NoteOwner.MAX_NAME));

        notes().put(owner, "a", "1");

        assertThat(notes().get(owner, "a")).contains("1");
    }
}
