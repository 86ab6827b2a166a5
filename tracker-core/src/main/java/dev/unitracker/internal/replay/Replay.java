package dev.unitracker.internal.replay;

import dev.unitracker.error.SettingsException;
import dev.unitracker.error.StoreException;
import dev.unitracker.internal.history.RunHistory;
import dev.unitracker.internal.history.RunName;
import dev.unitracker.internal.look.LookRunner;
import dev.unitracker.internal.look.OngoingLook;
import dev.unitracker.internal.look.Stages;
import dev.unitracker.internal.tell.Announcements;
import dev.unitracker.internal.tell.StudentsWord;
import dev.unitracker.model.Change;
import dev.unitracker.run.Part;
import dev.unitracker.run.PartOutcome;
import dev.unitracker.run.Run;
import dev.unitracker.spi.ArtifactStore;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Home;
import dev.unitracker.spi.KeptAnswer;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Progress;
import dev.unitracker.spi.RunAnswers;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoreSession;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes all looks at an account again, from the answers that are kept of them. */
public final class Replay {

    private static final int RUNS_AT_ONCE = 50;

    private final String account;
    private final ZoneId zone;
    private final List<Collector> collectors;
    private final ArtifactStore artifacts;
    private final Consumer<String> progress;

    /**
     * @param zone the zone that dates in texts are read in
     * @param collectors those that looked
     * @param artifacts where the answers are kept
     * @param progress is told which look is replayed
     */
    public Replay(
            String account,
            ZoneId zone,
            List<Collector> collectors,
            ArtifactStore artifacts,
            Consumer<String> progress) {
        this.account = account;
        this.zone = zone;
        this.collectors = collectors;
        this.artifacts = artifacts;
        this.progress = progress;
    }

    /**
     * Makes the looks again.
     *
     * @param from the store that knows the looks
     * @param into the store that the account is rebuilt in
     * @return how many looks there were, those that broke off too
     * @throws StoreException if an answer is no longer there, or {@code into} knows the account already
     */
    public int rebuild(Store from, Store into) {
        checkWhole(from);
        checkFresh(into);
        int looks = 0;
        String last = "";
        studentsWords(from, into);
        List<RunAnswers> runs = after(last, from);
        while (!runs.isEmpty()) {
            for (RunAnswers run : runs) {
                last = run.run().name();
                progress.accept("replaying look " + last + " of " + run.run().startedAt());
                again(run, from, into);
                studentsWords(from, into);
                looks++;
            }
            runs = after(last, from);
        }
        return looks;
    }

    /** What the student said between two looks, or two courses of one, has no answer; it is taken from the ledger. */
    private void studentsWords(Store from, Store into) {
        long next = into.inTransaction(account, session -> session.ledger().last());
        List<Change> entries =
                from.inTransaction(account, session -> session.ledger().after(next, 1));
        while (!entries.isEmpty() && StudentsWord.is(entries.get(0))) {
            Change entry = entries.get(0);
            into.inTransaction(account, session -> {
                StudentsWord.again(session, entry);
                return true;
            });
            entries = from.inTransaction(account, session -> session.ledger().after(entry.number(), 1));
        }
    }

    private List<RunAnswers> after(String name, Store from) {
        return from.inTransaction(account, session -> session.runs().after(name, RUNS_AT_ONCE));
    }

    private void again(RunAnswers before, Store from, Store into) {
        Run run = before.run();
        checkParts(run);
        List<KeptArchive> archives = new ArrayList<>();
        OngoingLook.Setting setting = new OngoingLook.Setting(
                account,
                run.full(),
                run.parts().stream().map(PartOutcome::part).collect(Collectors.toSet()),
                run.removalsAccepted(),
                collector -> archive(before, collector, archives),
                doing -> {});
        OngoingLook look = new OngoingLook(
                setting,
                RunName.of(run).look(),
                run.startedAt(),
                into.inTransaction(account, session -> OngoingLook.notes(session.notes(), collectors)),
                prefix -> into.inTransaction(
                        account, session -> session.sightings().inScopes(prefix)));
        new LookRunner(into, zone, collectors, Announcements.toNobody(zone))
                .again(look, before, new AsFarAsItGot(before.reached(), () -> studentsWords(from, into)));
        archives.forEach(KeptArchive::checkReadable);
    }

    private KeptArchive archive(RunAnswers before, Collector collector, List<KeptArchive> archives) {
        List<KeptAnswer> answers = before.answers().getOrDefault(collector.name(), List.of());
        KeptArchive archive = new KeptArchive(before.run().name(), answers, artifacts);
        archives.add(archive);
        return archive;
    }

    /**
     * The courses that a look got to, with what the student said in between.
     *
     * @param reached how far it got; null if it got to its end
     * @param said writes what the student said next
     */
    private record AsFarAsItGot(@Nullable Progress reached, Runnable said) implements Stages {

        @Override
        public boolean comesTo(Home home) {
            said.run();
            return reached == null || home.compareTo(reached.home()) <= 0;
        }

        @Override
        public void writes(StoreSession session, Progress progress) {
            // The run is kept when it is made.
        }

        @Override
        public void wrote() {
            // Nothing goes with it.
        }
    }

    private void checkParts(Run run) {
        Set<String> known = collectors.stream()
                .flatMap(collector -> collector.parts().stream())
                .map(Part::name)
                .collect(Collectors.toSet());
        run.parts().stream()
                .map(PartOutcome::part)
                .filter(part -> !known.contains(part))
                .findFirst()
                .ifPresent(part -> {
                    throw new SettingsException("the look " + run.name() + " was made at " + part
                            + ", which this tracker does not have; build it with the same collectors");
                });
    }

    private void checkWhole(Store from) {
        String pruned = from.inTransaction(
                account,
                session ->
                        session.notes().get(NoteOwner.CORE, RunHistory.PRUNED).orElse(""));
        if (!pruned.isEmpty()) {
            throw new StoreException("the answers of looks before " + pruned
                    + " are pruned; a replay needs all of them, from the first look on");
        }
    }

    private void checkFresh(Store into) {
        boolean known = into.inTransaction(
                account,
                session ->
                        session.ledger().last() > 0 || !session.runs().latest(1).isEmpty());
        if (known) {
            throw new StoreException(
                    "the store that is to be rebuilt knows the account " + account + " already; give an empty one");
        }
    }
}
