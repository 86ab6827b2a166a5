package dev.unitracker.dates;

import dev.unitracker.dates.Token.Kind;
import java.util.List;

/** One sentence of a line. Asking beyond its ends is allowed and finds nothing. */
record Clause(String source, List<Token> tokens) {

    int size() {
        return tokens.size();
    }

    Token token(int at) {
        return tokens.get(at);
    }

    /** Returns the folded word at a position, or an empty text if there is no word. */
    String word(int at) {
        return text(at, Kind.WORD);
    }

    /** Returns the mark at a position, or an empty text if there is no mark. */
    String mark(int at) {
        return text(at, Kind.MARK);
    }

    /** Returns how many digits the number at a position has, or 0 if there is no number. */
    int digits(int at) {
        return text(at, Kind.NUMBER).length();
    }

    /** Returns the number at a position, or -1 if there is none or it is too long to be part of a date. */
    int number(int at) {
        String digits = text(at, Kind.NUMBER);
        return digits.isEmpty() || digits.length() > 4 ? -1 : Integer.parseInt(digits);
    }

    /** Tells whether nothing, not even a space, stands between a token and the one before it. */
    boolean glued(int at) {
        return at > 0 && at < size() && token(at - 1).end() == token(at).start();
    }

    boolean isCapitalised(int at) {
        return Character.isUpperCase(source.codePointAt(token(at).start()));
    }

    String written(int from, int to) {
        return source.substring(token(from).start(), token(to - 1).end());
    }

    private String text(int at, Kind kind) {
        return at >= 0 && at < size() && token(at).is(kind) ? token(at).text() : "";
    }
}
