package dev.unitracker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.spi.Sighting;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatesTest {

    @ParameterizedTest
    @EnumSource(ItemStatus.class)
    void a_status_is_known_by_its_stored_name(ItemStatus status) {
        assertThat(ItemStatus.of(status.key())).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource(SubmissionState.class)
    void a_state_of_a_submission_is_known_by_its_stored_name(SubmissionState state) {
        assertThat(SubmissionState.of(state.key())).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "restricted", "restricted: from 1 May", "restricted: a: b"})
    void an_availability_is_known_by_its_stored_text(String text) {
        assertThat(Availability.of(text).text()).isEqualTo(text);
    }

    @Test
    void a_reason_may_hold_what_separates_it_from_the_state() {
        assertThat(Availability.of("restricted: a: b")).isEqualTo(Availability.restricted("a: b"));
    }

    @Test
    void a_word_that_nobody_knows_is_named() {
        Item hidden = Item.of(
                new ItemId("me", "source", "module:1"),
                Map.of(Field.STATUS.key(), "hidden", Field.TYPE.key(), "quiz", Field.AVAILABILITY.key(), "later"));

        assertThatThrownBy(hidden::status).hasMessageContaining("'hidden'");
        assertThatThrownBy(hidden::availability).hasMessageContaining("'later'");
        assertThatThrownBy(() -> SubmissionState.of("lost")).hasMessageContaining("'lost'");
    }

    @Test
    void a_sighting_states_no_state_that_nobody_knows() {
        Sighting.Builder later = Sighting.of("module:1", ItemType.QUIZ).state(Field.AVAILABILITY, "later");
        Sighting.Builder lost = Sighting.of("module:1", ItemType.QUIZ).state(Field.SUBMISSION, "lost");

        assertThatThrownBy(later::build).hasMessageContaining("'later'");
        assertThatThrownBy(lost::build).hasMessageContaining("'lost'");
    }
}
