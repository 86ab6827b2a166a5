package dev.unitracker.moodle.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.moodle.internal.client.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What an object of an answer must hold to say anything. A field that is missing, one that is null and one that is empty are
 * three things: only Moodle's own word for none means that there is none. Immutable.
 */
public final class Shape {

    private final List<Function<JsonNode, Optional<String>>> rules;

    private Shape(List<Function<JsonNode, Optional<String>>> rules) {
        this.rules = rules;
    }

    /** Starts with an object that may hold anything. */
    public static Shape ofObject() {
        return new Shape(List.of());
    }

    /** Demands fields that every version of Moodle sends, and never as null. */
    public Shape always(Form form, String... fields) {
        return each(fields, (node, field) -> present(form, node, field));
    }

    /** Demands fields that every version of Moodle sends; null is its word for none. */
    public Shape orNull(Form form, String... fields) {
        return each(fields, (node, field) -> node.path(field).isNull() ? Optional.empty() : present(form, node, field));
    }

    /** Takes fields that may be missing but are never null. */
    public Shape perhaps(Form form, String... fields) {
        return each(fields, (node, field) -> node.has(field) ? present(form, node, field) : Optional.empty());
    }

    /** Takes fields that may be missing or null, and then tell nothing. */
    public Shape perhapsNull(Form form, String... fields) {
        return each(fields, (node, field) -> node.hasNonNull(field) ? present(form, node, field) : Optional.empty());
    }

    /** Demands all of some fields where one of them is: Moodle sends them together or not at all. */
    public Shape together(String... fields) {
        return with(node -> {
            Optional<String> missing =
                    Stream.of(fields).filter(field -> !node.has(field)).findFirst();
            boolean any = Stream.of(fields).anyMatch(node::has);
            return any ? missing.map(field -> field + " is missing") : Optional.empty();
        });
    }

    /** Demands a shape of each element of a list, if there is one. */
    public Shape each(String list, Shape shape) {
        return with(node -> Json.list(node.path(list)).stream()
                .flatMap(element -> shape.misfit(element).stream())
                .map(why -> list + ": " + why)
                .findFirst());
    }

    /** Demands a shape of an object, if there is one. */
    public Shape within(String object, Shape shape) {
        return with(node -> node.path(object).isObject()
                ? shape.misfit(node.path(object)).map(why -> object + ": " + why)
                : Optional.empty());
    }

    /** Demands what a rule does, which says in words what is wrong. */
    public Shape with(Function<JsonNode, Optional<String>> rule) {
        List<Function<JsonNode, Optional<String>>> more = new ArrayList<>(rules);
        more.add(rule);
        return new Shape(List.copyOf(more));
    }

    /** Returns what is wrong with a node, in words; empty if it has this shape. */
    public Optional<String> misfit(JsonNode node) {
        return node.isObject()
                ? rules.stream().flatMap(rule -> rule.apply(node).stream()).findFirst()
                : Optional.of("an element is no object");
    }

    private interface OfField {
        Optional<String> misfit(JsonNode node, String field);
    }

    private Shape each(String[] fields, OfField rule) {
        Shape shape = this;
        for (String field : fields) {
            shape = shape.with(node -> rule.misfit(node, field));
        }
        return shape;
    }

    private static Optional<String> present(Form form, JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode()) {
            return Optional.of(field + " is missing");
        }
        if (value.isNull()) {
            return Optional.of(field + " is null");
        }
        return form.fits(value) ? Optional.empty() : Optional.of(form.misfit(field, value));
    }
}
