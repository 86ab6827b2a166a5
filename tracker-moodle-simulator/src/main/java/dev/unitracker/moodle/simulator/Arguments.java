package dev.unitracker.moodle.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a function was called with, as a tree: the same whether it came as form fields or as JSON. */
final class Arguments {
    private static final Pattern KEY = Pattern.compile("\\[([^\\[\\]]*+)\\]");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");
    private static final Set<String> TRANSPORT = Set.of(
            "wstoken",
            "wsfunction",
            "moodlewsrestformat",
            "moodlewssettingfilter",
            "moodlewssettingfileurl",
            "moodlewssettingraw",
            "moodlewssettinglang");

    private final JsonNode tree;

    private Arguments(JsonNode tree) {
        this.tree = tree;
    }

    static Arguments none() {
        return new Arguments(Json.object());
    }

    static Arguments of(JsonNode tree) {
        return new Arguments(tree);
    }

    /** Nests fields named as PHP does: {@code options[0][name]}. */
    static Arguments ofForm(Map<String, String> fields) {
        ObjectNode tree = Json.object();
        fields.forEach((name, value) -> {
            if (!TRANSPORT.contains(name)) {
                put(tree, name, value);
            }
        });
        return new Arguments(tree);
    }

    private static void put(ObjectNode tree, String name, String value) {
        int bracket = name.indexOf('[');
        String key = bracket < 0 ? name : name.substring(0, bracket);
        ObjectNode parent = tree;
        Matcher keys = KEY.matcher(name);
        while (bracket >= 0 && keys.find()) {
            parent = parent.path(key) instanceof ObjectNode known ? known : parent.putObject(key);
            key = keys.group(1).isEmpty() ? Integer.toString(parent.size()) : keys.group(1);
        }
        parent.put(key, value);
    }

    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        tree.fieldNames().forEachRemaining(names::add);
        return names;
    }

    boolean has(String name) {
        return tree.has(name);
    }

    Arguments child(String name) {
        JsonNode child = tree.path(name);
        return new Arguments(child instanceof MissingNode ? Json.object() : child);
    }

    /** The entries of a list, however it was sent. */
    List<Arguments> entries() {
        return tree.valueStream().map(Arguments::new).toList();
    }

    Optional<String> text(String name) {
        JsonNode value = tree.path(name);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(plain(value));
    }

    /** The value under a name as PHP writes it: {@code events[groupids][0]}, whether it was sent as a form or as JSON. */
    Optional<String> nested(String name) {
        JsonNode value = tree.path(name.indexOf('[') < 0 ? name : name.substring(0, name.indexOf('[')));
        Matcher keys = KEY.matcher(name);
        while (keys.find()) {
            String key = keys.group(1);
            value = value.isArray() && NUMBER.matcher(key).matches()
                    ? value.path(Integer.parseInt(key))
                    : value.path(key);
        }
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(plain(value));
    }

    OptionalLong number(String name) {
        Optional<String> text = text(name);
        return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(parsed(text.get()));
    }

    boolean flag(String name, boolean otherwise) {
        return text(name).map(value -> value.equals("1")).orElse(otherwise);
    }

    Set<Long> numbers(String name) {
        Set<Long> numbers = new LinkedHashSet<>();
        tree.path(name).forEach(value -> numbers.add(parsed(plain(value))));
        return numbers;
    }

    Set<String> texts(String name) {
        Set<String> texts = new LinkedHashSet<>();
        tree.path(name).forEach(value -> texts.add(plain(value)));
        return texts;
    }

    boolean isTree(String name) {
        return tree.path(name).isContainerNode();
    }

    /** All of them as JSON. */
    @Override
    public String toString() {
        return Json.text(tree);
    }

    private static String plain(JsonNode value) {
        return value.isBoolean() ? (value.asBoolean() ? "1" : "0") : value.asText();
    }

    private static long parsed(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw Refused.parameter();
        }
        return Long.parseLong(text);
    }
}
