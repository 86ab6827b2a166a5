package dev.unitracker.document;

import java.util.List;
import java.util.Objects;

/**
 * One entry of a list. What else belongs to it follows as blocks of their own.
 *
 * @param at where it begins
 * @param depth 1 in a list that stands by itself, 2 in a list within an item, and so on
 * @param runs its text without the bullet or number, not blank; neighbours differ in their mark
 */
public record ListItem(Position at, int depth, List<Run> runs) implements Block {

    public ListItem {
        Objects.requireNonNull(at, "at");
        if (depth < 1) {
            throw new IllegalArgumentException("the depth of a list item is at least 1: " + depth);
        }
        runs = Run.joined(runs);
        if (Run.text(runs).isBlank()) {
            throw new IllegalArgumentException("a list item says something");
        }
    }

    @Override
    public String text() {
        return "- " + Run.text(runs);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.listItem(this);
    }
}
