package dev.unitracker.document;

import java.util.ArrayList;
import java.util.List;

/** Reads one line of an encoded document from left to right. */
final class EncodedLine {
    private final String line;
    private int at;

    EncodedLine(String line) {
        this.line = line;
    }

    /** Returns the position after the letter of the line. */
    Position position() {
        String[] numbers = word().substring(1).split("\\.", 2);
        int page = numbers[0].isEmpty() ? 0 : number(numbers[0]);
        return new Position(page, numbers.length == 1 ? 0 : number(numbers[1]));
    }

    int number() {
        return number(word());
    }

    /** Returns a number; the message of a wrong one does not quote what may be a text of others. */
    static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a number is expected");
        }
    }

    String word() {
        if (at > line.length()) {
            throw new IllegalArgumentException("the line is too short");
        }
        int blank = line.indexOf(' ', at);
        int end = blank < 0 ? line.length() : blank;
        String word = line.substring(at, end);
        at = end + 1;
        return word;
    }

    /** Returns the text of the rest of the line. */
    List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Mark mark = Mark.PLAIN;
        while (at < line.length()) {
            char character = line.charAt(at++);
            char escaped = character == '\\' && at < line.length() ? line.charAt(at++) : ' ';
            if (character != '\\') {
                text.append(character);
            } else if (escaped == '\\' || escaped == 'n') {
                text.append(escaped == 'n' ? '\n' : '\\');
            } else {
                runs.add(new Run(mark, text.toString()));
                text.setLength(0);
                mark = mark(escaped);
            }
        }
        runs.add(new Run(mark, text.toString()));
        return runs;
    }

    private static Mark mark(char letter) {
        for (Mark mark : Mark.values()) {
            if (Encoder.letter(mark) == letter) {
                return mark;
            }
        }
        throw new IllegalArgumentException("no such mark");
    }
}
