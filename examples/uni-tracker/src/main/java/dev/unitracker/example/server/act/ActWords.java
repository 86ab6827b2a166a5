package dev.unitracker.example.server.act;

import dev.unitracker.action.ActionLinks;
import dev.unitracker.notice.Message.Action;
import dev.unitracker.words.Bundle;
import dev.unitracker.words.Language;
import dev.unitracker.words.Texts;
import java.util.Locale;

/**
 * What the pages say, in a language.
 *
 * @param language the language
 */
record ActWords(Language language) {

    private static final Bundle BUNDLE = Bundle.read(ActWords.class::getResourceAsStream, Language.BUILT_IN);

    String text(String name, Object... values) {
        return Texts.in(language).and(BUNDLE).text(name, values);
    }

    /** Returns what is said of an action. */
    String of(String name, Action action) {
        return text(name + "." + action.name().toLowerCase(Locale.ROOT));
    }

    String button(Action action) {
        return ActionLinks.label(action, Texts.in(language));
    }
}
