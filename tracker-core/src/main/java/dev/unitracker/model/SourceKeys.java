package dev.unitracker.model;

import java.util.Comparator;

/** How source keys are ordered: text as text, runs of digits by their value. Total, and the same in every locale. */
public final class SourceKeys {

    /** Orders source keys, {@code module:9} before {@code module:10}. */
    public static final Comparator<String> ORDER = SourceKeys::compare;

    private SourceKeys() {}

    private static int compare(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            int iEnd = digitsEnd(left, i);
            int jEnd = digitsEnd(right, j);
            if (iEnd == i || jEnd == j) {
                int order = Character.compare(left.charAt(i++), right.charAt(j++));
                if (order != 0) {
                    return order;
                }
                continue;
            }
            int order = compareNumbers(left.substring(i, iEnd), right.substring(j, jEnd));
            if (order != 0) {
                return order;
            }
            i = iEnd;
            j = jEnd;
        }
        int rest = Integer.compare(left.length() - i, right.length() - j);
        return rest != 0 ? rest : left.compareTo(right);
    }

    private static int digitsEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static int compareNumbers(String left, String right) {
        String a = left.replaceFirst("^0+(?=.)", "");
        String b = right.replaceFirst("^0+(?=.)", "");
        return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
    }
}
