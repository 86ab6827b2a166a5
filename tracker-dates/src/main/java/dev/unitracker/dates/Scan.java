package dev.unitracker.dates;

import dev.unitracker.dates.Span.Clock;
import dev.unitracker.dates.Span.Day;
import dev.unitracker.dates.Span.Keyword;
import dev.unitracker.dates.Span.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks once through a clause and collects what the readers recognise. */
final class Scan {
    private static final Set<String> LIST_WORDS = Set.of("y", "e", "and", "al", "a", "to");
    private static final Set<String> BEFORE_A_LIST = Words.set("del el los dia dias entre on from the");

    private final Clause clause;
    private final List<Day> days = new ArrayList<>();
    private final List<Clock> clocks = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();

    private Scan(Clause clause) {
        this.clause = clause;
    }

    static Spans of(Clause clause) {
        Scan scan = new Scan(clause);
        int at = 0;
        while (at < clause.size()) {
            at = scan.step(at);
        }
        List<Keyword> keywords = Keywords.in(clause).stream()
                .filter(keyword -> !scan.isPartOfPlace(keyword))
                .toList();
        return new Spans(scan.days, scan.clocks, scan.places, keywords);
    }

    private int step(int at) {
        Clock clock = Times.at(clause, at);
        if (clock != null) {
            clocks.add(clock);
            return clock.to();
        }
        List<Day> named = NamedDates.at(clause, at);
        if (!named.isEmpty()) {
            return addNamed(named);
        }
        Day numeric = NumericDates.at(clause, at);
        if (numeric != null) {
            return addNumeric(numeric);
        }
        Place place = Places.at(clause, at);
        if (place != null) {
            places.add(place);
            return place.to();
        }
        return at + 1;
    }

    private int addNamed(List<Day> named) {
        Day first = named.get(0);
        if (Words.NAMED_AFTER_DATES.contains(clause.word(first.from() - 1)) || isStreet(first.from())) {
            return named.get(named.size() - 1).to();
        }
        named.forEach(this::add);
        return end();
    }

    private boolean isStreet(int at) {
        return clause.mark(at - 1).equals(".") && Words.NAMED_AFTER_DATES.contains(clause.word(at - 2));
    }

    private int addNumeric(Day numeric) {
        if (isCounted(numeric.from())) {
            return numeric.to();
        }
        Day sibling = sibling(numeric);
        if (sibling != null) {
            add(sibling);
        }
        add(numeric);
        return end();
    }

    private boolean isCounted(int at) {
        boolean sign = !clause.mark(at - 1).isEmpty() && ".:#\u00B0".contains(clause.mark(at - 1));
        return Words.COUNTED.contains(clause.word(sign ? at - 2 : at - 1));
    }

    /** Returns the 26 of {@code el 26 y 27/11}, or null. */
    private @Nullable Day sibling(Day numeric) {
        int joint = Words.ARTICLES.contains(clause.word(numeric.from() - 1)) ? numeric.from() - 2 : numeric.from() - 1;
        int at = joint - 1;
        boolean listed = LIST_WORDS.contains(clause.word(joint))
                && clause.digits(at) > 0
                && clause.digits(at) <= 2
                && !clause.glued(at)
                && BEFORE_A_LIST.contains(clause.word(at - 1))
                && end() <= at;
        WrittenDate date = new WrittenDate(
                clause.number(at), numeric.date().month(), numeric.date().year());
        return listed && date.isPossible() ? new Day(at, at + 1, date, numeric.bare(), null) : null;
    }

    private void add(Day day) {
        days.add(Weekdays.around(clause, day, end()));
    }

    private int end() {
        return days.isEmpty() ? 0 : days.get(days.size() - 1).to();
    }

    private boolean isPartOfPlace(Keyword keyword) {
        int place = Spans.firstFrom(places, keyword.from());
        boolean starts = place < places.size() && places.get(place).from() == keyword.from();
        int before = place - 1;
        return starts || (before >= 0 && keyword.from() < places.get(before).to());
    }
}
