package dev.unitracker.dates;

import dev.unitracker.dates.Span.Clock;
import dev.unitracker.dates.Span.Day;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives each date of a clause the time that belongs to it. Each time is used once, but for {@code 26 y 27 a las 18}. */
final class Appointments {
    private static final Set<String> AFTER_A_DAY = Words.set("""
            a al las la at de desde from el on en in the del dia hora horario time hs horas entre between hasta until inicio
            starting sala by before antes inclusive
            """);
    private static final Set<String> BEFORE_A_DAY = Words.set("del de el dia on los the of fecha date");
    private static final Set<String> MARKS = Set.of(",", "-", "(", ")", "|", ":", ".", ";", "/", "\u2022");
    private static final int LONGEST_GAP = 12;

    private final Clause clause;
    private final Spans spans;
    private final Distances distances;
    private final Map<Integer, Clock> byDay = new HashMap<>();
    private final Set<Integer> used = new HashSet<>();

    private Appointments(Clause clause, Spans spans, Distances distances) {
        this.clause = clause;
        this.spans = spans;
        this.distances = distances;
    }

    /** Returns one entry for each date of the clause: its time, or null. */
    static List<@Nullable Clock> of(Clause clause, Spans spans, Distances distances) {
        Appointments appointments = new Appointments(clause, spans, distances);
        appointments.candidates().forEach(appointments::take);
        appointments.shareInLists();
        List<@Nullable Clock> clocks = new ArrayList<>();
        for (int day = 0; day < spans.days().size(); day++) {
            clocks.add(appointments.byDay.get(day));
        }
        return clocks;
    }

    private record Candidate(int day, int clock, int cost) {}

    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (int day = 0; day < spans.days().size(); day++) {
            Day date = spans.days().get(day);
            int after = Spans.firstFrom(spans.clocks(), date.to());
            int before = Spans.lastBefore(spans.clocks(), date.from());
            if (after < spans.clocks().size()) {
                add(
                        candidates,
                        day,
                        after,
                        2 * gap(date.to(), spans.clocks().get(after).from(), AFTER_A_DAY));
            }
            if (before >= 0) {
                add(candidates, day, before, 2 * gap(spans.clocks().get(before).to(), date.from(), BEFORE_A_DAY) + 1);
            }
        }
        candidates.sort(Comparator.comparingInt(Candidate::cost));
        return candidates;
    }

    private static void add(List<Candidate> candidates, int day, int clock, int cost) {
        if (cost >= 0) {
            candidates.add(new Candidate(day, clock, cost));
        }
    }

    /** Counts the marks and places between a date and a time; negative if anything else stands there. */
    private int gap(int from, int to, Set<String> words) {
        int cost = 0;
        if (to - from > LONGEST_GAP) {
            return -LONGEST_GAP;
        }
        for (int at = from; at < to; at++) {
            boolean mark = MARKS.contains(clause.mark(at));
            if (isPlace(at) || mark) {
                cost++;
            } else if (!words.contains(clause.word(at))) {
                return -LONGEST_GAP;
            }
        }
        return cost;
    }

    private boolean isPlace(int at) {
        int place = Spans.lastBefore(spans.places(), at) + 1;
        return distances.isCovered(at)
                && place < spans.places().size()
                && spans.places().get(place).from() <= at;
    }

    private void take(Candidate candidate) {
        if (!byDay.containsKey(candidate.day()) && used.add(candidate.clock())) {
            byDay.put(candidate.day(), spans.clocks().get(candidate.clock()));
        }
    }

    private void shareInLists() {
        for (int day = spans.days().size() - 2; day >= 0; day--) {
            Clock next = byDay.get(day + 1);
            boolean list =
                    Links.isList(clause, spans.days().get(day), spans.days().get(day + 1));
            if (next != null && list && next.from() >= spans.days().get(day + 1).to()) {
                byDay.putIfAbsent(day, next);
            }
        }
    }
}
