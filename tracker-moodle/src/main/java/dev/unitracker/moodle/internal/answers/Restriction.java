package dev.unitracker.moodle.internal.answers;

import dev.unitracker.moodle.internal.text.HtmlText;
import dev.unitracker.spi.Sighting;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What an activity waits for, in Moodle's words: sentences of a language pack with names and dates set in bold. The
 * sentences are another's for another language, and may be after an update; the condition is still the same.
 *
 * @param values the names, dates and numbers, in order
 * @param lines the sentences, with an ellipsis for each name and date
 * @param dates the dates among the values, in order of time; none if an earlier version kept it
 */
record Restriction(List<String> values, List<String> lines, List<SiteDate> dates) {

    private static final String VALUES = "restriction_values";
    private static final String LINES = "restriction_lines";
    private static final String DATES = "restriction_dates";

    /** The memos that it is kept in. */
    static final Set<String> MEMOS = Set.of(VALUES, LINES, DATES);

    private static final String HOLE = "…";
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern LINK = Pattern.compile(" \\(https?://[^\\s)]*\\)");

    Restriction {
        values = List.copyOf(values);
        lines = List.copyOf(lines);
        dates = dates.stream().sorted().toList();
    }

    static Restriction of(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        List<Element> bold = document.select("strong, b").stream()
                .filter(element -> !element.parents().is("strong, b"))
                .toList();
        List<String> names = bold.stream().map(Element::text).toList();
        List<SiteDate> dates =
                bold.stream().flatMap(element -> date(element).stream()).toList();
        bold.forEach(element -> element.text(HOLE));
        String prose = text(document.body().html());
        Stream<String> numbers = NUMBER.matcher(prose).results().map(MatchResult::group);
        return new Restriction(
                Stream.concat(names.stream(), numbers).sorted().toList(),
                prose.lines().toList(),
                dates);
    }

    private static Optional<SiteDate> date(Element bold) {
        Element sentence = bold.closest("li, p, div, body");
        return SiteDate.of(bold.text())
                .map(date -> SiteDate.saysUntil(sentence == null ? "" : sentence.text()) ? date.ending() : date);
    }

    /** Returns a condition's words without the links in them. */
    static String text(String html) {
        return LINK.matcher(HtmlText.canonical(html)).replaceAll("");
    }

    /** Returns what was kept of a condition at an earlier look. */
    static Optional<Restriction> keptIn(Sighting sighting) {
        String values = sighting.memo().get(VALUES);
        String lines = sighting.memo().get(LINES);
        return values == null || lines == null
                ? Optional.empty()
                : Optional.of(new Restriction(
                        values.lines().toList(),
                        lines.lines().toList(),
                        sighting.memo()
                                .getOrDefault(DATES, "")
                                .lines()
                                .map(SiteDate::stored)
                                .toList()));
    }

    /** Keeps what the next look compares with. */
    void keepIn(SortedMap<String, String> memo) {
        memo.put(VALUES, String.join("\n", values));
        memo.put(LINES, String.join("\n", lines));
        if (!dates.isEmpty()) {
            memo.put(
                    DATES,
                    String.join("\n", dates.stream().map(SiteDate::toStore).toList()));
        }
    }

    /**
     * Tells whether this is an earlier condition whose dates another zone rewrote; the words around a date follow it, for the
     * end of a day is called so.
     */
    boolean rezones(Restriction earlier) {
        return lines.size() == earlier.lines.size()
                && withoutDates().equals(earlier.withoutDates())
                && changed(earlier).stream().allMatch(line -> lines.get(line).contains(HOLE));
    }

    private List<String> withoutDates() {
        return values.stream().filter(value -> SiteDate.of(value).isEmpty()).toList();
    }

    private List<Integer> changed(Restriction earlier) {
        return IntStream.range(0, lines.size())
                .filter(line -> !lines.get(line).equals(earlier.lines.get(line)))
                .boxed()
                .toList();
    }

    /**
     * Tells whether this is an earlier condition in other words. A site that still uses the earlier words elsewhere did
     * not change its language; then a teacher changed the condition.
     *
     * @param spoken all sentences that the answer uses
     */
    boolean rewords(Restriction earlier, Set<String> spoken) {
        if (values.isEmpty() || lines.size() != earlier.lines.size() || !sameValues(earlier)) {
            return false;
        }
        List<Integer> changed = changed(earlier);
        // A sentence without any name may be about another thing now, unless the whole text changed its language.
        boolean comparable = changed.size() == lines.size()
                || changed.stream().allMatch(line -> lines.get(line).contains(HOLE));
        return comparable && changed.stream().map(earlier.lines::get).noneMatch(spoken::contains);
    }

    private boolean sameValues(Restriction earlier) {
        return Stream.of(values, earlier.values)
                        .map(list ->
                                list.stream().map(LongDate::orText).sorted().toList())
                        .distinct()
                        .count()
                == 1;
    }
}
