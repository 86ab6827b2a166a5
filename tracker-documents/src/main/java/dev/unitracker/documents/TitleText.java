package dev.unitracker.documents;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Reads names, which are a line of text that may have been escaped more than once. */
final class TitleText {
    private static final int MAX_LENGTH = 10_000;
    private static final int MAX_ESCAPES = 4;
    private static final Set<String> BLOCKS = Set.of("br", "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5");
    private static final Pattern TAG = Pattern.compile(
            "</?(a|abbr|b|big|br|code|del|div|em|font|h[1-6]|i|img|ins|kbd|li|mark|ol|p|s|small|span|strike|strong"
                    + "|sub|sup|tt|u|ul|var)(?:[\\s/][^<>]*)?>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");

    private TitleText() {}

    static String of(String raw) {
        String input = raw.length() > MAX_LENGTH ? raw.substring(0, MAX_LENGTH) : raw;
        LineWriter line = new LineWriter();
        line.text(decoded(TAG.matcher(input).replaceAll(TitleText::gap)));
        return line.toString();
    }

    private static String gap(MatchResult tag) {
        return BLOCKS.contains(tag.group(1).toLowerCase(Locale.ROOT)) ? " " : "";
    }

    private static String decoded(String text) {
        String before = text;
        for (int escapes = 0; escapes < MAX_ESCAPES; escapes++) {
            String after = ENTITY.matcher(before)
                    .replaceAll(entity -> Matcher.quoteReplacement(Parser.unescapeEntities(entity.group(), true)));
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        return before;
    }
}
