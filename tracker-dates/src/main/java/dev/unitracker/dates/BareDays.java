package dev.unitracker.dates;

import dev.unitracker.dates.Span.Day;
import dev.unitracker.dates.Span.Keyword;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells {@code 4/12} the date from {@code 3/4} the fraction, {@code 7/10} the grade and {@code 24/7}. */
final class BareDays {
    private static final Set<String> PREPOSITIONS =
            Words.set("el dia dias del al on los desde hasta antes until by since");
    private static final Set<String> HEADINGS = Words.set("fecha fechas date dates cuando when");
    private static final Set<String> SINGLE_EXAMS = Words.set("parcial recuperatorio recu recup coloquio final examen");
    private static final Set<String> LINKS = Set.of("y", "e", "and", "al", "a", "to", "o", "or", ",", "-", "&");
    private static final Set<String> PART_SIGNS = Set.of("%", "\u00B0", "\u00BD", "$", "=", "x", "*");
    private static final Set<String> CLOCK_LINKS = Words.set("a las la at de desde from , - (");
    private static final Set<String> RANGES = Set.of("al", "hasta", "a", "to", "-");
    private static final int CLOCK_GAP = 4;
    private static final int LAST_MONTH = 12;
    private static final int DAYS_OF_A_MONTH = 30;
    private static final int LONGEST_RANGE = 14;

    private final Clause clause;
    private final Spans spans;
    private final LocalDate reference;
    private final boolean grading;

    private BareDays(Clause clause, Spans spans, LocalDate reference) {
        this.clause = clause;
        this.spans = spans;
        this.reference = reference;
        this.grading = clause.tokens().stream().anyMatch(token -> Words.GRADING.contains(token.text()));
    }

    /** Leaves out the bare days that nothing in the clause makes dates. */
    static Spans dropped(Clause clause, Spans spans, LocalDate reference) {
        if (spans.days().stream().noneMatch(Day::bare)) {
            return spans;
        }
        BareDays check = new BareDays(clause, spans, reference);
        List<Day> kept = new ArrayList<>();
        for (Day day : spans.days()) {
            if (!day.bare() || check.isDate(day, kept)) {
                kept.add(day);
            }
        }
        return spans.withDays(kept);
    }

    private boolean isDate(Day day, List<Day> kept) {
        if (day.weekday() != null) {
            return !DashedDays.mayBeHours(clause, day) || DashedDays.isOnWeekday(clause, day, reference);
        }
        if (hasClock(day)) {
            return true;
        }
        if (isPart(day)) {
            return false;
        }
        if (isHeaded(day)) {
            return true;
        }
        String separator = clause.mark(day.from() + 1);
        if (separator.equals("-")) {
            return DashedDays.isDue(clause, day, spans.keywords());
        }
        return (!separator.equals(".") || day.date().year() != null) && isSlashedDate(day, kept);
    }

    private boolean isSlashedDate(Day day, List<Day> kept) {
        return PREPOSITIONS.contains(clause.word(day.from() - 1))
                || isListed(day, kept)
                || beginsRange(day)
                || (!looksLikeRatio(day) && (isNamed(day) || Rows.isOfWork(clause, day) || Rows.begins(clause, day)));
    }

    private boolean isPart(Day day) {
        // "26/11 de 19 a 22" goes on with hours.
        boolean hours = clause.word(day.to()).equals("de") && clause.digits(day.to() + 1) > 0;
        return (Words.PARTS.contains(clause.word(day.to())) && !hours) || PART_SIGNS.contains(text(day.to()));
    }

    /** Accepts {@code Fecha: 30/11}, where a colon leaves no doubt. */
    private boolean isHeaded(Day day) {
        String mark = clause.mark(day.from() - 1);
        return mark.equals(":") && HEADINGS.contains(clause.word(day.from() - 2));
    }

    private boolean isListed(Day day, List<Day> kept) {
        Day before = kept.isEmpty() ? null : kept.get(kept.size() - 1);
        if (before == null || before.to() != day.from() - 1) {
            return false;
        }
        String link = text(day.from() - 1);
        return LINKS.contains(link) || (link.equals(Lexer.CELL) && Rows.isLikely(clause, day));
    }

    private boolean hasClock(Day day) {
        int index = Spans.firstFrom(spans.clocks(), day.to());
        if (index == spans.clocks().size()) {
            return false;
        }
        int clock = spans.clocks().get(index).from();
        for (int at = day.to(); at < clock; at++) {
            if (clock - day.to() > CLOCK_GAP || !CLOCK_LINKS.contains(text(at))) {
                return false;
            }
        }
        return true;
    }

    private boolean looksLikeRatio(Day day) {
        int number = day.date().day();
        int of = day.date().month();
        return (grading && number <= of)
                || (number == 24 && of == 7)
                || (of == 10 && number <= 10 && spans.days().size() == 1);
    }

    private boolean isNamed(Day day) {
        int index = Spans.lastBefore(spans.keywords(), day.from());
        if (index < 0) {
            return false;
        }
        Keyword nearest = spans.keywords().get(index);
        boolean touches = nearest.to() == day.from();
        boolean counted = nearest.sense() == Sense.CLASS || (nearest.sense() == Sense.EXAM && !isSingle(nearest, day));
        // "Clase 3/8" is rather the third of eight.
        return !(touches && counted && day.date().day() <= day.date().month());
    }

    /** Nobody holds more than a few of these exams: {@code Recuperatorio 9/12}. */
    private boolean isSingle(Keyword exam, Day day) {
        return day.date().month() > Rows.LARGEST_PART && SINGLE_EXAMS.contains(clause.word(exam.from()));
    }

    /** Accepts the 9/3 of {@code 9/3 al 13/3}: a few days or weeks, not two fractions. */
    private boolean beginsRange(Day day) {
        int next = Spans.firstFrom(spans.days(), day.to());
        Day end = next < spans.days().size() ? spans.days().get(next) : null;
        if (end == null || end.from() != day.to() + 1 || !RANGES.contains(text(day.to())) || isPart(end)) {
            return false;
        }
        boolean spelt = Set.of("al", "hasta").contains(text(day.to()));
        boolean days = Rows.isPadded(clause, day)
                || day.date().day() > LAST_MONTH
                || end.date().day() > LAST_MONTH;
        return spelt || (days && isShort(day.date(), end.date()));
    }

    private static boolean isShort(WrittenDate first, WrittenDate last) {
        int months = Math.floorMod(last.month() - first.month(), LAST_MONTH);
        int length = months * DAYS_OF_A_MONTH + last.day() - first.day();
        return 0 < length && length <= LONGEST_RANGE;
    }

    private String text(int at) {
        return at >= 0 && at < clause.size() ? clause.token(at).text() : "";
    }
}
