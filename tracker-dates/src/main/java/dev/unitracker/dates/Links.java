package dev.unitracker.dates;

import dev.unitracker.dates.Span.Day;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells which dates of a clause belong together: {@code del 7 al 11}, {@code el 26 y el 27}. */
final class Links {
    private static final Set<String> LIST = Set.of("y", "e", "and", "&", ",", "o", "or");
    private static final Set<String> RANGE = Set.of("al", "a", "to", "through", "hasta", "until", "till", "-");
    private static final Set<String> BESIDE = Set.of("el", "la", "the", "dia", "de", "del", "(", ")", ",", "las", "on");
    private static final int LONGEST = 8;

    private Links() {}

    /** Tells whether two neighbours are joined, by a list or a range; a time between them is overlooked. */
    static boolean join(Clause clause, Day first, Day second, Distances distances) {
        return isList(clause, first, second) || isRange(clause, first, second, distances);
    }

    /** Tells whether a list, and nothing else, stands between two neighbours. */
    static boolean isList(Clause clause, Day first, Day second) {
        return reaches(clause, first, second, LIST, null);
    }

    /** Tells whether the second of two neighbours ends what the first begins. */
    static boolean isRange(Clause clause, Day first, Day second, Distances distances) {
        return reaches(clause, first, second, RANGE, distances);
    }

    private static boolean reaches(
            Clause clause, Day first, Day second, Set<String> joints, @Nullable Distances distances) {
        if (second.from() - first.to() > LONGEST) {
            return false;
        }
        boolean joined = false;
        for (int at = first.to(); at < second.from(); at++) {
            String text = clause.token(at).text();
            boolean time = distances != null && distances.isCovered(at);
            if (!time && !joints.contains(text) && !BESIDE.contains(text)) {
                return false;
            }
            joined |= joints.contains(text);
        }
        return joined;
    }
}
