package dev.unitracker.testkit;

import dev.unitracker.brief.ModelJob;
import dev.unitracker.model.ItemId;
import dev.unitracker.run.Run;
import dev.unitracker.spi.Briefs;
import dev.unitracker.spi.ModelJobs;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Notes;
import dev.unitracker.spi.RunAnswers;
import dev.unitracker.spi.Runs;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoredBrief;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Stores whose runs, notes, briefs or model jobs each break one promise. */
final class BrokenHistories {

    private BrokenHistories() {}

    private abstract static class Broken extends StoreContract {
        private final UnaryOperator<Altered.Parts> alteration;

        Broken(UnaryOperator<Altered.Parts> alteration) {
            this.alteration = alteration;
        }

        @Override
        protected final Store open() {
            return new Altered(alteration);
        }
    }

    static final class AddsWhereItShouldReplaceRuns extends Broken {
        AddsWhereItShouldReplaceRuns() {
            super(parts -> parts.with(new SameRuns(parts.runs()) {
                @Override
                public void replace(String name, RunAnswers run) {
                    runs.add(run);
                }
            }));
        }
    }

    static final class FindsNoAttempts extends Broken {
        FindsNoAttempts() {
            super(parts -> parts.with(new SameRuns(parts.runs()) {
                @Override
                public Optional<Run> find(String name) {
                    return runs.find(name).filter(run -> run.outcome() != Run.Outcome.BROKEN_OFF);
                }
            }));
        }
    }

    static final class CutsRunsBeforeItOrdersThem extends Broken {
        CutsRunsBeforeItOrdersThem() {
            super(parts -> parts.with(new SameRuns(parts.runs()) {
                @Override
                public List<Run> latest(int limit) {
                    return runs.after("", limit).stream().map(RunAnswers::run).toList();
                }
            }));
        }
    }

    static final class RepeatsTheRunItGoesOnFrom extends Broken {
        RepeatsTheRunItGoesOnFrom() {
            super(parts -> parts.with(new SameRuns(parts.runs()) {
                @Override
                public List<RunAnswers> after(String name, int limit) {
                    return runs.after("", Integer.MAX_VALUE).stream()
                            .filter(run -> run.run().name().compareTo(name) >= 0)
                            .limit(limit)
                            .toList();
                }
            }));
        }
    }

    static final class ForgetsNoAnswers extends Broken {
        ForgetsNoAnswers() {
            super(parts -> parts.with(new SameRuns(parts.runs()) {
                @Override
                public int forgetAnswers(Instant before) {
                    return 0;
                }
            }));
        }
    }

    static final class TakesAnyRunForAFullOne extends Broken {
        TakesAnyRunForAFullOne() {
            super(parts -> parts.with(new SameRuns(parts.runs()) {
                @Override
                public List<Run> latestFull(int limit) {
                    return runs.latest(limit);
                }
            }));
        }
    }

    static final class LosesTheAnswersOfRuns extends Broken {
        LosesTheAnswersOfRuns() {
            super(parts -> parts.with(new SameRuns(parts.runs()) {
                @Override
                public void add(RunAnswers run) {
                    runs.add(RunAnswers.none(run.run()));
                }
            }));
        }
    }

    static final class KeepsTheFirstNote extends Broken {
        KeepsTheFirstNote() {
            super(parts -> parts.with(new SameNotes(parts.notes()) {
                @Override
                public void put(NoteOwner owner, String name, String value) {
                    if (notes.get(owner, name).isEmpty()) {
                        notes.put(owner, name, value);
                    }
                }
            }));
        }
    }

    static final class CutsTheNamesOfNotes extends Broken {
        CutsTheNamesOfNotes() {
            super(parts -> parts.with(new SameNotes(parts.notes()) {
                @Override
                public void put(NoteOwner owner, String name, String value) {
                    notes.put(owner, name.substring(0, Math.min(name.length(), 255)), value);
                }
            }));
        }
    }

    static final class MixesTheOwnersOfNotes extends Broken {
        MixesTheOwnersOfNotes() {
            super(parts -> parts.with(new SameNotes(parts.notes()) {
                @Override
                public Optional<String> get(NoteOwner owner, String name) {
                    return notes.get(NoteOwner.CORE, name);
                }

                @Override
                public void put(NoteOwner owner, String name, String value) {
                    notes.put(NoteOwner.CORE, name, value);
                }
            }));
        }
    }

    static final class KeepsTheFirstBrief extends Broken {
        KeepsTheFirstBrief() {
            super(parts -> parts.with(new SameBriefs(parts.briefs()) {
                @Override
                public void save(StoredBrief brief) {
                    if (briefs.find(brief.item()).isEmpty()) {
                        briefs.save(brief);
                    }
                }
            }));
        }
    }

    static final class FindsBriefsInTheOrderAskedFor extends Broken {
        FindsBriefsInTheOrderAskedFor() {
            super(parts -> parts.with(new SameBriefs(parts.briefs()) {
                @Override
                public List<StoredBrief> find(Collection<ItemId> items) {
                    return items.stream()
                            .flatMap(item -> briefs.find(List.of(item)).stream())
                            .toList();
                }
            }));
        }
    }

    static final class ForgetsWhatABriefWasWrittenOf extends Broken {
        ForgetsWhatABriefWasWrittenOf() {
            super(parts -> parts.with(new SameBriefs(parts.briefs()) {
                @Override
                public void save(StoredBrief brief) {
                    briefs.save(new StoredBrief(brief.item(), brief.brief(), brief.language(), ""));
                }
            }));
        }
    }

    static final class ShowsTheEarliestJobFirst extends Broken {
        ShowsTheEarliestJobFirst() {
            super(parts -> parts.with(new SameJobs(parts.modelJobs()) {
                @Override
                public List<ModelJob> of(ItemId item, int limit) {
                    List<ModelJob> all = new ArrayList<>(jobs.of(item, limit));
                    Collections.reverse(all);
                    return all;
                }
            }));
        }
    }

    static final class LeavesJobsAsTheyBegan extends Broken {
        LeavesJobsAsTheyBegan() {
            super(parts -> parts.with(new SameJobs(parts.modelJobs()) {
                @Override
                public void update(ModelJob job) {
                    // Nothing is replaced.
                }
            }));
        }
    }

    static final class RemovesAllRuns extends Broken {
        RemovesAllRuns() {
            super(parts -> parts.with(new SameRuns(parts.runs()) {
                @Override
                public void remove(Collection<String> names) {
                    runs.remove(runs.latest(Integer.MAX_VALUE).stream()
                            .map(Run::name)
                            .toList());
                }
            }));
        }
    }

    static final class ForgetsNoJobs extends Broken {
        ForgetsNoJobs() {
            super(parts -> parts.with(new SameJobs(parts.modelJobs()) {
                @Override
                public int forget(Instant before) {
                    return 0;
                }
            }));
        }
    }

    private static class SameRuns implements Runs {
        final Runs runs;

        SameRuns(Runs runs) {
            this.runs = runs;
        }

        @Override
        public void add(RunAnswers run) {
            runs.add(run);
        }

        @Override
        public void replace(String name, RunAnswers run) {
            runs.replace(name, run);
        }

        @Override
        public Optional<Run> find(String name) {
            return runs.find(name);
        }

        @Override
        public List<Run> latest(int limit) {
            return runs.latest(limit);
        }

        @Override
        public List<Run> latestFull(int limit) {
            return runs.latestFull(limit);
        }

        @Override
        public List<RunAnswers> after(String name, int limit) {
            return runs.after(name, limit);
        }

        @Override
        public int forgetAnswers(Instant before) {
            return runs.forgetAnswers(before);
        }

        @Override
        public void remove(Collection<String> names) {
            runs.remove(names);
        }
    }

    private static class SameNotes implements Notes {
        final Notes notes;

        SameNotes(Notes notes) {
            this.notes = notes;
        }

        @Override
        public Optional<String> get(NoteOwner owner, String name) {
            return notes.get(owner, name);
        }

        @Override
        public Map<String, String> all(NoteOwner owner) {
            return notes.all(owner);
        }

        @Override
        public void put(NoteOwner owner, String name, String value) {
            notes.put(owner, name, value);
        }
    }

    private static class SameBriefs implements Briefs {
        final Briefs briefs;

        SameBriefs(Briefs briefs) {
            this.briefs = briefs;
        }

        @Override
        public List<StoredBrief> find(Collection<ItemId> items) {
            return briefs.find(items);
        }

        @Override
        public void save(StoredBrief brief) {
            briefs.save(brief);
        }
    }

    private static class SameJobs implements ModelJobs {
        final ModelJobs jobs;

        SameJobs(ModelJobs jobs) {
            this.jobs = jobs;
        }

        @Override
        public ModelJob add(ModelJob job) {
            return jobs.add(job);
        }

        @Override
        public void update(ModelJob job) {
            jobs.update(job);
        }

        @Override
        public List<ModelJob> of(ItemId item, int limit) {
            return jobs.of(item, limit);
        }

        @Override
        public int forget(Instant before) {
            return jobs.forget(before);
        }
    }
}
