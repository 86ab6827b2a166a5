package dev.unitracker.dates;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises addresses, file names and paths among the chunks between spaces. */
final class OpaqueText {
    private static final Set<String> EXTENSIONS = Words.set(
            "pdf doc docx odt rtf xls xlsx ods csv ppt pptx odp txt md tex htm html zip rar gz tar png jpg jpeg gif svg"
                    + " mp3 mp4 java py ipynb js ts c cpp h sql json xml yml log");

    // Possessive, and bound to where the chunk begins, so that no chunk can make them backtrack.
    private static final Pattern MAIL = Pattern.compile("@[\\p{L}\\d-]++\\.[\\p{L}\\d]");
    private static final Pattern WEB = Pattern.compile("^[(\\[\"'<]*+www\\.", Pattern.CASE_INSENSITIVE);
    private static final Pattern ROOTED =
            Pattern.compile("^[(\\[\"'<]*+(?:/|~/|\\.{1,2}+/|\\p{L}:[/\\\\])[\\p{L}\\d_.]");
    private static final Pattern FIRST_FOLDER = Pattern.compile("^[(\\[\"'<]*+(\\p{L}++)[\\p{L}\\d_.-]*+/");
    private static final Pattern DASHED_DAY = Pattern.compile("^[(\\[\"'<]*+\\p{L}++[-.]\\d{1,2}+/");
    private static final Pattern EXTENSION = Pattern.compile("\\.(\\p{L}\\w{0,4}+)[.,;:!?)\\]>\"']*+$");

    private OpaqueText() {}

    /** Returns where in the chunk the opaque part starts, or its length if there is none. */
    static int start(String chunk) {
        if (chunk.length() < 4) {
            return chunk.length();
        }
        int scheme = chunk.indexOf("://");
        if (scheme >= 0) {
            return schemeStart(chunk, scheme);
        }
        return isOpaque(chunk) ? 0 : chunk.length();
    }

    private static int schemeStart(String chunk, int scheme) {
        int at = scheme;
        while (at > 0 && Character.isLetter(chunk.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean isOpaque(String chunk) {
        return MAIL.matcher(chunk).find()
                || WEB.matcher(chunk).lookingAt()
                || ROOTED.matcher(chunk).lookingAt()
                || chunk.indexOf('\\') >= 0
                || hasFolder(chunk)
                || hasExtension(chunk);
    }

    private static boolean hasFolder(String chunk) {
        Matcher folder = FIRST_FOLDER.matcher(chunk);
        if (!folder.lookingAt() || DASHED_DAY.matcher(chunk).lookingAt()) {
            return false;
        }
        String name = Letters.folded(folder.group(1));
        return !Names.isMonth(name) && !Names.isWeekday(name);
    }

    private static boolean hasExtension(String chunk) {
        // An extension stands at the end; looking only there keeps a long chunk cheap.
        Matcher extension = EXTENSION.matcher(chunk.substring(Math.max(0, chunk.length() - 16)));
        return extension.find() && EXTENSIONS.contains(Letters.folded(extension.group(1)));
    }
}
