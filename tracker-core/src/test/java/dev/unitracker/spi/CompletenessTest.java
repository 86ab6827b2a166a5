package dev.unitracker.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.unitracker.run.Level;
import dev.unitracker.run.Missed;
import dev.unitracker.spi.Completeness.Witness;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletenessTest {

    private static final Missed REASON = Missed.of(Missed.Code.NOT_WITNESSED, "came back empty");

    @Test
    void what_is_doubted_counts_as_seen_in_part_until_somebody_believes_it() {
        Completeness doubted = Completeness.doubted(REASON);

        assertThat(doubted.complete()).isFalse();
        assertThat(doubted.missed()).containsExactly(REASON);
        assertThat(doubted.witness()).isEqualTo(Witness.DOUBTED);
    }

    @Test
    void a_witness_has_a_name() {
        assertThat(Completeness.witnessed("the source's own count").witness()).isEqualTo(Witness.NAMED);
        assertThatIllegalArgumentException().isThrownBy(() -> Completeness.witnessed(" "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Completeness(Level.COMPLETE, List.of(), Witness.NONE, "somebody"));
    }

    @Test
    void level_witness_and_what_was_missed_fit_together() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Completeness(Level.COMPLETE, List.of(REASON), Witness.NONE, ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Completeness(Level.PARTIAL, List.of(), Witness.NONE, ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Completeness(Level.PARTIAL, List.of(REASON), Witness.NAMED, "a count"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Completeness(Level.COMPLETE, List.of(), Witness.DOUBTED, ""));
    }
}
