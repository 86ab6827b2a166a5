package dev.unitracker.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NoteOwnerTest {

    @Test
    void two_owners_of_different_kinds_may_have_one_name() {
        assertThat(NoteOwner.host("all")).isNotEqualTo(NoteOwner.collector("all"));
        assertThat(NoteOwner.host("all").text()).isEqualTo("host/all");
        assertThat(NoteOwner.collector("all").text()).isEqualTo("collector/all");
        assertThat(NoteOwner.CORE.text()).isEqualTo("core");
    }

    @Test
    void an_owner_without_a_name_is_refused_and_so_is_one_that_cannot_be_stored() {
        assertThatThrownBy(() -> NoteOwner.host(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NoteOwner(NoteOwner.Kind.CORE, "a")).hasMessageContaining("'a'");
        assertThatThrownBy(() -> NoteOwner.host("x".repeat(NoteOwner.MAX_NAME + 1)))
                .hasMessageContaining("101");
    }
}
