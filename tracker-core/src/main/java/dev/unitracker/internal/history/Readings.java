package dev.unitracker.internal.history;

import static dev.unitracker.spi.NoteOwner.CORE;

import dev.unitracker.run.Level;
import dev.unitracker.run.Missed;
import dev.unitracker.run.PartOutcome;
import dev.unitracker.run.Run;
import dev.unitracker.run.Run.Outcome;
import dev.unitracker.spi.StoreSession;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which look read something last, and whether the login is refused. Looks note it when that changes, so that nobody has to
 * go through all that failed since, of which there are thousands in a long outage; a quiet look notes nothing.
 */
public final class Readings {

    /** The look before those that read nothing; empty if the latest one read something. */
    private static final String READ = "latest look that read, before others failed";

    /** The parts whose login was refused and that were not read since, a line each; empty if there are none. */
    private static final String REFUSED = "parts that were refused";

    /** Stands for a refusal that no part tells of. It is over as soon as a look is made without one. */
    private static final String SOME_PART = "*";

    /** The parts of which nothing is seen though their source answers, a line each; empty if there are none. */
    private static final String BLIND = "parts of which nothing is seen";

    private static final String TAB = "\t";

    private static final String NEVER = "never";

    private Readings() {}

    /**
     * A part of which nothing is seen, though its source answers.
     *
     * @param part its name
     * @param run the first look that saw nothing of it
     * @param since when that began
     */
    public record Blind(String part, String run, Instant since) {

        private static Blind parse(String line) {
            String[] words = line.split(TAB, -1);
            return new Blind(words[0], words[1], Instant.parse(words[2]));
        }

        @Override
        public String toString() {
            return part + TAB + run + TAB + since;
        }
    }

    /** Notes what a look means that ends, in the transaction that ends it, before its run is added. */
    public static void note(StoreSession session, Run run) {
        Map<String, String> notes = session.notes().all(CORE);
        boolean failed = !notes.getOrDefault(READ, "").isEmpty();
        boolean read = RunHistory.hasRead(run);
        if (!read && !failed) {
            session.notes().put(CORE, READ, latest(session).map(Run::name).orElse(NEVER));
        } else if (read && failed) {
            session.notes().put(CORE, READ, "");
        }
        String refusedBefore = notes.getOrDefault(REFUSED, "");
        String refused = String.join("\n", refused(refusedBefore, run));
        if (!refused.equals(refusedBefore)) {
            session.notes().put(CORE, REFUSED, refused);
        }
        String blindBefore = notes.getOrDefault(BLIND, "");
        String blind =
                blind(blindBefore, run).values().stream().map(Blind::toString).collect(Collectors.joining("\n"));
        if (!blind.equals(blindBefore)) {
            session.notes().put(CORE, BLIND, blind);
        }
    }

    private static SortedMap<String, Blind> blind(String before, Run run) {
        SortedMap<String, Blind> blind = new TreeMap<>();
        before.lines().map(Blind::parse).forEach(one -> blind.put(one.part(), one));
        for (PartOutcome part : run.parts()) {
            if (part.level() != Level.NOT_LOOKED) {
                blind.remove(part.part());
            } else if (part.missed().stream().anyMatch(missed -> isBlindness(missed.code(), run))) {
                blind.putIfAbsent(part.part(), new Blind(part.part(), run.name(), run.startedAt()));
            }
        }
        return blind;
    }

    /** Who is not let in, or held something back, is not blind; a source that cannot be read at all is out of order for everybody. */
    private static boolean isBlindness(Missed.Code code, Run run) {
        return switch (code) {
            case FAILED, MISTAKE -> true;
            case UNAVAILABLE -> run.kept() > 0;
            case LOGIN_REFUSED, NO_ACCESS, CONTRADICTED, NOT_WITNESSED, VANISHED, NOT_READY, LEFT_FOR_LATER -> false;
            case DOWNLOADS_OFF, TOO_LARGE, CUT, OTHER -> false;
        };
    }

    /** Returns the parts of which nothing is seen though their source answers, ordered by name; empty if there are none. */
    public static List<Blind> blind(StoreSession session) {
        return session.notes()
                .get(CORE, BLIND)
                .orElse("")
                .lines()
                .map(Blind::parse)
                .toList();
    }

    /** Returns the names of the runs that are noted, which are looked up later. */
    static Set<String> noted(StoreSession session) {
        Set<String> noted = blind(session).stream().map(Blind::run).collect(Collectors.toSet());
        session.notes().get(CORE, READ).ifPresent(noted::add);
        return noted;
    }

    /** A look at other parts, or at another source, says nothing of the login that was refused. */
    private static SortedSet<String> refused(String before, Run run) {
        SortedSet<String> refused = new TreeSet<>(before.lines().toList());
        boolean anyRefused = run.outcome() == Outcome.LOGIN_REFUSED;
        if (!anyRefused && run.sawSomething()) {
            refused.remove(SOME_PART);
        }
        for (PartOutcome part : run.parts()) {
            boolean refusedNow = part.missed().stream().anyMatch(missed -> missed.code() == Missed.Code.LOGIN_REFUSED);
            if (refusedNow) {
                refused.add(part.part());
            } else if (part.level() != Level.NOT_LOOKED) {
                refused.remove(part.part());
            }
        }
        if (anyRefused && refused.isEmpty()) {
            refused.add(SOME_PART);
        }
        return refused;
    }

    /** Returns the latest look that read something; empty if there is none. */
    public static Optional<Run> latest(StoreSession session) {
        @Nullable String noted = session.notes().get(CORE, READ).orElse(null);
        // As long as nothing was noted, runs tell: no look failed.
        if (noted == null) {
            return RunHistory.latestThatRead(session.runs());
        }
        return noted.isEmpty()
                ? RunHistory.latestEnded(session.runs())
                : session.runs().find(noted);
    }

    /** Tells whether the login was refused, and not taken since. A site that could not be reached has not taken it. */
    public static boolean isRefused(StoreSession session) {
        return !session.notes().get(CORE, REFUSED).orElse("").isEmpty();
    }
}
