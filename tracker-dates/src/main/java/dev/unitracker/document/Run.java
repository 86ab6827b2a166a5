package dev.unitracker.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A piece of the text of a block, with one mark. Immutable. It may hold line breaks ({@code \n}). What no database keeps is cleaned: NUL
 * characters are removed, halves of surrogate pairs replaced; a form feed, which would end a page, becomes a blank.
 *
 * @param mark what the author did to it: nothing, struck it or inserted it later
 * @param text the text, with the white space at its ends; may be empty
 */
public record Run(Mark mark, String text) {

    private static final char REPLACEMENT = '\uFFFD';

    public Run {
        Objects.requireNonNull(mark, "mark");
        text = text.codePoints().allMatch(Run::isKept) ? text : cleaned(text);
    }

    /** Returns text that stands as it was written. */
    public static Run of(String text) {
        return new Run(Mark.PLAIN, text);
    }

    /** Returns the same text in the fewest runs: none is empty, and neighbours differ in their mark. */
    static List<Run> joined(List<Run> runs) {
        List<Run> joined = new ArrayList<>();
        for (Run run : runs) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).mark == run.mark && !run.text.isEmpty()) {
                joined.set(last, new Run(run.mark, joined.get(last).text + run.text));
            } else if (!run.text.isEmpty()) {
                joined.add(run);
            }
        }
        return List.copyOf(joined);
    }

    /** Returns the text of runs; what is struck stands between {@code ~~}, without the white space around it. */
    static String text(List<Run> runs) {
        StringBuilder text = new StringBuilder();
        for (Run run : runs) {
            String words = run.text.strip();
            if (run.mark != Mark.STRUCK || words.isEmpty()) {
                text.append(run.text);
            } else {
                int start = run.text.indexOf(words);
                text.append(run.text, 0, start).append("~~").append(words).append("~~");
                text.append(run.text, start + words.length(), run.text.length());
            }
        }
        return text.toString();
    }

    private static boolean isKept(int character) {
        return character != 0
                && character != '\f'
                && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE);
    }

    private static String cleaned(String text) {
        StringBuilder cleaned = new StringBuilder(text.length());
        text.codePoints()
                .filter(character -> character != 0)
                .map(character -> isKept(character) ? character : character == '\f' ? ' ' : REPLACEMENT)
                .forEach(cleaned::appendCodePoint);
        return cleaned.toString();
    }
}
