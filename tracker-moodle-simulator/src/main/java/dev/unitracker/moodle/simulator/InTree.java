package dev.unitracker.moodle.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Damages some of the values that an answer is made of. */
record InTree(Predicate<Node> fits, Consumer<Node> edit) implements Stroke {

    @Override
    public Optional<Struck> strike(Occasion occasion, Spot spot) {
        Optional<JsonNode> answer = Json.maybe(occasion.answer());
        if (answer.isEmpty()) {
            // An earlier damage left nothing that has fields.
            return Optional.empty();
        }
        JsonNode holder = holder(answer.get());
        List<Node> struck = spot.among(places(holder), occasion.answer().length());
        if (struck.isEmpty()) {
            return Optional.empty();
        }
        // From the last to the first, so that those before one keep their positions.
        for (int i = struck.size() - 1; i >= 0; i--) {
            edit.accept(struck.get(i));
        }
        return Optional.of(new Struck(struck.get(0).path(), () -> Json.text(holder.get(0))));
    }

    @Override
    public List<String> placesIn(String answer) {
        return places(holder(Json.read(answer))).stream()
                .map(Node::path)
                .distinct()
                .sorted()
                .toList();
    }

    private List<Node> places(JsonNode holder) {
        return Node.allIn(holder).stream().filter(fits).toList();
    }

    /** The answer as the only element of a list, so that it can be replaced as a whole. */
    private static JsonNode holder(JsonNode answer) {
        return Json.array().add(answer);
    }
}
