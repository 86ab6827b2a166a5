package dev.unitracker.internal.look;

import dev.unitracker.spi.Home;
import dev.unitracker.spi.Progress;
import dev.unitracker.spi.RunAnswers;
import dev.unitracker.spi.StoreSession;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a look. It is kept as one that broke off from the first course on that it writes something of, with all
 * that was answered, and becomes the look's run if it gets to its end. A quiet look writes nothing before its run.
 */
final class Attempt implements Stages {

    private final String name;
    private final Function<Progress, RunAnswers> brokenOff;
    private @Nullable Progress reached;
    private @Nullable Progress reaching;

    /**
     * @param name the attempt's name, should it not get to its end
     * @param brokenOff returns the attempt as one that got so far and no further
     */
    Attempt(String name, Function<Progress, RunAnswers> brokenOff) {
        this.name = name;
        this.brokenOff = brokenOff;
    }

    @Override
    public boolean comesTo(Home home) {
        return true;
    }

    @Override
    public void writes(StoreSession session, Progress course) {
        Progress next = reached == null ? course : reached.then(course);
        keep(session, brokenOff.apply(next));
        reaching = next;
    }

    @Override
    public void wrote() {
        reached = reaching;
    }

    /** Puts the look's run in the place of the attempt, within the transaction that ends it. */
    void ends(StoreSession session, RunAnswers run) {
        keep(session, run);
    }

    private void keep(StoreSession session, RunAnswers run) {
        if (reached == null) {
            session.runs().add(run);
        } else {
            session.runs().replace(name, run);
        }
    }
}
