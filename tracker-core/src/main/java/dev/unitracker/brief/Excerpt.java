package dev.unitracker.brief;

import dev.unitracker.model.Item;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The first words of a text, as a quotation. */
final class Excerpt {

    private static final Pattern LINES = Pattern.compile("[\\n\\r\\f\\u0085\\u2028\\u2029]+");
    private static final Pattern MARKS = Pattern.compile("^[\\s#*•·>-]+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Excerpt() {}

    /** Returns the body's beginning, cut between words; empty if there is none, or it only says the title. */
    static Optional<String> of(Item item, int width) {
        List<String> lines = lines(item.body().orElse(""));
        String title = TitleEcho.folded(item.title());
        List<String> news = !lines.isEmpty() && TitleEcho.folded(lines.get(0)).equals(title)
                ? lines.subList(1, lines.size())
                : lines;
        return news.isEmpty() ? Optional.empty() : Optional.of(shortened(joined(news), width));
    }

    /** Returns the lines that say something, without the marks of lists and headings. */
    static List<String> lines(String text) {
        return Arrays.stream(LINES.split(text))
                .map(line -> SPACES.matcher(MARKS.matcher(line).replaceFirst(""))
                        .replaceAll(" ")
                        .strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Returns a text cut between words, with an ellipsis if something is missing. */
    static String shortened(String text, int width) {
        if (text.codePointCount(0, text.length()) <= width) {
            return text;
        }
        String cut = text.substring(0, text.offsetByCodePoints(0, width - 1));
        int space = cut.lastIndexOf(' ');
        return (space > width / 2 ? cut.substring(0, space) : cut).strip() + "…";
    }

    private static String joined(List<String> lines) {
        return lines.stream().collect(Collectors.joining(" · ")).replaceAll("([.:;!?,]) · ", "$1 ");
    }
}
