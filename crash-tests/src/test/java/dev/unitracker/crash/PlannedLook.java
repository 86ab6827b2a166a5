package dev.unitracker.crash;

import dev.unitracker.moodle.simulator.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A look that the host owes.
 *
 * @param number its number, from 1
 * @param step the step of the recording that it sees
 * @param at the moment at which the host's clock stands meanwhile
 */
record PlannedLook(int number, int step, Instant at) {

    private static final int PER_STEP = 2;

    /** Long enough for what was being sent at a kill to be sent again before the next look. */
    private static final Duration BETWEEN = Duration.ofMinutes(30);

    /** Returns two looks at each step: the second one proves absences and finds nothing else. */
    static List<PlannedLook> at(Recording recording) {
        return IntStream.range(0, PER_STEP * recording.steps())
                .mapToObj(index -> new PlannedLook(
                        index + 1,
                        index / PER_STEP,
                        recording.recordedAt(index / PER_STEP).plus(BETWEEN.multipliedBy(index % PER_STEP))))
                .toList();
    }

    @Override
    public String toString() {
        return "look " + number;
    }
}
