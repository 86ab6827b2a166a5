package dev.unitracker.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.diff.Diff;
import dev.unitracker.diff.DiffRules;
import org.junit.jupiter.api.Test;

class SameWorkTest {

    @Test
    void both_find_the_same_changes_in_the_same_states() {
        States states = States.of(300);
        Rival.Found expected = new Rival.Found(3, 3 * States.FIELDS_CHANGED);

        Rival.Found ours = DiffBenchmark.found(Diff.between(states.before(), states.after(), DiffRules.STRICT));
        Rival.Found theirs = new Rival().compare(Rival.documents(states.before()), Rival.documents(states.after()));

        assertThat(ours).isEqualTo(expected);
        assertThat(theirs).isEqualTo(expected);
    }
}
