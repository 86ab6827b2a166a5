package dev.unitracker.dates;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A date or a place that a text states, with the words that state it.
 *
 * @param type what it is about
 * @param label what the text calls it, in lower case, for example {@code segundo parcial}; empty if nothing near it
 *     names it. The label pairs a fact with its successor when the text is edited. Square brackets become round ones.
 * @param value an instant ({@code 2026-11-30T21:00:00Z}), a date without a time ({@code 2026-12-18}), or the name of a
 *     place
 * @param confidence from 0 (a guess) to 1 (certain)
 * @param extractor who found it, for example {@code date-grammar}
 * @param quote the exact words of the text
 * @param page the page of a document, counted from 1; null where the text has no pages
 */
public record Fact(
        FactType type,
        String label,
        String value,
        double confidence,
        String extractor,
        String quote,
        @Nullable Integer page) {

    public Fact {
        Objects.requireNonNull(type, "type");
        label = label.replace('[', '(').replace(']', ')');
        Objects.requireNonNull(quote, "quote");
        if (value.isBlank()) {
            throw new IllegalArgumentException("a fact needs a value: " + type + " " + label);
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be between 0 and 1: " + confidence);
        }
        if (extractor.isBlank() || extractor.contains(" ")) {
            throw new IllegalArgumentException("an extractor's name is one word: '" + extractor + "'");
        }
    }
}
