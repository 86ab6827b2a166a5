package dev.unitracker.brief;

import dev.unitracker.dates.Fact;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemType;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a text asks of the student: the sentences that say so, as they are. */
final class Requirements {

    private static final int MOST = 5;
    private static final int WIDTH = 160;
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?;])\\s+");

    /** Words of Spanish and English, folded, that something is asked with. */
    private static final Pattern ASKING =
            Pattern.compile("\\b(obligatori\\w*|requisit\\w*|requier\\w*|deb(e|en|era|eran|es)"
                    + "|hay que|formato|maxim[oa]|minim[oa]|paginas?|intentos?|minutos|asistencia|nota|aprob\\w*"
                    + "|promocion\\w*|individual\\w*|grupal\\w*|grupos?|pdf|informe|repositorio|traer|resolver|completar|presentar"
                    + "|entregar|entrega en|leer|lean|no se acepta\\w*"
                    + "|must|required|requires?|have to|submit|hand in|at least|at most|maximum|minimum|pages|attempts?|minutes"
                    + "|attendance|individually|groups? of|bring|read|format|not accepted)\\b");

    private Requirements() {}

    /** Returns at most five sentences in the order of the text; of a discussion none, where students ask each other. */
    static List<String> of(Item item) {
        boolean talk =
                item.type().equals(ItemType.FORUM_DISCUSSION) || item.type().equals(ItemType.FORUM);
        if (talk) {
            return List.of();
        }
        List<String> quotes =
                item.facts().stream().map(Fact::quote).map(TitleEcho::folded).toList();
        return Excerpt.lines(item.body().orElse("")).stream()
                .flatMap(Requirements::sentences)
                .filter(sentence -> asks(sentence, quotes))
                .map(sentence -> Excerpt.shortened(sentence, WIDTH))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static Stream<String> sentences(String line) {
        return Arrays.stream(SENTENCE_END.split(line));
    }

    /** What a date's quotation says is told as a date. */
    private static boolean asks(String sentence, List<String> quotes) {
        String folded = TitleEcho.folded(sentence);
        return !sentence.contains("?")
                && ASKING.matcher(folded).find()
                && quotes.stream().noneMatch(quote -> quote.contains(folded) || folded.contains(quote));
    }
}
