package dev.unitracker.dates;

import dev.unitracker.dates.Span.Day;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads dates with a month's name, alone or in a list: {@code 26 y 27 de noviembre}, {@code December 7-11, 2026}. */
final class NamedDates {
    private static final Set<String> ORDINALS =
            Set.of("st", "nd", "rd", "th", "ro", "er", "ero", "\u00BA", "o", "do", "to");
    private static final Set<String> BETWEEN_DAYS =
            Set.of("y", "e", "and", "&", "al", "a", "to", "through", "hasta", ",", "-", "o", "or");
    private static final Set<String> RANGES = Set.of("al", "a", "to", "through", "hasta", "-");
    private static final Set<String> BEFORE_A_LIST =
            Words.set("del de el los dia dias from between entre the on al desde hasta y e and to until by");
    private static final Set<String> CLOCK_WORDS = Words.set("hs hrs h hr am pm a p horas hours");
    private static final Set<String> LOOSE = Set.of(",", "-");
    private static final Set<String> NEVER_BEFORE = Set.of("/", ".", "$", "#", "+", "=", "%", "\\", "@");
    private static final int LONGEST_LIST = 10;

    private NamedDates() {}

    /** Returns the dates of the list that begins at a token; none if none does. */
    static List<Day> at(Clause clause, int at) {
        List<Day> days = List.of();
        if (isDay(clause, at) && startsFree(clause, at)) {
            days = dayFirst(clause, at);
        } else if (clause.word(at).startsWith("primer")) {
            days = first(clause, at);
        } else if (Names.isMonth(clause.word(at)) && !clause.glued(at)) {
            days = monthFirst(clause, at);
        }
        return days.stream().allMatch(day -> day.date().isPossible()) ? days : List.of();
    }

    private static List<Day> first(Clause clause, int at) {
        boolean spelt = Set.of("primer", "primero").contains(clause.word(at))
                && clause.word(at + 1).equals("de");
        Month month = spelt ? Month.after(clause, at + 1) : null;
        return month == null
                ? List.of()
                : List.of(new Day(at, month.to(), new WrittenDate(1, month.number(), month.year()), false, null));
    }

    private static List<Day> dayFirst(Clause clause, int at) {
        List<DayNumber> numbers = list(clause, at);
        DayNumber last = numbers.get(numbers.size() - 1);
        Month month = Month.after(clause, last.to());
        if (month == null || MonthOrWeekday.isNextWeekday(clause, last.at(), last.to())) {
            return List.of();
        }
        if (numbers.size() > 1 && !isList(clause, numbers)) {
            // Only its last number is a day; the scan comes back to it.
            return List.of();
        }
        return days(numbers, month, month.to());
    }

    private static List<Day> monthFirst(Clause clause, int at) {
        int first = clause.mark(at + 1).equals(".") ? at + 2 : at + 1;
        if (!isDayOfMonth(clause, first) || MonthOrWeekday.isWeekday(clause, at, first)) {
            return List.of();
        }
        List<DayNumber> numbers = new ArrayList<>(list(clause, first));
        DayNumber last = numbers.get(numbers.size() - 1);
        if (numbers.size() > 1 && (isClock(clause, last.at()) || !isList(clause, numbers))) {
            numbers = List.of(numbers.get(0));
        }
        Month month = Month.before(clause, at, numbers.get(numbers.size() - 1).to());
        if (month == null) {
            return List.of();
        }
        List<Day> days = new ArrayList<>(days(numbers, month, month.to()));
        days.set(0, days.get(0).from(at, null));
        return days;
    }

    private static List<Day> days(List<DayNumber> numbers, Month month, int end) {
        List<Day> days = new ArrayList<>();
        for (int index = 0; index < numbers.size(); index++) {
            DayNumber number = numbers.get(index);
            int to = index + 1 < numbers.size() ? number.to() : end;
            days.add(
                    new Day(number.at(), to, new WrittenDate(number.day(), month.number(), month.year()), false, null));
        }
        return days;
    }

    /** Reads {@code 7}, {@code 7 al 11}, {@code 26, 27 y el 28}, as far as it goes. */
    private static List<DayNumber> list(Clause clause, int at) {
        List<DayNumber> numbers = new ArrayList<>();
        int next = at;
        while (isDay(clause, next) && numbers.size() < LONGEST_LIST) {
            DayNumber number = new DayNumber(clause.number(next), next, afterOrdinal(clause, next));
            numbers.add(number);
            String between = between(clause, number.to());
            if (!BETWEEN_DAYS.contains(between)) {
                break;
            }
            next = number.to() + 1;
            if (between.equals(",") && isAnd(clause, next)) {
                next++;
            }
            next = afterWeekday(clause, Words.ARTICLES.contains(clause.word(next)) ? next + 1 : next);
        }
        return numbers;
    }

    private static int afterWeekday(Clause clause, int at) {
        if (!Names.isWeekday(clause.word(at))) {
            return at;
        }
        return clause.mark(at + 1).equals(".") ? at + 2 : at + 1;
    }

    private static boolean isList(Clause clause, List<DayNumber> numbers) {
        DayNumber first = numbers.get(0);
        DayNumber beforeLast = numbers.get(numbers.size() - 2);
        String between = between(clause, beforeLast.to());
        boolean grows = first.day() < numbers.get(numbers.size() - 1).day();
        if (RANGES.contains(between) && !grows) {
            return false;
        }
        boolean open = between.equals(",") && !isAnd(clause, beforeLast.to() + 1);
        boolean marked = !isGluedRange(clause, numbers)
                && numbers.stream().anyMatch(number -> LOOSE.contains(between(clause, number.to())));
        return !open && (!marked || mayBeginList(clause, first.at()));
    }

    /** {@code Receso 13-24 de julio}, but not {@code Clase 12-23 de noviembre}. */
    private static boolean isGluedRange(Clause clause, List<DayNumber> numbers) {
        int dash = numbers.get(0).to();
        int before = numbers.get(0).at() - 1;
        boolean counts = Keywords.isCounted(clause, before) || Words.COUNTED.contains(clause.word(before));
        return numbers.size() == 2 && !counts && clause.glued(dash) && clause.glued(dash + 1);
    }

    /** In {@code Clase 12 - 23 de noviembre} the first number counts classes. */
    private static boolean mayBeginList(Clause clause, int at) {
        String before = clause.word(at - 1);
        return before.isEmpty()
                ? clause.digits(at - 1) == 0
                : BEFORE_A_LIST.contains(before) || Names.isWeekday(before) || Names.isMonth(before);
    }

    private static String between(Clause clause, int at) {
        String word = clause.word(at);
        return word.isEmpty() ? clause.mark(at) : word;
    }

    private static boolean isAnd(Clause clause, int at) {
        return Words.AND.contains(clause.word(at)) || clause.mark(at).equals("&");
    }

    /** Tells whether a word is the ending of a number, as in {@code 1er}. */
    static boolean isOrdinal(Clause clause, int at) {
        return ORDINALS.contains(clause.word(at)) && clause.glued(at) && clause.digits(at - 1) > 0;
    }

    private static int afterOrdinal(Clause clause, int at) {
        boolean dotted = clause.mark(at + 1).equals(".") && clause.glued(at + 1);
        int ending = dotted ? at + 2 : at + 1;
        boolean ordinal = clause.glued(ending)
                && (ORDINALS.contains(clause.word(ending))
                        || clause.mark(ending).equals("\u00B0"));
        boolean abbreviated = ordinal
                && !dotted
                && clause.mark(ending + 1).equals(".")
                && clause.word(ending + 2).equals("de");
        return ordinal ? ending + (abbreviated ? 2 : 1) : at + 1;
    }

    /** Tells whether a number may be the day of a month whose name stands before it. */
    static boolean isDayOfMonth(Clause clause, int at) {
        return isDay(clause, at) && !isClock(clause, at);
    }

    private static boolean isDay(Clause clause, int at) {
        int day = clause.digits(at) <= 2 ? clause.number(at) : -1;
        return day >= 1 && day <= 31;
    }

    private static boolean isClock(Clause clause, int at) {
        boolean minutes = clause.mark(at + 1).equals(":") && clause.glued(at + 2) && clause.digits(at + 2) == 2;
        return minutes || CLOCK_WORDS.contains(clause.word(at + 1));
    }

    private static boolean startsFree(Clause clause, int at) {
        if (!clause.glued(at)) {
            return true;
        }
        boolean joined = !clause.mark(at - 1).isEmpty() && clause.glued(at - 1) && clause.digits(at - 2) > 0;
        // "7-11 de diciembre": the scan comes to 11 only after it refused 7.
        boolean dash = joined && clause.mark(at - 1).equals("-");
        return !clause.mark(at - 1).isEmpty() && !NEVER_BEFORE.contains(clause.mark(at - 1)) && (!joined || dash);
    }

    private record DayNumber(int day, int at, int to) {}

    /** A month's name with the year that may follow. */
    private record Month(int number, @Nullable Integer year, int to) {
        private static final Set<String> BEFORE_MONTH = Set.of("de", "of", "-", "/", ".");
        private static final Set<String> BEFORE_YEAR = Set.of("de", "del", "of", ",", "/", "-", "'", "\u2019");
        private static final Set<String> MONTH_WITHOUT_DAY = Set.of("in", "en", "de");
        private static final Set<String> HOURS = Set.of("hs", "hrs", "h");

        static @Nullable Month after(Clause clause, int at) {
            boolean joined = BEFORE_MONTH.contains(between(clause, at));
            int name = joined ? at + 1 : at;
            if (!Names.isMonth(clause.word(name)) || isVerbMay(clause, name, joined)) {
                return null;
            }
            int end = clause.mark(name + 1).equals(".") && clause.glued(name + 1) ? name + 2 : name + 1;
            return withYear(clause, name, end);
        }

        static @Nullable Month before(Clause clause, int name, int end) {
            Month month = isVerbMay(clause, name, false) ? null : withYear(clause, name, end);
            // "en noviembre 3 clases": without a year, only English writes the month first.
            boolean doubtful = month != null
                    && month.year() == null
                    && (!Names.isEnglishMonth(clause.word(name)) || MONTH_WITHOUT_DAY.contains(clause.word(name - 1)));
            return doubtful ? null : month;
        }

        private static boolean isVerbMay(Clause clause, int name, boolean joined) {
            boolean year = WrittenDate.isPlausible(clause.number(name + 1));
            return clause.word(name).equals("may") && !joined && !year && !clause.isCapitalised(name);
        }

        private static @Nullable Month withYear(Clause clause, int name, int end) {
            int number = Names.month(clause.word(name));
            String joint = between(clause, end);
            boolean joined = BEFORE_YEAR.contains(joint);
            int at = joined ? end + 1 : end;
            if (clause.digits(at) >= 3 && !HOURS.contains(clause.word(at + 1))) {
                // "25 de Mayo 1234" is an address.
                int year = clause.number(at);
                return WrittenDate.isPlausible(year) ? new Month(number, year, at + 1) : null;
            }
            // Two digits are a year only in "9-dic-26" and "Dec 9, '26".
            boolean shortYear = clause.digits(at) == 2
                    && clause.glued(at)
                    && ("'\u2019".contains(joint) || (clause.glued(name) && "/-".contains(joint)));
            return joined && shortYear
                    ? new Month(number, 2000 + clause.number(at), at + 1)
                    : new Month(number, null, end);
        }
    }
}
