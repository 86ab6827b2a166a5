package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A term in which the teacher goes on changing things while answers come damaged. What is told meanwhile has happened, and after
 * two good looks all that happened has been told.
 *
 * <p>{@code -Dunitracker.seed=…} repeats a run; the profile {@code fuzz} makes 2,000 looks ({@code -Dunitracker.looks=…}).
 */
class DamagedTermTest {

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void what_is_told_has_happened_and_all_that_happened_is_told() {
        long first = Long.getLong("unitracker.seed", 1);
        int wanted = Integer.getInteger("unitracker.looks", 200);
        Truth truth = Truth.of(DamagedTerm.TERM);
        List<String> wrong = new ArrayList<>();
        int looks = 0;
        int entries = 0;
        long seed = first;
        for (; looks < wanted; seed++) {
            DamagedTerm term = DamagedTerm.played(truth, seed, wanted - looks);
            looks += term.looks();
            entries += term.entries();
            wrong.addAll(term.wrong());
        }
        System.out.println("damaged term: " + looks + " looks at damaged answers, " + entries + " entries, seeds "
                + first + " to " + (seed - 1) + ", " + wrong.size() + " wrong");
        LeftOut.print();

        assertThat(wrong).isEmpty();
    }
}
