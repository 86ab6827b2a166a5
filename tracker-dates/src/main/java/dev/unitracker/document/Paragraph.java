package dev.unitracker.document;

import java.util.List;
import java.util.Objects;

/**
 * Some lines of text. One without runs is an empty line.
 *
 * @param at where it begins
 * @param runs its text; neighbours differ in their mark
 */
public record Paragraph(Position at, List<Run> runs) implements Block {

    public Paragraph {
        Objects.requireNonNull(at, "at");
        runs = Run.joined(runs);
    }

    @Override
    public String text() {
        return Run.text(runs);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.paragraph(this);
    }
}
