package dev.unitracker.example.server.act;

import dev.unitracker.example.server.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A page without a script, a style or anything that is loaded: every text on it is a text, whatever it looks like. Immutable.
 *
 * @param language the code of its language, for whoever reads it aloud
 * @param title what it is about
 * @param lines what it says below
 * @param button what its button is called, which sends the page's own address; empty for none
 */
record Page(String language, String title, List<String> lines, String button) {

    private static final String TYPE = "text/html; charset=utf-8";
    private static final String POLICY =
            "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    Page {
        lines = List.copyOf(lines);
    }

    Answer answer() {
        return Answer.of(TYPE, html().getBytes(StandardCharsets.UTF_8))
                .with("Content-Security-Policy", POLICY)
                .with("X-Robots-Tag", "noindex, nofollow");
    }

    private String html() {
        String said = lines.stream()
                .map(line -> "<p dir=\"auto\">" + escaped(line) + "</p>\n")
                .collect(Collectors.joining());
        String form = button.isEmpty()
                ? ""
                : "<form method=\"post\"><button type=\"submit\">" + escaped(button) + "</button></form>\n";
        return "<!DOCTYPE html>\n<html lang=\"" + escaped(language) + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + escaped(title)
                + "</title>\n</head>\n<body>\n<main>\n<h1 dir=\"auto\">" + escaped(title) + "</h1>\n" + said + form
                + "</main>\n</body>\n</html>\n";
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(Character.isISOControl(character) ? ' ' : character);
            }
        }
        return escaped.toString();
    }
}
