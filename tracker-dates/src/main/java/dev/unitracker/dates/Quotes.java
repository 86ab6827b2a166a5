package dev.unitracker.dates;

/** Quotes the clause that states a fact, or of a long one the part around the fact. */
final class Quotes {
    private static final int MAX_LENGTH = 200;
    private static final int BEFORE = 100;

    private Quotes() {}

    static String around(Clause clause, Span span) {
        int start = clause.token(0).start();
        int end = clause.token(clause.size() - 1).end();
        int from = clause.token(span.from()).start();
        if (end - start > MAX_LENGTH) {
            start = start(clause.source(), Math.max(start, from - BEFORE), from);
            end = end(
                    clause.source(),
                    Math.min(end, start + MAX_LENGTH),
                    clause.token(span.to() - 1).end());
        }
        return clause.source().substring(start, end).strip();
    }

    private static int start(String source, int at, int latest) {
        if (at == 0 || Letters.isSpace(source.charAt(at - 1))) {
            return at;
        }
        int next = at;
        while (next < latest && !Letters.isSpace(source.charAt(next))) {
            next++;
        }
        return next;
    }

    private static int end(String source, int at, int earliest) {
        if (at >= source.length() || Letters.isSpace(source.charAt(at))) {
            return Math.max(at, earliest);
        }
        int last = at;
        while (last > earliest && !Letters.isSpace(source.charAt(last - 1))) {
            last--;
        }
        return Math.max(last, earliest);
    }
}
