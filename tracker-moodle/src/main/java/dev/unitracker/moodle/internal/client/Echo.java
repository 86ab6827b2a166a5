package dev.unitracker.moodle.internal.client;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;

/** Tells whether a text repeats a form that was sent with a password. Pure. */
final class Echo {

    private static final List<String> FORM = List.of("password=", "password\"", "password'", "username=", "service=");

    private Echo() {}

    /** Also a password that is short, or hides in the way that addresses, pages, JSON or PHP write texts. */
    static boolean repeats(String text, String password) {
        return forms(text)
                .map(form -> form.toLowerCase(Locale.ROOT))
                .anyMatch(form -> FORM.stream().anyMatch(form::contains)
                        || form.contains(password.toLowerCase(Locale.ROOT))
                        || form.contains(password.strip().toLowerCase(Locale.ROOT)));
    }

    private static Stream<String> forms(String text) {
        String unescaped = text.replace("\\", "");
        return Stream.of(text, unescaped)
                .flatMap(form -> Stream.of(form, Parser.unescapeEntities(form, false)))
                .flatMap(form -> Stream.of(form, decoded(form)));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
