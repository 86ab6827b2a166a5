package dev.unitracker.example;

import dev.unitracker.words.Language;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment's {@code LANGUAGE} means. Many desktops set it for all programs, to a list of what the user reads, such as
 * {@code es_AR:es:en} (<a href="https://www.gnu.org/software/gettext/manual/html_node/The-LANGUAGE-variable.html">gettext</a>):
 * that is no setting of this program, only a hint where there is none. Pure.
 */
final class DesktopLanguage {

    /** The setting, and the variable. */
    static final String VARIABLE = "LANGUAGE";

    private DesktopLanguage() {}

    /**
     * Adds the language to the settings of a file: the environment's before the file's if it is one of ours, and the first of a
     * list that is one of ours where the file says nothing.
     */
    static void settle(Map<String, String> values, Map<String, String> environment) {
        String said = environment.getOrDefault(VARIABLE, "");
        boolean silent = values.getOrDefault(VARIABLE, "").isBlank();
        first(said)
                .filter(language -> silent || language.code().equalsIgnoreCase(said.strip()))
                .ifPresent(language -> values.put(VARIABLE, language.code()));
    }

    /**
     * Returns the language with a code.
     *
     * @throws IllegalArgumentException if there are no words in it
     */
    static Language named(String code) {
        return Language.find(code, Language.BUILT_IN)
                .orElseThrow(() -> new IllegalArgumentException("no words in the language '" + code + "'; es or en"));
    }

    /** Returns the first language of a list that there are words in, whatever the country. */
    private static Optional<Language> first(String list) {
        return Arrays.stream(list.split(":"))
                .map(entry -> entry.strip().replaceFirst("[_.@-].*", "").toLowerCase(Locale.ROOT))
                .flatMap(code -> Language.find(code, Language.BUILT_IN).stream())
                .findFirst();
    }
}
