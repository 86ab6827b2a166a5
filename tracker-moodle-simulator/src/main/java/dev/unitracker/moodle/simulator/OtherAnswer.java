package dev.unitracker.moodle.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A proper answer, but not to this question. */
enum OtherAnswer implements Stroke {
    OF_THE_STEP_BEFORE {
        @Override
        public Optional<Struck> strike(Occasion occasion, Spot spot) {
            Scene now = occasion.exchange().scene();
            if (now.step() == 0) {
                return Optional.empty();
            }
            Scene before = now.at(now.step() - 1);
            return Optional.of(new Struck(
                    "",
                    () -> Json.text(
                            before.shift().json(Answers.answer(before, occasion.function(), occasion.arguments())))));
        }
    },

    OF_ANOTHER_THING {
        @Override
        public Optional<Struck> strike(Occasion occasion, Spot spot) {
            String folder = Recorded.folder(occasion.function());
            return drawn(occasion, spot, path -> path.startsWith(folder));
        }
    },

    OF_ANOTHER_FUNCTION {
        @Override
        public Optional<Struck> strike(Occasion occasion, Spot spot) {
            String folder = Recorded.folder(occasion.function());
            return drawn(occasion, spot, path -> path.startsWith("ws/") && !path.startsWith(folder));
        }
    };

    /** One of the recorded answers, another text than the proper one and no refusal, which would mean something. */
    private static Optional<Struck> drawn(Occasion occasion, Spot spot, Predicate<String> wanted) {
        Scene scene = occasion.exchange().scene();
        List<String> others = new ArrayList<>(scene.moment().paths());
        others.removeIf(path -> !path.endsWith(".json") || !wanted.test(path));
        others.sort(Comparator.naturalOrder());
        Collections.rotate(others, spot.drawn(occasion.answer().length(), Math.max(1, others.size())));
        return others.stream()
                .flatMap(path -> scene.json(path).stream())
                .filter(answer -> !answer.has("exception"))
                .map(answer -> Json.text(scene.shift().json(answer)))
                .filter(answer -> !answer.equals(occasion.answer()))
                .findFirst()
                .map(answer -> new Struck("", () -> answer));
    }
}
