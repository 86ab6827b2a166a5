package dev.unitracker.internal.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.run.Part;
import dev.unitracker.spi.NoteOwner;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownPartsTest {

    private static final Part NEWS =
            Part.named("board_news").labelled("es", "novedades = todas").labelled("en", "news");
    private static final Part LOANS = Part.named("library loans");

    @Test
    void parts_come_back_by_name_with_their_labels() {
        String note = KnownParts.noted("", List.of(LOANS, NEWS));

        assertThat(read(note)).containsExactly(NEWS, LOANS);
        assertThat(read("")).isEmpty();
    }

    @Test
    void what_other_collectors_stated_stays_and_a_part_is_called_what_it_was_called_last() {
        String before = KnownParts.noted("", List.of(NEWS, LOANS));
        Part renamed = Part.named("board_news").labelled("es", "avisos");

        assertThat(read(KnownParts.noted(before, List.of(renamed)))).containsExactly(renamed, LOANS);
        assertThat(KnownParts.noted(before, List.of(LOANS))).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a/b", "a\tb", "a\nb"})
    void a_name_that_could_not_be_noted_is_refused(String name) {
        assertThatThrownBy(() -> Part.named(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_label_of_several_lines_is_refused() {
        assertThatThrownBy(() -> NEWS.labelled("es", "a\nb")).hasMessageContaining("one line");
    }

    private static List<Part> read(String note) {
        try (InMemoryStore store = new InMemoryStore()) {
            return store.inTransaction("me", session -> {
                session.notes().put(NoteOwner.CORE, KnownParts.NOTE, note);
                return KnownParts.of(session.notes());
            });
        }
    }
}
