package dev.unitracker.brief;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links within a text. */
final class Links {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

    private Links() {}

    static Optional<String> first(String text) {
        Matcher link = LINK.matcher(text);
        return link.find() ? Optional.of(link.group()) : Optional.empty();
    }
}
