package dev.unitracker.internal.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.run.Level;
import dev.unitracker.run.Missed;
import dev.unitracker.run.Missed.Code;
import dev.unitracker.run.PartOutcome;
import dev.unitracker.run.Run;
import dev.unitracker.run.Run.Outcome;
import dev.unitracker.spi.Home;
import dev.unitracker.spi.Progress;
import dev.unitracker.spi.RunAnswers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunHistoryTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final List<PartOutcome> ALL = List.of(PartOutcome.complete("forums"));

    /**
     * The runs as letters, in their order: C complete, c complete and nothing kept, A and B partial and each missing
     * something else, a partial like A and nothing kept, R refused, r refused and nothing kept, L no full look, X broken off.
     * The run that counts is named by its place, from 1; 0 is none.
     */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        // Complete ones count, and nothing else by itself.
        "'', 0",
        "C, 1",
        "c, 1",
        "CC, 2",
        "A, 0",
        "R, 0",
        "L, 0",
        "X, 0",
        "CA, 1",
        "CcALRX, 2",
        // Two that miss the same count.
        "AA, 2",
        "CAA, 3",
        "CAAA, 4",
        "CAAC, 4",
        "BAA, 3",
        // Whatever kept nothing, read not everything or broke off in between plays no part.
        "CAaA, 4",
        "CArA, 4",
        "CALA, 4",
        "CAXA, 4",
        "CAAr, 3",
        "CAaraaraA, 9",
        // A refused one that kept answers, and a complete one, part them.
        "CARA, 1",
        "ARA, 0",
        "CAAR, 1",
        "ACA, 2",
        // Two that miss something else do not count, nor do two that kept nothing.
        "CAB, 1",
        "CABA, 1",
        "AB, 0",
        "CAAB, 1",
        "aa, 0",
        "Caa, 1",
        "CAa, 1",
    })
    void the_latest_full_look_is_complete_or_misses_what_the_one_before_missed(String runs, int counts) {
        InMemoryStore store = new InMemoryStore();
        for (int place = 1; place <= runs.length(); place++) {
            Run run = run(Integer.toString(place), runs.charAt(place - 1));
            store.inTransaction("ana", session -> {
                session.runs().add(stored(run));
                return true;
            });
        }

        Optional<Run> latest = store.reading("ana", session -> RunHistory.latestFull(session.runs()));

        assertThat(latest.map(Run::name).orElse("0")).isEqualTo(Integer.toString(counts));
    }

    private static Run run(String name, char letter) {
        return switch (letter) {
            case 'C' -> run(name, true, Outcome.COMPLETE, ALL, 1);
            case 'c' -> run(name, true, Outcome.COMPLETE, ALL, 0);
            case 'A' -> run(name, true, Outcome.PARTIAL, missing("essay"), 1);
            case 'a' -> run(name, true, Outcome.PARTIAL, missing("essay"), 0);
            case 'B' -> run(name, true, Outcome.PARTIAL, missing("poem"), 1);
            case 'R' -> run(name, true, Outcome.LOGIN_REFUSED, missing("essay"), 1);
            case 'r' -> run(name, true, Outcome.LOGIN_REFUSED, missing("essay"), 0);
            case 'L' -> run(name, false, Outcome.COMPLETE, ALL, 1);
            case 'X' -> run(name, true, Outcome.BROKEN_OFF, ALL, 1);
            default -> throw new IllegalArgumentException("no such run: " + letter);
        };
    }

    private static RunAnswers stored(Run run) {
        return run.ended()
                ? RunAnswers.none(run)
                : new RunAnswers(
                        run, new TreeMap<>(), new Progress(new Home("source", "course:1"), List.of(), List.of()));
    }

    private static Run run(String name, boolean full, Outcome outcome, List<PartOutcome> parts, int kept) {
        return new Run(name, full, false, NOON, NOON.plusSeconds(1), outcome, parts, 1, kept);
    }

    private static List<PartOutcome> missing(String what) {
        return List.of(new PartOutcome("forums", Level.PARTIAL, List.of(new Missed(Code.FAILED, what, "no"))));
    }
}
