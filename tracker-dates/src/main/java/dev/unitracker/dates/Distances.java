package dev.unitracker.dates;

import dev.unitracker.dates.Span.Day;
import dev.unitracker.dates.Token.Kind;
import java.util.BitSet;
import java.util.List;

/** How far two tokens of a clause are from each other: words count, other dates and borders count more. */
final class Distances {
    private static final int NUMBER = 1;
    private static final int WORD = 2;
    private static final int BORDER = 2;
    private static final int ANOTHER_DATE = 4;
    private static final int SEMICOLON = 6;

    private final int[] upTo;
    private final BitSet covered = new BitSet();

    Distances(Clause clause, Spans spans) {
        upTo = new int[clause.size() + 1];
        cover(spans.days());
        cover(spans.clocks());
        cover(spans.places());
        BitSet firsts = new BitSet();
        spans.days().forEach((Day day) -> firsts.set(day.from()));
        for (int at = 0; at < clause.size(); at++) {
            upTo[at + 1] = upTo[at] + (firsts.get(at) ? ANOTHER_DATE : covered.get(at) ? 0 : cost(clause.token(at)));
        }
    }

    int between(int from, int to) {
        return upTo[to] - upTo[from];
    }

    /** Tells whether a token belongs to a date, a time or a place. */
    boolean isCovered(int at) {
        return covered.get(at);
    }

    private void cover(List<? extends Span> spans) {
        spans.forEach(span -> covered.set(span.from(), span.to()));
    }

    private static int cost(Token token) {
        return switch (token.kind()) {
            case WORD -> Words.AND.contains(token.text()) ? BORDER : Words.STOP.contains(token.text()) ? 0 : WORD;
            case NUMBER -> NUMBER;
            case OPAQUE -> WORD;
            case MARK -> markCost(token.text());
        };
    }

    private static int markCost(String mark) {
        return switch (mark) {
            case ";" -> SEMICOLON;
            case ",", "-", "(", ")", "|" -> BORDER;
            default -> 0;
        };
    }

    static boolean isBorder(Token token) {
        return token.is(Kind.MARK) && ",;:-()[]|\u2022\u00B7".contains(token.text());
    }
}
