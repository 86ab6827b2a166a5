package dev.unitracker.moodle.internal.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text in several languages, marked as the filter called multilang2 has it: {@code {mlang es,ca}texto{mlang}}. Parts that
 * say the same follow one another; {@code other} is for whoever finds no part in the language that is kept.
 */
final class MarkedText {

    /** What begins and ends a part; the end names no language. */
    private static final Pattern MARK = Pattern.compile("\\{ ?mlang(?: ([A-Za-z0-9_, -]{1,60}))? ?\\}");

    private static final String OTHER = "other";

    /** What stands between two marks. Without languages it is for everybody. */
    private record Piece(String text, Set<String> languages) {

        boolean isIn(String language) {
            return languages.stream().anyMatch(named -> named.equals(language) || language.startsWith(named + "_"));
        }

        /** Tells whether it parts what is before it from what is behind it: tags and white space do not. */
        boolean parts() {
            return languages.isEmpty() && showsWords(text);
        }
    }

    private final List<Piece> pieces = new ArrayList<>();

    private MarkedText() {}

    static MarkedText of(String text) {
        MarkedText marked = new MarkedText();
        Matcher mark = MARK.matcher(text);
        @Nullable Set<String> open = null;
        int from = 0;
        int begin = 0;
        while (mark.find()) {
            String named = mark.group(1);
            if (open == null && named != null) {
                marked.pieces.add(new Piece(text.substring(from, mark.start()), Set.of()));
                open = languages(named);
                from = mark.start();
                begin = mark.end();
            } else if (open != null && named == null) {
                marked.pieces.add(new Piece(text.substring(begin, mark.start()), open));
                open = null;
                from = mark.end();
            }
        }
        // A part without an end is no part, but words of its own.
        marked.pieces.add(new Piece(text.substring(from), Set.of()));
        return marked;
    }

    private static Set<String> languages(String named) {
        Set<String> languages = new LinkedHashSet<>();
        Arrays.stream(named.toLowerCase(Locale.ROOT).replace('-', '_').split("[, ]"))
                .filter(name -> !name.isEmpty())
                .forEach(languages::add);
        return languages;
    }

    /** Returns the text in the language that comes first in it. */
    String kept() {
        String kept = first();
        StringBuilder all = new StringBuilder();
        List<Piece> same = new ArrayList<>();
        Set<String> said = new HashSet<>();
        for (Piece piece : pieces) {
            if (piece.parts() || piece.languages().stream().anyMatch(said::contains)) {
                write(same, kept, all);
                same.clear();
                said.clear();
            }
            same.add(piece);
            said.addAll(piece.languages());
        }
        write(same, kept, all);
        return all.toString();
    }

    /** The first language of a list is meant most; what is for all others is none. */
    private String first() {
        return pieces.stream()
                .flatMap(piece -> piece.languages().stream())
                .filter(language -> !language.equals(OTHER))
                .findFirst()
                .orElse(OTHER);
    }

    /** Writes parts that say the same: those in a language, or what is for all others if there are none. */
    private static void write(List<Piece> same, String language, StringBuilder all) {
        String shown = same.stream().anyMatch(piece -> piece.isIn(language)) ? language : OTHER;
        same.stream()
                .filter(piece -> piece.languages().isEmpty() || piece.isIn(shown))
                .forEach(piece -> all.append(piece.text()));
    }

    private static boolean showsWords(String text) {
        int tags = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '<') {
                tags++;
            } else if (character == '>') {
                tags = 0;
            } else if (tags == 0 && !Character.isWhitespace(character)) {
                return true;
            }
        }
        return false;
    }
}
