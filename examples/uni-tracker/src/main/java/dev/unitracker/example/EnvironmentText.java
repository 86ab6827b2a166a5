package dev.unitracker.example;

import dev.unitracker.error.SettingsException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of a file of settings by the rules that most programs have for one: {@code NAME=value}, also after
 * {@code export}; a comment begins a line or follows a space, so that a password may hold a {@code #}; single quotes keep what
 * is between them as it is; in double quotes, {@code \"} and {@code \\} stand for their second letter. What is wrong is said by
 * line and name and never with the value, which may be a secret. Pure.
 */
final class EnvironmentText {

    private static final Pattern SETTING =
            Pattern.compile("^\\s*+(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.-]*+)\\s*+=(.*)");
    private static final String END = "(?:\\s+#.*|\\s*)";
    private static final Pattern PLAIN = Pattern.compile("^(?!['\"])(\\S*+(?:\\s++(?!#)\\S++)*+)" + END);
    private static final Pattern SINGLE = Pattern.compile("'([^']*)'" + END);
    private static final Pattern DOUBLE = Pattern.compile("\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"" + END);

    private EnvironmentText() {}

    /**
     * Returns the settings by their names; of one that stands there twice, the last.
     *
     * @throws SettingsException if a line cannot be read
     */
    static Map<String, String> read(String text) {
        Map<String, String> values = new HashMap<>();
        // Some editors begin a file with an invisible letter.
        Iterator<String> lines = text.replaceFirst("^\uFEFF", "").lines().iterator();
        for (int number = 1; lines.hasNext(); number++) {
            String line = lines.next();
            if (!line.isBlank() && !line.strip().startsWith("#")) {
                put(values, line, ".env, line " + number + ": ");
            }
        }
        return values;
    }

    private static void put(Map<String, String> values, String line, String where) {
        Matcher setting = SETTING.matcher(line);
        if (!setting.matches()) {
            throw new SettingsException(where + "it does not read NAME=value");
        }
        values.put(setting.group(1), value(setting.group(2), where + setting.group(1)));
    }

    private static String value(String behind, String where) {
        if (behind.matches(END)) {
            return "";
        }
        String written = behind.strip();
        Matcher plain = PLAIN.matcher(written);
        if (plain.matches()) {
            return plain.group(1);
        }
        Matcher single = SINGLE.matcher(written);
        if (single.matches()) {
            return single.group(1);
        }
        Matcher quoted = DOUBLE.matcher(written);
        if (quoted.matches()) {
            return quoted.group(1).replaceAll("\\\\([\"\\\\])", "$1");
        }
        throw new SettingsException(where + " begins with a quote, so it must end with the same one, with nothing but a"
                + " comment behind it; what holds one kind of quotes goes into the other kind");
    }
}
