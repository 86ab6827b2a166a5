package dev.unitracker.dates;

import dev.unitracker.dates.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts the tokens of a line where a sentence ends. */
final class Sentences {
    private static final Set<String> TITLES =
            Words.set("dr dra prof profa ing lic sr sra mr mrs ms av avda st nro num no");
    private static final Set<String> ABBREVIATED = Words.set(
            "hs hrs h pag pags pp cap ej ejs aprox etc cuat sem tel depto vs lab am pm ed art fig sec min max vto venc recup");

    private static final Set<String> HOURS = Set.of("hora", "horario", "time");

    private Sentences() {}

    static List<Clause> of(String source, List<Token> tokens) {
        Clause line = new Clause(source, tokens);
        List<Clause> sentences = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < tokens.size(); at++) {
            if (endsAt(line, at)) {
                sentences.add(new Clause(source, tokens.subList(from, at + 1)));
                from = at + 1;
            }
        }
        if (from < tokens.size()) {
            sentences.add(new Clause(source, tokens.subList(from, tokens.size())));
        }
        return sentences;
    }

    private static boolean endsAt(Clause line, int at) {
        return switch (line.mark(at)) {
            case "!", "?", "\u2026" -> true;
            case "." -> line.glued(at + 1) ? missesSpace(line, at) : !isAbbreviated(line, at) && !goesOn(line, at + 1);
            default -> false;
        };
    }

    /** {@code Fecha: 30/11. Hora: 18:00} is one statement, and {@code 1ro. de diciembre} one date. */
    private static boolean goesOn(Clause line, int at) {
        boolean hour = HOURS.contains(line.word(at)) && line.mark(at + 1).equals(":");
        return hour || (line.word(at).equals("de") && Names.isMonth(line.word(at + 1)));
    }

    private static boolean missesSpace(Clause line, int dot) {
        String next = line.word(dot + 1);
        return line.digits(dot - 1) > 0 && next.length() > 1 && line.isCapitalised(dot + 1);
    }

    private static boolean isAbbreviated(Clause line, int dot) {
        String word = line.word(dot - 1);
        if (word.isEmpty() || !line.glued(dot)) {
            return false;
        }
        boolean initial = word.length() == 1 && !line.isCapitalised(dot - 1);
        boolean ordinal = NamedDates.isOrdinal(line, dot - 1);
        if (ordinal || TITLES.contains(word)) {
            return true;
        }
        boolean abbreviation = initial || ABBREVIATED.contains(word) || Names.isAbbreviation(word);
        return abbreviation && !startsSentence(line, dot + 1);
    }

    private static boolean startsSentence(Clause line, int at) {
        return at >= line.size()
                || (line.token(at).is(Kind.WORD) && line.isCapitalised(at) && !namesPartOfDate(line, at));
    }

    private static boolean namesPartOfDate(Clause line, int at) {
        return Names.isMonth(line.word(at)) || Names.isWeekday(line.word(at));
    }
}
