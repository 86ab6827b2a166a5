package dev.unitracker.benchmarks;

import java.util.Locale;

/**
 * One line of the report.
 *
 * @param what what was measured
 * @param measured the figure, with its unit
 * @param target what it has to be; empty where nothing was promised
 * @param met whether it is; true without a target
 */
record Figure(String what, String measured, String target, boolean met) {

    static Figure plain(String what, String measured) {
        return new Figure(what, measured, "", true);
    }

    static Figure atMost(String what, double measured, double limit, String unit) {
        return new Figure(what, text(measured, unit), "at most " + text(limit, unit), measured <= limit);
    }

    static Figure atLeast(String what, double measured, double limit, String unit) {
        return new Figure(what, text(measured, unit), "at least " + text(limit, unit), measured >= limit);
    }

    static String text(double number, String unit) {
        String digits = number == Math.rint(number) || number >= 1000 ? "%,.0f" : number >= 10 ? "%.1f" : "%.3f";
        return String.format(Locale.ROOT, digits, number) + (unit.isEmpty() ? "" : " " + unit);
    }

    String verdict() {
        return target.isEmpty() ? "" : met ? "yes" : "NO";
    }
}
