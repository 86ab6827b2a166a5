package dev.unitracker.command;

import dev.unitracker.notice.Message;
import dev.unitracker.notice.Message.Style;
import dev.unitracker.spi.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a command is told beside the text: each as a variable {@code UNI_TRACKER_SUBJECT}, and in place of {@code {subject}} in
 * its arguments. Pure.
 *
 * @param values the values by name; each is one line
 */
record Fields(Map<String, String> values) {

    static final Set<String> NAMES = Set.of("id", "recipient", "language", "kind", "severity", "subject", "url");

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]{1,20})}");
    private static final String VARIABLE = "UNI_TRACKER_";
    private static final int LONGEST = 2_000;

    Fields {
        values = Map.copyOf(values);
    }

    static Fields of(Message message, String recipient) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("id", Sha256.of(message.key().getBytes(StandardCharsets.UTF_8)));
        values.put("recipient", oneLine(recipient));
        values.put("language", message.language().code());
        values.put("kind", message.kind().name().toLowerCase(Locale.ROOT));
        values.put("severity", message.severity().key());
        values.put("subject", oneLine(subject(message)));
        Message.Subject about = message.about();
        values.put("url", about == null || about.url() == null ? "" : oneLine(about.url()));
        return new Fields(values);
    }

    private static String subject(Message message) {
        return message.lines().stream()
                .filter(line -> line.style() == Style.HEADING)
                .findFirst()
                .orElse(message.lines().get(0))
                .text();
    }

    /** No variable and no argument may have a NUL; and whoever reads them line by line shall not be led astray. */
    private static String oneLine(String text) {
        int end = Math.min(text.length(), LONGEST);
        int whole = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        StringBuilder line = new StringBuilder(text.substring(0, whole));
        for (int at = 0; at < line.length(); at++) {
            if (breaks(line.charAt(at))) {
                line.setCharAt(at, ' ');
            }
        }
        return line.toString().strip();
    }

    private static boolean breaks(char character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** Returns the first name in an argument that stands in a place and is no field; empty if there is none. */
    static Optional<String> unknown(String argument) {
        return PLACE.matcher(argument)
                .results()
                .map(place -> place.group(1))
                .filter(name -> !NAMES.contains(name))
                .findFirst();
    }

    /** Returns the places that there are, for people. */
    static String known() {
        return NAMES.stream().sorted().map(name -> "{" + name + "}").collect(Collectors.joining(", "));
    }

    /** Tells whether an argument has a place for a field. */
    static boolean hasPlace(String argument) {
        return PLACE.matcher(argument).find();
    }

    /**
     * Returns an argument with the fields in their places: always one argument, whatever they hold. One that would begin with what
     * a source says begins with a space instead, unless that is a letter or a digit: a course may be called {@code --delete}.
     */
    String in(String argument) {
        String filled = PLACE.matcher(argument)
                .replaceAll(place -> Matcher.quoteReplacement(Objects.requireNonNull(values.get(place.group(1)))));
        boolean foreign =
                argument.startsWith("{") && !filled.isEmpty() && !Character.isLetterOrDigit(filled.codePointAt(0));
        return foreign && hasPlace(argument.substring(0, argument.indexOf('}') + 1)) ? " " + filled : filled;
    }

    /** Sets the variables of a command. */
    void into(Map<String, String> environment) {
        values.forEach((name, value) -> environment.put(VARIABLE + name.toUpperCase(Locale.ROOT), value));
    }
}
