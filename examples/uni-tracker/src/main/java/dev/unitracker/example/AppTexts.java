package dev.unitracker.example;

import dev.unitracker.words.Bundle;
import dev.unitracker.words.Language;
import dev.unitracker.words.Texts;

/** What the application says itself of what it saw, beside what the library says. */
final class AppTexts {

    private static final Bundle BUNDLE = Bundle.read(AppTexts.class::getResourceAsStream, Language.BUILT_IN);

    private AppTexts() {}

    /** Returns all texts in the language of the messages. */
    static Texts in(Language language) {
        return Texts.in(language).and(BUNDLE);
    }
}
