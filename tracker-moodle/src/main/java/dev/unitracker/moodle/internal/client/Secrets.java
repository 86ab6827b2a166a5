package dev.unitracker.moodle.internal.client;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes secrets out of whatever is kept, logged or thrown. Safe for use by several threads. */
final class Secrets {

    private static final String HIDDEN = "***";

    /** Keys and tokens that Moodle puts into its answers, named or in links. */
    private static final Pattern NAMED =
            Pattern.compile("((?:\\\\*\"(?:token|privatetoken|userprivateaccesskey|sesskey)\\\\*\"\\s*:\\s*\\\\*\")"
                    + "|(?:\\b(?:token|wstoken|authtoken|privatetoken|sesskey)=)"
                    + "|(?:tokenpluginfile\\.php\\\\*/))[^\"\\\\&\\s/<>']+");

    private final List<String> known = new ArrayList<>();

    /** Remembers a secret, so that it is hidden wherever it turns up. */
    synchronized void add(@Nullable String secret) {
        if (secret != null && secret.length() >= 4) {
            known.add(secret);
        }
    }

    /** Returns the text with every secret replaced by stars. */
    synchronized String hide(String text) {
        String hidden = NAMED.matcher(text).replaceAll("$1***");
        for (String secret : known) {
            hidden = hidden.replace(secret, HIDDEN);
        }
        return hidden;
    }
}
