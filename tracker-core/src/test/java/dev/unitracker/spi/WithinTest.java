package dev.unitracker.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WithinTest {

    @Test
    void a_part_of_an_item_names_the_item_and_a_place_names_none() {
        assertThat(new Within.PartOf("module:5").item()).contains("module:5");
        assertThat(new Within.PlacedIn("module:5").item()).isEmpty();
        assertThat(new Within.PlacedIn("week 3").name()).isEqualTo("week 3");
    }

    @Test
    void both_come_back_from_what_a_store_keeps_though_their_names_are_alike() {
        Within part = new Within.PartOf("module:5");
        Within place = new Within.PlacedIn("module:5");

        assertThat(Within.decode(part.encode())).isEqualTo(part);
        assertThat(Within.decode(place.encode())).isEqualTo(place).isNotEqualTo(part);
    }

    @Test
    void a_name_is_there_and_can_be_stored() {
        assertThat(new Within.PlacedIn("a\0b").name()).isEqualTo("ab");
        assertThatThrownBy(() -> new Within.PartOf(" ")).isInstanceOf(IllegalArgumentException.class);
    }
}
