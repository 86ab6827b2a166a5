package dev.unitracker.moodle.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which parameters each function takes: Moodle refuses a call with any other key, or without a required one. */
final class Signatures {
    private static final Map<String, List<Parameter>> KNOWN = read();

    private Signatures() {}

    static void check(String function, Arguments arguments, Set<String> rejected) {
        List<Parameter> parameters = KNOWN.get(function);
        if (parameters == null) {
            return;
        }
        parameters.forEach(parameter -> parameter.check(arguments));
        Set<String> unexpected = arguments.names();
        parameters.forEach(parameter -> unexpected.remove(parameter.name));
        if (!unexpected.isEmpty() || rejected.stream().anyMatch(arguments::has)) {
            throw Refused.parameter();
        }
    }

    private static Map<String, List<Parameter>> read() {
        Map<String, List<Parameter>> known = new HashMap<>();
        try (InputStream stream = Objects.requireNonNull(Signatures.class.getResourceAsStream("signatures.txt"))) {
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.strip().split(" ", -1)))
                    .forEach(words -> known.put(words.get(0), parameters(words.subList(1, words.size()))));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the signatures", e);
        }
        return known;
    }

    private static List<Parameter> parameters(List<String> words) {
        List<Parameter> parameters = new ArrayList<>();
        for (String word : words) {
            int colon = word.indexOf(':');
            boolean required = word.endsWith("!");
            String type = word.substring(colon + 1, word.length() - (required ? 1 : 0));
            parameters.add(new Parameter(word.substring(0, colon), type, required));
        }
        return List.copyOf(parameters);
    }

    private record Parameter(String name, String type, boolean required) {
        void check(Arguments arguments) {
            if (arguments.has(name) ? !fits(arguments) : required) {
                throw Refused.parameter();
            }
        }

        private boolean fits(Arguments arguments) {
            return switch (type) {
                case "int" -> !arguments.isTree(name) && arguments.number(name).isPresent();
                // Moodle takes 0 and 1 only: the word "true" in a form field is refused.
                case "bool" ->
                    arguments.text(name).filter(Set.of("0", "1")::contains).isPresent();
                case "text" -> !arguments.isTree(name);
                case "tree" -> arguments.isTree(name);
                default -> throw new IllegalStateException("unknown type " + type);
            };
        }
    }
}
