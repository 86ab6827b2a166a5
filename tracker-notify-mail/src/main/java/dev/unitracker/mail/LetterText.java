package dev.unitracker.mail;

import dev.unitracker.mail.Footing.Foot;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Message.Style;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is read where HTML is not shown. Pure. */
final class LetterText {

    private static final String BULLET = "• ";

    /** The end of a line in mail (RFC 5322). */
    private static final String END = "\r\n";

    private LetterText() {}

    /**
     * Returns a letter as plain text.
     *
     * @param lines what it says
     * @param below the links below it, each in a line of its own; may be empty
     */
    static String of(List<Line> lines, List<Foot> below) {
        String said = lines.stream().map(LetterText::line).collect(Collectors.joining(END));
        String links =
                below.stream().map(link -> link.label() + ": " + link.url()).collect(Collectors.joining(END));
        return Stream.of(said, links).filter(text -> !text.isEmpty()).collect(Collectors.joining(END + END)) + END;
    }

    private static String line(Line line) {
        String begin = line.style() == Style.DETAIL ? BULLET : "";
        String end = line.link() == null ? "" : " " + clean(line.link());
        return begin + clean(line.text()) + end;
    }

    /** Returns a text in which nothing breaks the line or does something else than to show a character. */
    static String clean(String text) {
        return text.codePoints()
                .map(character -> Character.isISOControl(character) && character != '\t' ? ' ' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
