package dev.unitracker.webhook;

import dev.unitracker.http.WebAddress;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Message.Style;

/**
 * Writes lines as Discord reads them (<a
 * href="https://support.discord.com/hc/en-us/articles/210298617">Markdown Text 101</a>). There a backslash takes the meaning
 * of any sign but letters, digits and spaces. Telephones show it in the first words of a message, so it stands only where
 * there is a meaning to take. Pure.
 */
final class Markdown {

    private static final String BULLET = "• ";

    /** Emphasis, code, spoilers, links and mentions. */
    private static final String ANYWHERE = "\\*_~`|<[]";

    /** Quotes, headings, lists and small print. */
    private static final String AT_THE_BEGINNING = ">#-+";

    private Markdown() {}

    /** Returns the line as Discord can show it: a link that cannot be one, or has nothing to stand behind, is a part of the text. */
    static Line fitted(Line line) {
        if (line.link() == null) {
            return line;
        }
        String address =
                line.text().isBlank() ? null : WebAddress.of(line.link()).orElse(null);
        return address == null
                ? Line.of(line.style(), (line.text() + " " + line.link()).strip())
                : new Line(line.style(), line.text(), address);
    }

    /** Returns a fitted line as it is sent. */
    static String written(Line line) {
        String text = escaped(line.text(), line.style() != Style.DETAIL);
        String linked = line.link() == null ? text : "[" + text + "](" + target(line.link()) + ")";
        return switch (line.style()) {
            case HEADING -> text.isBlank() ? text : "**" + linked + "**";
            case PLAIN -> linked;
            case DETAIL -> BULLET + linked;
        };
    }

    /**
     * Returns a text so that it is shown as it is.
     *
     * @param beginsLine whether it stands at the beginning of a line
     */
    static String escaped(String text, boolean beginsLine) {
        StringBuilder escaped = new StringBuilder(text.length() + text.length() / 8);
        boolean nothingBefore = beginsLine;
        boolean numberBefore = beginsLine;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (ANYWHERE.indexOf(sign) >= 0
                    || (nothingBefore && AT_THE_BEGINNING.indexOf(sign) >= 0)
                    || (numberBefore && sign == '.')
                    || (sign == ':' && beginsWord(text, i + 1))) {
                escaped.append('\\');
            }
            escaped.append(sign);
            nothingBefore &= sign == ' ';
            numberBefore &= sign == ' ' || (sign >= '0' && sign <= '9');
        }
        return escaped.toString();
    }

    /** A parenthesis would end the link. */
    private static String target(String link) {
        return link.replace("(", "%28").replace(")", "%29");
    }

    /** What begins with a colon may be the name of an emoji, or make an address of what stands before it. */
    private static boolean beginsWord(String text, int at) {
        return at < text.length() && !Character.isWhitespace(text.charAt(at)) && !Character.isDigit(text.charAt(at));
    }
}
