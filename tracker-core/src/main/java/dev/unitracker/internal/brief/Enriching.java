package dev.unitracker.internal.brief;

import dev.unitracker.brief.Brief;
import dev.unitracker.brief.BriefCheck;
import dev.unitracker.brief.BriefRequest;
import dev.unitracker.brief.ModelJob;
import dev.unitracker.error.EnricherException;
import dev.unitracker.error.TrackerException;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.StoredItem;
import dev.unitracker.report.EnrichmentReport.Outcome;
import dev.unitracker.spi.Enricher;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoredBrief;
import dev.unitracker.words.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks a model about one item after another, and keeps what it says, or what rules say where it fails. */
public final class Enriching {

    /**
     * What is to be written.
     *
     * @param stored the item
     * @param outline its brief as rules write it
     * @param neighbours the items of its course
     * @param origin why it is written
     */
    public record Assignment(
            StoredItem stored,
            Brief outline,
            List<Item> neighbours,
            Language language,
            ZoneId zone,
            Brief.Origin origin) {

        /** Returns all that the source says of the item, its files included. */
        String text() {
            Item item = stored.item();
            Stream<Item> files = neighbours.stream()
                    .filter(other -> other.status() == ItemStatus.ACTIVE)
                    .filter(other -> other.type().equals(ItemType.MATERIAL_FILE))
                    .filter(other -> other.get(Field.WITHIN)
                            .filter(item.id().key()::equals)
                            .isPresent());
            return Stream.concat(Stream.of(item), files)
                    .flatMap(part -> Stream.of(part.body(), part.get(Field.INTRODUCTION)))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining("\n\n"));
        }
    }

    private final Store store;
    private final String account;
    private final Supplier<Instant> now;
    private final Enricher enricher;
    private boolean hopeless;
    private String lastError = "";

    public Enriching(Store store, String account, Supplier<Instant> now, Enricher enricher) {
        this.store = store;
        this.account = account;
        this.now = now;
        this.enricher = enricher;
    }

    /** Tells whether asking again is of no use before somebody changes a setting. */
    public boolean hopeless() {
        return hopeless;
    }

    /** Returns why the model did not answer the last time; empty if it always did. */
    public String lastError() {
        return lastError;
    }

    /** Deals with one item. */
    public Outcome enrich(Supplier<Assignment> work, boolean givenUp) {
        Assignment assignment = work.get();
        String text = assignment.text();
        if (text.isBlank() || givenUp) {
            keepOutline(assignment);
            return givenUp ? Outcome.GIVEN_UP : Outcome.NO_TEXT;
        }
        Optional<ModelJob> begun = begin(assignment);
        if (begun.isEmpty()) {
            keepOutline(assignment);
            return Outcome.COOLING;
        }
        BriefRequest request = new BriefRequest(
                assignment.stored().item(), text, assignment.outline(), assignment.language(), assignment.zone());
        return ask(assignment, request, new JobTrace(begun.get(), this::update));
    }

    /** Adds the job, unless one failed, or began and never ended, so short a while ago that the item cools down. */
    private Optional<ModelJob> begin(Assignment assignment) {
        Instant moment = now.get();
        return store.inTransaction(account, session -> {
            boolean cooling = session.modelJobs().of(assignment.stored().item().id(), 1).stream()
                    .filter(job -> job.status() != ModelJob.Status.COMPLETED)
                    .anyMatch(job -> job.lastSign().plus(enricher.coolDown()).isAfter(moment));
            return cooling
                    ? Optional.empty()
                    : Optional.of(session.modelJobs()
                            .add(ModelJob.begin(assignment.stored().item().id(), enricher.name(), moment)));
        });
    }

    private Outcome ask(Assignment assignment, BriefRequest request, JobTrace trace) {
        try {
            Optional<Brief> answer = enricher.enrich(request, trace);
            if (answer.isEmpty()) {
                return rejected(assignment, trace, trace.refusal());
            }
            BriefCheck.Verdict verdict = BriefCheck.of(answer.get(), request);
            Brief brief = verdict.brief();
            return brief == null
                    ? rejected(assignment, trace, String.valueOf(verdict.refusal()))
                    : written(assignment, trace, brief);
        } catch (RuntimeException e) {
            // Foreign code: whatever it throws is its own failure, and no item's.
            hopeless = e instanceof EnricherException known && known.permanent();
            lastError = TrackerException.inWords(e);
            return end(assignment, trace.ended(ModelJob.Status.FAILED, lastError, now.get()), Outcome.FAILED);
        }
    }

    private Outcome written(Assignment assignment, JobTrace trace, Brief brief) {
        Instant moment = now.get();
        Brief made = brief.madeBy(new Brief.Making(assignment.origin(), enricher.name(), moment));
        ModelJob job = trace.ended(ModelJob.Status.COMPLETED, null, moment);
        store.inTransaction(account, session -> {
            session.briefs().save(stored(assignment, made));
            session.modelJobs().update(job);
            return true;
        });
        return Outcome.WRITTEN;
    }

    private Outcome rejected(Assignment assignment, JobTrace trace, String reason) {
        return end(assignment, trace.ended(ModelJob.Status.REJECTED, reason, now.get()), Outcome.REJECTED);
    }

    private Outcome end(Assignment assignment, ModelJob job, Outcome outcome) {
        update(job);
        keepOutline(assignment);
        return outcome;
    }

    /** What a model wrote earlier of the item as it is now is better than what rules write. */
    private void keepOutline(Assignment assignment) {
        store.inTransaction(account, session -> {
            Optional<StoredBrief> kept =
                    session.briefs().find(assignment.stored().item().id());
            if (kept.filter(brief -> brief.isCurrent(assignment.stored(), assignment.language()))
                    .isEmpty()) {
                session.briefs().save(stored(assignment, assignment.outline()));
            }
            return true;
        });
    }

    private void update(ModelJob job) {
        store.inTransaction(account, session -> {
            session.modelJobs().update(job);
            return true;
        });
    }

    private static StoredBrief stored(Assignment assignment, Brief brief) {
        return new StoredBrief(
                assignment.stored().item().id(),
                brief,
                assignment.language().code(),
                assignment.stored().meaningfulKey());
    }
}
