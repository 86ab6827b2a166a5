package dev.unitracker.dates;

import dev.unitracker.dates.Span.Keyword;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the keywords of a clause; of two that begin at the same word, the longer one. */
final class Keywords {
    private static final Map<String, List<Phrase>> BY_FIRST_WORD = byFirstWord();

    private static final Set<String> BEFORE_A_FINAL =
            Words.set("el un los unos the a del examen examenes mesa mesas turno de our your su primer segundo tercer");
    private static final Set<String> AFTER_A_FINAL = Words.set("""
            de del es son sera seran regular regulares libre libres oral orales escrito previo previos on is are will el la
            los en at para a y e exam exams examination desde hasta
            """);
    private static final Set<String> PERIODS = Words.set(
            "curso cursada cuatrimestre semestre ano clase clases mes dia periodo bimestre trimestre term year course");
    private static final Set<String> PARTIAL =
            Words.set("entrega informe trabajo proyecto nota avance version resultado presentacion cierre aprobacion");

    private Keywords() {}

    static List<Keyword> in(Clause clause) {
        List<Keyword> found = new ArrayList<>();
        int at = 0;
        while (at < clause.size()) {
            Keyword keyword = at(clause, at);
            if (keyword != null && keyword.sense() != Sense.NONE) {
                found.add(keyword);
            }
            at = keyword == null ? at + 1 : keyword.to();
        }
        return found;
    }

    static boolean startsAt(Clause clause, int at) {
        return at(clause, at) != null;
    }

    /** Tells whether a number after the keyword may count, as in {@code Clase 12}; there is one {@code receso} only. */
    static boolean isCounted(Clause clause, int at) {
        Keyword keyword = at(clause, at);
        return keyword != null && keyword.sense() != Sense.OTHER;
    }

    private static @Nullable Keyword at(Clause clause, int at) {
        for (Phrase phrase : BY_FIRST_WORD.getOrDefault(clause.word(at), List.of())) {
            int to = phrase.end(clause, at);
            if (to > at && !isAdjective(clause, at, phrase)) {
                return new Keyword(at, to, phrase.sense());
            }
        }
        return null;
    }

    private static boolean isAdjective(Clause clause, int at, Phrase phrase) {
        if (phrase.words().size() > 1) {
            return false;
        }
        return switch (clause.word(at)) {
            case "final", "finales" -> !isFinalExam(clause, at);
            case "parcial", "parciales" -> PARTIAL.contains(clause.word(at - 1));
            default -> false;
        };
    }

    private static boolean isFinalExam(Clause clause, int at) {
        String before = clause.word(at - 1);
        String after = clause.word(at + 1);
        boolean noun = (before.isEmpty() || BEFORE_A_FINAL.contains(before))
                && (after.isEmpty() || AFTER_A_FINAL.contains(after) || Names.isWeekday(after) || Names.isMonth(after));
        return noun && !endsPeriod(clause, at + 1);
    }

    private static boolean endsPeriod(Clause clause, int at) {
        if (!clause.word(at).equals("de") && !clause.word(at).equals("del")) {
            return false;
        }
        int owner = Words.ARTICLES.contains(clause.word(at + 1)) ? at + 2 : at + 1;
        return PERIODS.contains(clause.word(owner)) || Names.isMonth(clause.word(owner));
    }

    private static Map<String, List<Phrase>> byFirstWord() {
        Map<String, List<Phrase>> phrases = new HashMap<>();
        for (Sense sense : Sense.values()) {
            for (List<String> words : sense.phrases()) {
                phrases.computeIfAbsent(words.get(0), first -> new ArrayList<>())
                        .add(new Phrase(words, sense));
            }
        }
        phrases.values()
                .forEach(same -> same.sort(Comparator.comparingInt(
                                (Phrase phrase) -> phrase.words().size())
                        .reversed()));
        return phrases;
    }

    private record Phrase(List<String> words, Sense sense) {
        /** Returns where the phrase ends if it begins at this token, else the token itself. */
        int end(Clause clause, int start) {
            int at = start;
            for (String word : words) {
                if (at > start && isSpelling(clause, at, word)) {
                    at++;
                }
                if (!(word.equals("#") ? isCount(clause, at) : clause.word(at).equals(word))) {
                    return start;
                }
                at++;
            }
            return at;
        }

        /** In {@code semana 23/3} the number is a day. */
        private static boolean isCount(Clause clause, int at) {
            return clause.digits(at) > 0 && !(clause.mark(at + 1).equals("/") && clause.glued(at + 2));
        }

        /** The dash of {@code mid-term}, the dot of {@code sem. 3}. */
        private static boolean isSpelling(Clause clause, int at, String next) {
            String mark = clause.glued(at) ? clause.mark(at) : "";
            return mark.equals("-") || (mark.equals(".") && next.equals("#"));
        }
    }
}
