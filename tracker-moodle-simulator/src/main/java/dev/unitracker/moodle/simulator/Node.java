package dev.unitracker.moodle.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A value in an answer, and where it stands.
 *
 * @param parent what it stands in
 * @param position its place in a list, otherwise among the fields
 * @param field its name in an object; empty in a list
 * @param path the way to it, {@code []} for any element of a list; empty for the answer itself
 */
record Node(JsonNode parent, int position, String field, String path) {

    /** All values of an answer that is the only element of a list, each before what it holds. */
    static List<Node> allIn(JsonNode holder) {
        List<Node> nodes = new ArrayList<>();
        add(nodes, new Node(holder, 0, "", ""));
        return nodes;
    }

    private static void add(List<Node> nodes, Node node) {
        nodes.add(node);
        JsonNode value = node.value();
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                add(nodes, new Node(value, i, "", node.path + "[]"));
            }
        }
        value.properties().forEach(each -> {
            String path = node.path.isEmpty() ? each.getKey() : node.path + "." + each.getKey();
            add(nodes, new Node(value, 0, each.getKey(), path));
        });
    }

    JsonNode value() {
        return parent.isArray() ? parent.get(position) : parent.path(field);
    }

    boolean isField() {
        return parent.isObject();
    }

    boolean isElement() {
        return parent.isArray() && !path.isEmpty();
    }

    boolean is(JsonNodeType type) {
        return value().getNodeType() == type;
    }

    boolean isFullList() {
        return value().isArray() && !value().isEmpty();
    }

    void replace(JsonNode other) {
        if (parent instanceof ObjectNode object) {
            object.set(field, other);
        } else {
            ((ArrayNode) parent).set(position, other);
        }
    }

    /** As PHP writes a value as a text: true is 1, false is nothing. */
    void replaceByItsText() {
        JsonNode value = value();
        String text = value.isBoolean() ? (value.asBoolean() ? "1" : "") : value.asText();
        replace(JsonNodeFactory.instance.textNode(text));
    }

    void remove() {
        ((ObjectNode) parent).remove(field);
    }
}
