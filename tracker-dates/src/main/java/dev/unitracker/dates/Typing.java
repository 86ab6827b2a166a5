package dev.unitracker.dates;

import dev.unitracker.dates.Span.Day;
import dev.unitracker.dates.Span.Keyword;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds for each date the keyword that says what it is about: the nearest one, rather before it than after. */
final class Typing {
    private static final int AFTER = 3;
    private static final int OF_THE_DATE_BEFORE = 4;
    private static final int LONGEST_PHRASE = 7;
    private static final int MOST_HEADS = 3;

    private final Clause clause;
    private final Distances distances;
    private final List<Day> days;
    private final List<Keyword> nouns;
    private final List<Keyword> prepositions;

    Typing(Clause clause, Spans spans, Distances distances) {
        this.clause = clause;
        this.distances = distances;
        this.days = spans.days();
        this.nouns = spans.keywords().stream()
                .filter(keyword -> !keyword.sense().isPreposition())
                .toList();
        this.prepositions = spans.keywords().stream()
                .filter(keyword -> keyword.sense().isPreposition())
                .toList();
    }

    /**
     * What a date is about.
     *
     * @param sense what the keyword says
     * @param keyword the word that says it
     * @param before whether it stands before the date
     */
    record Match(Sense sense, Keyword keyword, boolean before) {}

    /** Returns one entry for each date of the clause: its match, or null. */
    List<@Nullable Match> matches() {
        List<@Nullable Match> matches = new ArrayList<>();
        for (int index = 0; index < days.size(); index++) {
            matches.add(match(index, index == 0 ? null : matches.get(index - 1)));
        }
        return matches;
    }

    private @Nullable Match match(int index, @Nullable Match previous) {
        Day day = days.get(index);
        Keyword before = last(nouns, day.from());
        Keyword preposition = last(prepositions, day.from());
        if (preposition != null && touches(preposition, day) && !isRangeOfSessions(index, before)) {
            return new Match(preposition.sense(), preposition, true);
        }
        Keyword after = after(index);
        if (before == null || (after != null && costAfter(day, after) < costBefore(index, before, previous))) {
            return after == null ? null : new Match(after.sense(), after, false);
        }
        return governed(before, day);
    }

    private boolean touches(Keyword preposition, Day day) {
        if (distances.between(preposition.to(), day.from()) > 0) {
            return false;
        }
        // "desde las 18 del 30/11" tells when it begins that day.
        return preposition.sense() == Sense.UNTIL
                || IntStream.range(preposition.to(), day.from()).noneMatch(distances::isCovered);
    }

    /** In {@code exams from the 7th to the 11th} the prepositions say nothing of their own. */
    private boolean isRangeOfSessions(int index, @Nullable Keyword noun) {
        boolean sessions = noun != null && (noun.sense() == Sense.EXAM || noun.sense() == Sense.CLASS);
        return sessions && (joinsNext(index) || (index > 0 && joinsNext(index - 1)));
    }

    private boolean joinsNext(int index) {
        return index + 1 < days.size() && Links.join(clause, days.get(index), days.get(index + 1), distances);
    }

    private int costBefore(int index, Keyword before, @Nullable Match previous) {
        int cost = distances.between(before.to(), days.get(index).from());
        boolean taken = previous != null
                && !previous.before()
                && before.from() >= days.get(index - 1).to();
        return taken ? cost + OF_THE_DATE_BEFORE : cost;
    }

    private int costAfter(Day day, Keyword after) {
        return distances.between(day.to(), after.from()) + AFTER;
    }

    /** Returns the nearest keyword after a date, unless it is nearer to the next date. */
    private @Nullable Keyword after(int index) {
        Day day = days.get(index);
        int at = Spans.firstFrom(nouns, day.to());
        if (at == nouns.size()) {
            return null;
        }
        Keyword after = nouns.get(at);
        int nextDay = Spans.firstFrom(days, after.to());
        boolean nearerToNext = nextDay < days.size()
                && distances.between(after.to(), days.get(nextDay).from()) < distances.between(day.to(), after.from());
        return nearerToNext ? null : after;
    }

    /** In {@code clase de repaso para el parcial: 20/11} the class takes place, not the exam. */
    private Match governed(Keyword nearest, Day day) {
        if (Set.of("de", "del", "of").contains(clause.word(nearest.to()))
                && distances.between(nearest.to(), day.from()) == 0) {
            return new Match(nearest.sense(), nearest, true);
        }
        Keyword head = nearest;
        for (int heads = 0; heads < MOST_HEADS; heads++) {
            Keyword owner = last(nouns, head.from());
            if (owner == null || !owns(owner, head)) {
                break;
            }
            // An exam that begins is an exam; so is the beginning of an exam.
            if (owner.sense() == Sense.BEGINS && head.sense() == Sense.EXAM) {
                return new Match(Sense.EXAM, owner, true);
            }
            head = owner;
        }
        return new Match(head.sense(), head, true);
    }

    private boolean owns(Keyword owner, Keyword owned) {
        int from = owner.to();
        boolean adjective = from == owned.from()
                && owned.sense() == Sense.EXAM
                && clause.word(from).startsWith("parcial");
        boolean begins = owned.sense() == Sense.BEGINS && owner.sense() == Sense.EXAM && isPhrase(from, owned.from());
        int link = clause.digits(from) > 0 ? from + 1 : from;
        boolean linked = link < owned.from() && Words.OF.contains(clause.word(link)) && isPhrase(link, owned.from());
        return adjective || begins || linked;
    }

    private boolean isPhrase(int from, int to) {
        if (to - from > LONGEST_PHRASE) {
            return false;
        }
        for (int at = from; at < to; at++) {
            boolean verb = Set.of("es", "sera", "son", "seran", "is", "are", "y", "and")
                    .contains(clause.word(at));
            boolean inside = !clause.word(at).isEmpty() || clause.digits(at) > 0;
            if (verb || !inside || distances.isCovered(at)) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Keyword last(List<Keyword> keywords, int token) {
        int index = Spans.lastBefore(keywords, token);
        return index < 0 ? null : keywords.get(index);
    }
}
