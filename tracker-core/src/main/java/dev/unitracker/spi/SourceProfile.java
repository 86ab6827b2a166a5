package dev.unitracker.spi;

import dev.unitracker.run.Part;
import dev.unitracker.words.Bundle;
import dev.unitracker.words.Texts;
import java.util.Collection;
import java.util.Objects;

/**
 * The words for a source: its name, and texts that replace the library's where a message or a brief is about it. An
 * adapter makes one; its collectors return it. Immutable.
 *
 * <p>The texts are named as the library's. They are, as far as a source has its own: its name ({@code source.name},
 * with the prepositions {@code source.in}, {@code source.on} and {@code source.from}), its types of items
 * ({@code brief.type.} and the type's name), what is done with them ({@code brief.step.open.} and
 * {@code brief.step.undated.} and the type's name), its dates ({@code brief.date.} and the date's name), its rules of
 * deadlines ({@code brief.rule.} and the rule's key). What is not among them is said in the library's words, which call
 * a source "the site". What people call its parts, each {@link Part} says.
 *
 * @param source the kind of source, for example {@code campus}; it never changes
 * @param texts how people speak of it, by language
 */
public record SourceProfile(String source, Bundle texts) {

    /**
     * Null is refused.
     *
     * @throws IllegalArgumentException if the source is blank
     */
    public SourceProfile {
        Objects.requireNonNull(texts, "texts");
        if (source.isBlank()) {
            throw new IllegalArgumentException("a source needs a name");
        }
    }

    /**
     * Returns texts in which sources are spoken of as they say themselves. Sources of several kinds in one account are spoken
     * of in the library's words, since a text may be about any of them; of theirs only what the library has no words for is
     * added: the names of their types of items.
     */
    public static Texts speakingOf(Collection<SourceProfile> sources, Texts texts) {
        boolean oneKind = sources.stream().map(SourceProfile::source).distinct().count() == 1;
        return oneKind
                ? texts.and(sources.iterator().next().texts())
                : texts.beside(sources.stream().map(SourceProfile::texts).toList());
    }
}
