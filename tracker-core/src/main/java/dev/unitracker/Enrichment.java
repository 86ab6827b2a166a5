package dev.unitracker;

import dev.unitracker.brief.Brief;
import dev.unitracker.brief.Weakness;
import dev.unitracker.internal.brief.Enriching;
import dev.unitracker.internal.brief.Enriching.Assignment;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.ReviewStatus;
import dev.unitracker.model.StoredItem;
import dev.unitracker.report.EnrichmentReport;
import dev.unitracker.report.EnrichmentReport.Outcome;
import dev.unitracker.spi.Enricher;
import dev.unitracker.spi.StoreSession;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Lets a language model write briefs. It stores briefs, questions and answers, and nothing else: whatever the model
 * says, items, the ledger and messages stay as they are. Not for use by several threads.
 *
 * <p>If the model fails on an item, the brief that rules write is stored, unless a model wrote one of its present state
 * before; the model is not asked about the item again for the enricher's {@linkplain Enricher#coolDown() cool-down}.
 * After three failures in a row, or one that only other settings mend, the model is not asked any more in this run. No
 * method throws because a model fails.
 */
public final class Enrichment {

    private static final int FAILURES_IN_A_ROW = 3;

    private final Briefing briefing;
    private final Enricher enricher;
    private Consumer<EnrichmentReport.Progress> progress = step -> {};
    private BooleanSupplier stopped = () -> false;

    Enrichment(Briefing briefing, Enricher enricher) {
        this.briefing = briefing;
        this.enricher = Objects.requireNonNull(enricher, "enricher");
    }

    /** Sets what is called after each item. Default: nothing. */
    public Enrichment progress(Consumer<EnrichmentReport.Progress> listener) {
        this.progress = Objects.requireNonNull(listener, "listener");
        return this;
    }

    /** Sets what is asked before each item whether to stop. Default: all items are dealt with. */
    public Enrichment until(BooleanSupplier stopped) {
        this.stopped = Objects.requireNonNull(stopped, "stopped");
        return this;
    }

    /**
     * Writes briefs of the active items that a person should look at, unless a model wrote one of their present state.
     * A weak brief counts too, because the model would read the same text again.
     */
    public EnrichmentReport reviewed() {
        return run(
                Brief.Origin.STORED,
                items(stored -> stored.item().review() != ReviewStatus.NONE && !isByModel(stored)));
    }

    /** Writes the briefs of all active items anew, except courses. */
    public EnrichmentReport backfillAll() {
        return run(Brief.Origin.BACKFILL, items(stored -> true));
    }

    /**
     * Writes briefs of all active items, except courses, unless a model wrote one of their present state that is not
     * {@linkplain Weakness weak}.
     */
    public EnrichmentReport backfillWeak() {
        return run(Brief.Origin.BACKFILL, items(this::isWeak));
    }

    /** Writes the brief of one item anew; nothing is written if there is no such active item, or if it is a course. */
    public EnrichmentReport backfill(ItemId id) {
        Optional<StoredItem> there = briefing.store()
                .reading(briefing.account(), session -> session.items().find(id))
                .filter(stored -> stored.item().status() == ItemStatus.ACTIVE)
                .filter(Enrichment::hasNoCourse);
        return run(Brief.Origin.BACKFILL, there.stream().toList());
    }

    private EnrichmentReport run(Brief.Origin origin, List<StoredItem> items) {
        Enriching enriching = new Enriching(briefing.store(), briefing.account(), briefing.now(), enricher);
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        int failures = 0;
        String gaveUp = null;
        int done = 0;
        for (StoredItem stored : items) {
            if (stopped.getAsBoolean()) {
                break;
            }
            Outcome outcome = outcome(enriching, stored, origin, gaveUp != null);
            failures = failuresInARow(failures, outcome);
            if (gaveUp == null && (enriching.hopeless() || failures == FAILURES_IN_A_ROW)) {
                gaveUp = enriching.lastError();
            }
            counts.merge(outcome, 1, Integer::sum);
            progress.accept(new EnrichmentReport.Progress(stored.item(), outcome, ++done, items.size()));
        }
        return new EnrichmentReport(counts, gaveUp);
    }

    private List<StoredItem> items(Predicate<StoredItem> which) {
        return briefing
                .store()
                .reading(briefing.account(), session -> session.items().find(ItemQuery.active()))
                .stream()
                .filter(Enrichment::hasNoCourse)
                .filter(which)
                .toList();
    }

    private static boolean hasNoCourse(StoredItem stored) {
        return !stored.item().type().equals(ItemType.COURSE);
    }

    private static int failuresInARow(int before, Outcome outcome) {
        return switch (outcome) {
            case FAILED -> before + 1;
            case WRITTEN, REJECTED -> 0;
            // The model was not asked, so it is as it was.
            case COOLING, NO_TEXT, GIVEN_UP -> before;
        };
    }

    private Outcome outcome(Enriching enriching, StoredItem stored, Brief.Origin origin, boolean givenUp) {
        return enriching.enrich(
                () -> briefing.store().reading(briefing.account(), session -> assignment(session, stored, origin)),
                givenUp);
    }

    private Assignment assignment(StoreSession session, StoredItem stored, Brief.Origin origin) {
        List<Item> neighbours = Briefing.neighbours(session, stored);
        return new Assignment(
                stored,
                briefing.byRules(session, stored, neighbours),
                neighbours,
                briefing.language(),
                briefing.zone(),
                origin);
    }

    private boolean isByModel(StoredItem stored) {
        return kept(stored)
                .filter(brief -> brief.origin() != Brief.Origin.FALLBACK)
                .isPresent();
    }

    private boolean isWeak(StoredItem stored) {
        return kept(stored)
                .filter(brief -> Weakness.of(brief, stored.item()).isEmpty())
                .isEmpty();
    }

    private Optional<Brief> kept(StoredItem stored) {
        return briefing.store()
                .reading(
                        briefing.account(),
                        session -> session.briefs().find(stored.item().id()))
                .filter(brief -> brief.isCurrent(stored, briefing.language()))
                .map(brief -> brief.brief());
    }
}
