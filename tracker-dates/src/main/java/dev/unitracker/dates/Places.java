package dev.unitracker.dates;

import dev.unitracker.dates.Span.Place;
import dev.unitracker.dates.Token.Kind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads named rooms: {@code Aula 204}, {@code Aula Magna}, {@code Room B12}. */
final class Places {
    private static final Set<String> ONE = Words.set("aula salon laboratorio lab anfiteatro room classroom");
    private static final Set<String> SEVERAL =
            Words.set("aulas salones laboratorios labs anfiteatros rooms classrooms");
    private static final Set<String> LABORATORIES = Words.set("laboratorio lab laboratorios labs");
    private static final Set<String> NUMBER_SIGNS = Set.of("n", "n\u00BA", "no", "nro", "num", "numero");
    private static final Set<String> SIGN_MARKS = Set.of(":", ".", "\u00B0", "#");
    private static final Set<String> UNITS = Words.set("hs hrs h horas am pm personas alumnos estudiantes students");
    private static final Set<String> NO_NAMES = Words.set("""
            virtual invertida abierta magistral remoto remota online primer primera primero segundo segunda tercer tercera
            confirmar definir asignar asignada report reports work manual notes assignment assignments safety rules policy
            material materials time hours notebook guide practice change traer llevar cambio nueva nuevo informe tp capacity
            """);
    private static final int LONGEST_LIST = 6;

    private Places() {}

    /** Returns the place that begins at a token, or null. */
    static @Nullable Place at(Clause clause, int at) {
        int name = afterKind(clause, at);
        if (name < 0) {
            return null;
        }
        int to = nameEnd(clause, afterSign(clause, name));
        if (to < 0 || (LABORATORIES.contains(clause.word(at)) && countsLaboratories(clause, at, to))) {
            return null;
        }
        return new Place(at, SEVERAL.contains(clause.word(at)) ? listEnd(clause, to) : to);
    }

    private static int afterKind(Clause clause, int at) {
        String word = clause.word(at);
        if (word.equals("lecture") && clause.word(at + 1).startsWith("hall")) {
            return at + 2;
        }
        return ONE.contains(word) || SEVERAL.contains(word) ? at + 1 : -1;
    }

    private static int afterSign(Clause clause, int at) {
        int name = NUMBER_SIGNS.contains(clause.word(at)) ? at + 1 : at;
        return SIGN_MARKS.contains(clause.mark(name)) ? name + 1 : name;
    }

    /** {@code Lab 3: entrega} is the third piece of work rather than a room. */
    private static boolean countsLaboratories(Clause clause, int at, int to) {
        boolean alone = to == clause.size()
                || clause.mark(to).equals(".")
                || clause.mark(to).equals(",");
        return at == 0 && !alone;
    }

    private static int nameEnd(Clause clause, int at) {
        if (clause.digits(at) > 0) {
            return numberEnd(clause, at);
        }
        if (clause.word(at).isEmpty() || !clause.isCapitalised(at)) {
            return -1;
        }
        return clause.word(at).length() <= 3 && hasNumber(clause, at)
                ? numberEnd(clause, numberAt(clause, at))
                : wordEnd(clause, at);
    }

    private static boolean hasNumber(Clause clause, int at) {
        int number = numberAt(clause, at);
        return clause.glued(number) && clause.digits(number) > 0;
    }

    private static int numberAt(Clause clause, int at) {
        return clause.mark(at + 1).equals("-") && clause.glued(at + 1) ? at + 2 : at + 1;
    }

    private static int numberEnd(Clause clause, int at) {
        int end = at + 1;
        if (clause.glued(end) && clause.word(end).length() == 1) {
            end++;
        } else if (clause.glued(end) && clause.glued(end + 1) && isJoint(clause, end) && isSuffix(clause, end + 1)) {
            end += 2;
        }
        return clause.digits(at) <= 4 && endsFree(clause, end) ? end : -1;
    }

    private static boolean isJoint(Clause clause, int at) {
        return clause.mark(at).equals("-") || clause.mark(at).equals(".");
    }

    private static boolean isSuffix(Clause clause, int at) {
        return clause.digits(at) > 0 || clause.word(at).length() == 1;
    }

    private static boolean endsFree(Clause clause, int end) {
        boolean numberAfter = clause.glued(end) && clause.glued(end + 1) && clause.digits(end + 1) > 0;
        boolean month = Names.isMonth(clause.word(end))
                || (clause.word(end).equals("de") && Names.isMonth(clause.word(end + 1)));
        return !numberAfter
                && !month
                && !UNITS.contains(clause.word(end))
                && (!clause.glued(end) || clause.word(end).isEmpty());
    }

    private static int wordEnd(Clause clause, int at) {
        String word = clause.word(at);
        // "AULA A LAS 18" in capitals throughout.
        boolean letter = word.length() == 1 && !Words.ARTICLES.contains(clause.word(at + 1));
        boolean name = word.length() > 2
                && !Words.STOP.contains(word)
                && !NO_NAMES.contains(word)
                && !Names.isMonth(word)
                && !Names.isWeekday(word)
                && !Keywords.startsAt(clause, at);
        return letter || name ? at + 1 : -1;
    }

    private static int listEnd(Clause clause, int first) {
        int to = first;
        for (int length = 1; length < LONGEST_LIST; length++) {
            boolean joined =
                    Words.AND.contains(clause.word(to)) || clause.mark(to).equals(",");
            int next = joined && isName(clause, to + 1) ? nameEnd(clause, to + 1) : -1;
            if (next < 0) {
                break;
            }
            to = next;
        }
        return to;
    }

    private static boolean isName(Clause clause, int at) {
        return clause.digits(at) > 0 || (at < clause.size() && clause.token(at).is(Kind.WORD));
    }
}
