package dev.unitracker.internal.history;

import static dev.unitracker.spi.NoteOwner.CORE;

import dev.unitracker.spi.Run;
import dev.unitracker.spi.Run.Outcome;
import dev.unitracker.spi.StoreSession;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which look read something last, and whether the login is refused. Looks note it when that changes, so that nobody has to
 * go through all that failed since, of which there are thousands in a long outage; a quiet look notes nothing.
 */
public final class Readings {

    /** The look before those that read nothing; empty if the latest one read something. */
    private static final String READ = "latest look that read, before others failed";

    /** The look whose login was refused, and none was taken since; empty if it is taken. */
    private static final String REFUSED = "look that was refused";

    private static final String NEVER = "never";

    private Readings() {}

    /** Notes what a look means that ends, in the transaction that ends it, before its run is added. */
    public static void note(StoreSession session, Run run) {
        Map<String, String> notes = session.notes().all(CORE);
        boolean failed = !notes.getOrDefault(READ, "").isEmpty();
        boolean refused = !notes.getOrDefault(REFUSED, "").isEmpty();
        boolean read = RunHistory.hasRead(run);
        if (!read && !failed) {
            session.notes().put(CORE, READ, latest(session).map(Run::name).orElse(NEVER));
        } else if (read && failed) {
            session.notes().put(CORE, READ, "");
        }
        if (run.outcome() == Outcome.LOGIN_REFUSED && !refused) {
            session.notes().put(CORE, REFUSED, run.name());
        } else if (run.outcome() != Outcome.LOGIN_REFUSED && read && refused) {
            session.notes().put(CORE, REFUSED, "");
        }
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
