package dev.unitracker.example.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad values for every parameter of every path: what the document calls invalid is refused in words, and nothing breaks. */
class BadInputTest {

    private static final int CASES = 800;
    private static final List<Integer> REFUSED = List.of(400, 404);

    @TempDir
    private Path folder;

    @Test
    void whatever_is_asked_for_is_answered_or_refused_in_words() {
        long seed = Long.getLong("unitracker.seed", 1);
        try (Served served = Served.upTo(1, folder)) {
            Map<String, String> known = new TreeMap<>(Map.of(
                    "account",
                    Served.NAME,
                    "id",
                    "1",
                    "number",
                    "1",
                    "name",
                    "moodle_forums",
                    "since",
                    "2026-01-01T00:00:00Z",
                    "q",
                    "parcial"));
            List<BadInput.Case> cases = new BadInput(OpenApi.document(), known, new SplittableRandom(seed)).cases();
            List<String> wrong = new ArrayList<>();
            Map<Integer, Integer> statuses = new TreeMap<>();

            for (BadInput.Case one : cases) {
                RawHttp.Answered answered = served.ask(one.method(), one.target());
                statuses.merge(answered.status(), 1, Integer::sum);
                boolean allowed = one.readable().filter(served.judge()::allows).isPresent();
                if (!isRight(answered, allowed)) {
                    wrong.add(one.method() + " " + one.target() + " → " + answered.status() + " " + answered.body());
                }
            }

            System.out.println("bad input: " + cases.size() + " cases, seed " + seed + ", statuses " + statuses);
            assertThat(wrong)
                    .as("cases of seed %d (-Dunitracker.seed=%d)", seed, seed)
                    .isEmpty();
            assertThat(cases).hasSizeGreaterThan(CASES);
        }
    }

    private static boolean isStream(RawHttp.Answered answered) {
        return answered.header("Content-Type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
    }

    private static boolean isRight(RawHttp.Answered answered, boolean allowed) {
        boolean refused = answered.status() >= 400;
        boolean inWords = !refused || answered.json().hasNonNull("detail");
        return answered.status() < 500
                && inWords
                && (isStream(answered) || answered.json() != null)
                && (allowed || REFUSED.contains(answered.status()));
    }
}
