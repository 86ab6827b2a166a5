package dev.unitracker.dates;

import dev.unitracker.dates.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Cuts one line into tokens, in one pass. */
final class Lexer {
    /** Stands for a tab or a wide gap: the border between two cells of a table. */
    static final String CELL = "|";

    private static final int CELL_GAP = 3;
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212";
    private static final String TRAILING = ".,;:!?)]}>\"'\u00BB\u201D";

    private final String source;
    private final int end;
    private final List<Token> tokens = new ArrayList<>();

    private Lexer(String source, int end) {
        this.source = source;
        this.end = end;
    }

    /** Returns the tokens of a part of the text; their offsets are those of the whole text. */
    static List<Token> tokens(String source, int start, int end) {
        Lexer lexer = new Lexer(source, end);
        int at = lexer.space(start);
        while (at < end) {
            at = lexer.space(lexer.chunk(at));
        }
        return lexer.tokens;
    }

    private int space(int start) {
        int after = run(start, end, Letters::isSpace);
        if (!tokens.isEmpty() && after < end && (after - start >= CELL_GAP || hasTab(start, after))) {
            // Without width, it is glued to nothing that follows.
            tokens.add(new Token(Kind.MARK, start, start, CELL));
        }
        return after;
    }

    private boolean hasTab(int start, int limit) {
        return source.substring(start, limit).indexOf('\t') >= 0;
    }

    private int chunk(int start) {
        int after = run(start, end, c -> !Letters.isSpace(c));
        int opaque = start + OpaqueText.start(source.substring(start, after));
        split(start, opaque);
        if (opaque < after) {
            int last = after;
            while (last > opaque + 1 && TRAILING.indexOf(source.charAt(last - 1)) >= 0) {
                last--;
            }
            tokens.add(new Token(Kind.OPAQUE, opaque, last, ""));
            split(last, after);
        }
        return after;
    }

    private void split(int start, int limit) {
        int at = start;
        while (at < limit) {
            Token token = token(at, limit);
            tokens.add(token);
            at = token.end();
        }
    }

    private Token token(int at, int limit) {
        int c = source.codePointAt(at);
        if (Letters.isDigit(c)) {
            int after = run(at, limit, Letters::isDigit);
            return new Token(Kind.NUMBER, at, after, source.substring(at, after));
        }
        if (Letters.isWordPart(c)) {
            int after = run(at, limit, Letters::isWordPart);
            return new Token(Kind.WORD, at, after, Letters.folded(source.substring(at, after)));
        }
        return new Token(Kind.MARK, at, at + Character.charCount(c), mark(c));
    }

    private static String mark(int c) {
        return DASHES.indexOf(c) >= 0 ? "-" : Character.toString(c);
    }

    private int run(int start, int limit, IntPredicate accepted) {
        int at = start;
        while (at < limit) {
            int c = source.codePointAt(at);
            if (!accepted.test(c)) {
                break;
            }
            at += Character.charCount(c);
        }
        return at;
    }
}
