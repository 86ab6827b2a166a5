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

    private final BriefText words;

    Requirements(BriefText words) {
        this.words = words;
    }

    /** Returns at most five sentences in the order of the text; of a discussion none, where students ask each other. */
    List<String> of(Item item) {
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
    private boolean asks(String sentence, List<String> quotes) {
        String folded = TitleEcho.folded(sentence);
        return !sentence.contains("?")
                && words.isAsking(folded)
                && quotes.stream().noneMatch(quote -> quote.contains(folded) || folded.contains(quote));
    }
}
