package dev.unitracker.dates;

import dev.unitracker.dates.Span.Day;
import dev.unitracker.dates.Span.Keyword;
import dev.unitracker.dates.Token.Kind;
import dev.unitracker.dates.Typing.Match;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names a fact with the words of its clause, without dates, times, weekdays and places. */
final class Labels {
    private static final int MAX_LENGTH = 60;
    private static final int MAX_TOKENS = 40;

    private final Clause clause;
    private final List<Day> days;
    private final List<Keyword> keywords;
    private final Distances distances;

    Labels(Clause clause, Spans spans, Distances distances) {
        this.clause = clause;
        this.days = spans.days();
        this.keywords = spans.keywords();
        this.distances = distances;
    }

    /**
     * Returns what a date is called: the words before it, or after it where there are none before.
     *
     * @param previousLabel what the date before it is called, for one that is joined with it
     */
    String of(int index, @Nullable Match match, String previousLabel) {
        Day day = days.get(index);
        int next = next(index);
        int previous = index == 0 ? 0 : days.get(index - 1).to();
        if (match != null && !match.before()) {
            return words(
                    day.to(),
                    segmentEnd(
                            match.keyword().to(), Math.max(next, match.keyword().to())));
        }
        String before = match == null ? before(day.from(), previous) : fromKeyword(match.keyword(), previous);
        if (before.isEmpty() && match != null) {
            before = before(day.from(), previous);
        }
        if (before.isEmpty() && index > 0 && Links.join(clause, days.get(index - 1), day, distances)) {
            before = previousLabel;
        }
        return before.isEmpty() ? after(day.to(), next) : before;
    }

    /** Returns where the words after a date end: at the next date, unless both are called the same. */
    private int next(int index) {
        boolean joined = index + 1 < days.size() && Links.join(clause, days.get(index), days.get(index + 1), distances);
        int next = joined ? index + 2 : index + 1;
        return next < days.size() ? days.get(next).from() : clause.size();
    }

    /** Returns the words right before a token: the nearest part of the clause that has any. */
    String before(int token, int earliest) {
        int end = token;
        while (end > earliest && token - end < MAX_TOKENS) {
            int start = segmentStart(end, earliest);
            String words = words(start, end);
            if (words.chars().anyMatch(Character::isLetter)) {
                return words;
            }
            end = start - 1;
        }
        return "";
    }

    private String after(int token, int latest) {
        int start = token;
        while (start < latest && start - token < MAX_TOKENS) {
            int end = segmentEnd(start, latest);
            String words = words(start, end);
            if (words.chars().anyMatch(Character::isLetter)) {
                return words;
            }
            start = end + 1;
        }
        return "";
    }

    private String fromKeyword(Keyword keyword, int previous) {
        int earliest = keyword.from() >= previous ? previous : 0;
        int start = segmentStart(keyword.from(), earliest);
        int to = days.get(Spans.firstFrom(days, keyword.to())).from();
        String words = words(start, to);
        boolean alone = !words.contains(" ") && start > earliest && !hasKeyword(earliest, start);
        if (!alone) {
            return words;
        }
        String wider = before(start - 1, earliest);
        return wider.isEmpty() || words.isEmpty() ? words : cut(wider + " " + words);
    }

    private boolean hasKeyword(int from, int to) {
        int index = Spans.lastBefore(keywords, to);
        return index >= 0 && keywords.get(index).from() >= from;
    }

    private int segmentStart(int token, int earliest) {
        int start = token;
        while (start > earliest && !isBorder(start - 1, earliest)) {
            start--;
            if (token - start > MAX_TOKENS) {
                return token;
            }
        }
        return start;
    }

    private int segmentEnd(int token, int latest) {
        int end = token;
        while (end < latest && !isBorder(end, clause.size()) && end - token < MAX_TOKENS) {
            end++;
        }
        return end;
    }

    /** After another date, {@code y} begins what the next one is about. */
    private boolean isBorder(int at, int earliest) {
        boolean joint = clause.mark(at).equals("-") && clause.glued(at) && clause.glued(at + 1);
        boolean and = earliest > 0 && earliest < clause.size() && Words.AND.contains(clause.word(at));
        return and || (!joint && !distances.isCovered(at) && Distances.isBorder(clause.token(at)));
    }

    private String words(int from, int to) {
        List<Word> words = new ArrayList<>();
        int length = 0;
        for (int at = from; at < to && length <= MAX_LENGTH; at++) {
            if (isNamed(at)) {
                length += add(words, at);
            }
        }
        return cut(joined(trimmed(words)));
    }

    private boolean isNamed(int at) {
        Token token = clause.token(at);
        boolean named = token.is(Kind.WORD) || token.is(Kind.NUMBER);
        return named && !distances.isCovered(at) && !Names.isFullWeekday(token.text());
    }

    private int add(List<Word> words, int at) {
        Token token = clause.token(at);
        String written = clause.source().substring(token.start(), token.end()).toLowerCase(Locale.ROOT);
        int last = words.size() - 1;
        if (last >= 0 && words.get(last).end() == token.start()) {
            words.set(last, words.get(last).with(token, written));
        } else {
            words.add(new Word(token.text(), written, token.end()));
        }
        return written.length() + 1;
    }

    private static List<Word> trimmed(List<Word> words) {
        int from = 0;
        int to = words.size();
        while (from < to && isEmptyStart(words.get(from).folded())) {
            from++;
        }
        while (to > from && Words.STOP.contains(words.get(to - 1).folded())) {
            to--;
        }
        return words.subList(from, to);
    }

    /** {@code fecha límite} is a name of its own. */
    private static boolean isEmptyStart(String word) {
        return Words.STOP.contains(word) && !word.equals("fecha");
    }

    private static String joined(List<Word> words) {
        return Normalizer.normalize(
                String.join(" ", words.stream().map(Word::written).toList()), Normalizer.Form.NFC);
    }

    private static String cut(String label) {
        if (label.length() <= MAX_LENGTH) {
            return label;
        }
        int space = label.lastIndexOf(' ', MAX_LENGTH);
        return label.substring(0, space > 0 ? space : MAX_LENGTH);
    }

    private record Word(String folded, String written, int end) {
        Word with(Token token, String more) {
            return new Word(folded + token.text(), written + more, token.end());
        }
    }
}
