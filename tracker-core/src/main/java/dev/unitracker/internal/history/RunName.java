package dev.unitracker.internal.history;

import dev.unitracker.run.Run;
import java.util.Locale;

/**
 * How runs are named: looks by their number, and attempts that broke off by the look that was, or is, made in their place.
 *
 * @param look the name of the look
 * @param attempt the number of the attempt at it, from 1
 */
public record RunName(String look, int attempt) {

    private static final String ATTEMPT = " attempt ";

    static final RunName FIRST = numbered(1);

    /** Returns the name of an attempt that broke off. */
    public String ofAttempt() {
        return look + ATTEMPT + attempt;
    }

    /** Returns the names of a run. Of one that ended, the number of the attempt is not known. */
    public static RunName of(Run run) {
        int at = run.name().lastIndexOf(ATTEMPT);
        return run.ended() || at < 0
                ? new RunName(run.name(), 1)
                : new RunName(
                        run.name().substring(0, at), Integer.parseInt(run.name().substring(at + ATTEMPT.length())));
    }

    /** Returns the names of the run that follows the latest one: another look, unless that broke off. */
    static RunName after(Run latest) {
        RunName name = of(latest);
        return latest.ended()
                ? numbered(Long.parseLong(name.look()) + 1)
                : new RunName(name.look(), name.attempt() + 1);
    }

    private static RunName numbered(long number) {
        return new RunName(String.format(Locale.ROOT, "%09d", number), 1);
    }
}
