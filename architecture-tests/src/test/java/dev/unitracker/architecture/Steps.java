package dev.unitracker.architecture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts how often a regular expression reads a character of a text: the same on every machine. */
final class Steps {

    private Steps() {}

    /**
     * Returns the steps to find all places of a text that match, and to tell whether all of it does.
     *
     * @param limit where counting ends
     * @return at most one more than the limit
     */
    static long of(Pattern pattern, String text, long limit) {
        Counted counted = new Counted(text, limit);
        try {
            Matcher matcher = pattern.matcher(counted);
            while (matcher.find()) {
                counted.step();
            }
            matcher.reset().matches();
            return counted.steps;
        } catch (LimitReached e) {
            return limit + 1;
        }
    }

    private static final class LimitReached extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LimitReached() {
            super("the limit is reached", null, false, false);
        }
    }

    private static final class Counted implements CharSequence {

        private final String text;
        private final long limit;
        private long steps;

        Counted(String text, long limit) {
            this.text = text;
            this.limit = limit;
        }

        void step() {
            steps++;
            if (steps > limit) {
                throw new LimitReached();
            }
        }

        @Override
        public char charAt(int index) {
            step();
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
