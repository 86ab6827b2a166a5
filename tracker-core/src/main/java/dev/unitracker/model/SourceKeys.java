package dev.unitracker.model;

import java.util.Comparator;

/**
 * The order of source keys: text as text, runs of digits by their value. It is a total order, and the same in every
 * locale.
 */
public final class SourceKeys {

    /** Orders source keys, {@code module:9} before {@code module:10}. */
    public static final Comparator<String> ORDER = SourceKeys::compare;

    private SourceKeys() {}

    private static int compare(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            char a = left.charAt(i);
            char b = right.charAt(j);
            if (isDigit(a) && isDigit(b)) {
                int iEnd = digitsEnd(left, i);
                int jEnd = digitsEnd(right, j);
                int order = compareNumbers(left, i, iEnd, right, j, jEnd);
                if (order != 0) {
                    return order;
                }
                i = iEnd;
                j = jEnd;
            } else if (a != b) {
                return Character.compare(a, b);
            } else {
                i++;
                j++;
            }
        }
        int rest = Integer.compare(left.length() - i, right.length() - j);
        return rest != 0 ? rest : left.compareTo(right);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static int digitsEnd(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Compares two runs of digits in place: whoever orders many keys would feel each copy. */
    // Six parameters: an object for each part of a key would be made at every comparison of the diff.
    private static int compareNumbers(String left, int i, int iEnd, String right, int j, int jEnd) {
        int a = significant(left, i, iEnd);
        int b = significant(right, j, jEnd);
        int order = Integer.compare(iEnd - a, jEnd - b);
        while (order == 0 && a < iEnd) {
            order = Character.compare(left.charAt(a++), right.charAt(b++));
        }
        return order;
    }

    /** Skips leading zeros, but never the last digit. */
    private static int significant(String text, int from, int end) {
        int first = from;
        while (first < end - 1 && text.charAt(first) == '0') {
            first++;
        }
        return first;
    }
}
