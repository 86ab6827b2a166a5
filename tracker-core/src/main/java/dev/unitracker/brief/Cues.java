package dev.unitracker.brief;

import dev.unitracker.words.Language;
import dev.unitracker.words.Texts;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words of a source's texts that tell what a sentence is about. Each language has its lists, texts parted by commas, without
 * accents and capitals; a star stands for any ending. What is read may be in any of the library's languages, and in the
 * reader's.
 */
final class Cues {

    /** What is no blank: a folded text has nothing but words and blanks. What a {@code \b} is depends on the version of Java. */
    private static final String IN_WORD = "[^ ]";

    private static final Cues BUILT_IN = new Cues(Language.BUILT_IN);

    private final Pattern asking;
    private final Pattern cancelled;

    private Cues(Collection<Language> languages) {
        List<Texts> texts = languages.stream().map(Texts::in).toList();
        this.asking = pattern("cue.asking", texts);
        this.cancelled = pattern("cue.cancelled", texts);
    }

    /** Returns the cues for a reader of a language. */
    static Cues of(Language language) {
        return language.texts().isEmpty()
                ? BUILT_IN
                : new Cues(Stream.concat(Language.BUILT_IN.stream(), Stream.of(language))
                        .toList());
    }

    /** Tells whether a folded sentence asks something of the student. */
    boolean asks(String folded) {
        return asking.matcher(folded).find();
    }

    /** Tells whether a folded text says that nothing takes place. */
    boolean cancels(String folded) {
        return cancelled.matcher(folded).find();
    }

    private static Pattern pattern(String name, List<Texts> texts) {
        return Pattern.compile(texts.stream()
                .flatMap(each -> each.list(name).stream())
                .distinct()
                .map(cue -> Pattern.quote(cue).replace("*", "\\E" + IN_WORD + "*\\Q"))
                .collect(Collectors.joining("|", "(?<!" + IN_WORD + ")(?:", ")(?!" + IN_WORD + ")")));
    }
}
