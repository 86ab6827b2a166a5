package dev.unitracker.brief;

import dev.unitracker.brief.Brief.KeyDate;
import dev.unitracker.model.ItemType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks a brief that a model wrote against what the item says. The dates, the course and the sources of the item
 * always stay. A pure function; safe for use by several threads.
 */
public final class BriefCheck {

    /** The highest confidence that a model's brief, or a date in it, can have, whatever the model says. */
    public static final double MOST_CONFIDENCE = 0.5;

    private BriefCheck() {}

    /**
     * The result of a check. Immutable.
     *
     * @param brief the brief without the parts that are wrong; null if it is refused
     * @param refusal why it is refused, in a few words; null if it is not
     */
    public record Verdict(@Nullable Brief brief, @Nullable String refusal) {}

    /**
     * Checks a brief. It is refused if it has no summary; if the summary only repeats the title, or states a date that
     * the source does not; if it is of an assignment or a schedule and has fewer than two bullets; or if it is of a
     * schedule and has no dates, no requirements and no risks. Left out are dates whose quotation is not in the source
     * or does not state them, and bullets, requirements and risks with a date that the source does not state.
     *
     * @param answer the brief that a model wrote
     * @param request what the model was asked
     */
    public static Verdict of(Brief answer, BriefRequest request) {
        KnownDates known = KnownDates.of(request);
        Brief sound = sound(answer, request, known);
        String refusal = refusal(sound, request, known);
        return refusal == null ? new Verdict(complete(sound, request.outline()), null) : new Verdict(null, refusal);
    }

    private static Brief sound(Brief answer, BriefRequest request, KnownDates known) {
        return new Brief(
                answer.summaryShort().strip(),
                known.without(answer.summaryBullets()),
                answer.keyDates().stream()
                        .filter(date ->
                                request.outline().keyDates().contains(date) || known.proves(request.text(), date))
                        .toList(),
                known.without(answer.keyRequirements()),
                known.without(answer.riskFlags()),
                request.outline().courseContext(),
                Math.min(answer.confidence(), MOST_CONFIDENCE),
                request.outline().sourceRefs(),
                answer.making());
    }

    private static @Nullable String refusal(Brief brief, BriefRequest request, KnownDates known) {
        if (brief.summaryShort().isEmpty()) {
            return "no summary";
        }
        if (TitleEcho.in(brief.summaryShort(), request.item().title())) {
            return "the summary echoes the title";
        }
        if (known.isStrange(brief.summaryShort())) {
            return "the summary states a date that the source does not";
        }
        boolean schedule = BriefSubject.isSchedule(request.item());
        boolean assignment = request.item().type().equals(ItemType.ASSIGNMENT);
        if ((schedule || assignment) && brief.summaryBullets().size() < 2) {
            return "fewer than two bullets";
        }
        boolean empty = brief.keyDates().isEmpty()
                && brief.keyRequirements().isEmpty()
                && brief.riskFlags().isEmpty();
        return schedule && empty ? "a schedule without dates, requirements and risks" : null;
    }

    /** A model adds dates and takes none away; of a date that is known already it has nothing to say. */
    private static Brief complete(Brief sound, Brief outline) {
        List<KeyDate> dates = new ArrayList<>(outline.keyDates());
        for (KeyDate date : sound.keyDates()) {
            if (dates.stream().noneMatch(known -> known.value().equals(date.value()))) {
                dates.add(new KeyDate(
                        date.type(),
                        date.value(),
                        date.label(),
                        date.quote(),
                        Math.min(date.confidence(), MOST_CONFIDENCE)));
            }
        }
        return new Brief(
                sound.summaryShort(),
                sound.summaryBullets(),
                dates,
                sound.keyRequirements(),
                sound.riskFlags(),
                sound.courseContext(),
                sound.confidence(),
                sound.sourceRefs(),
                sound.making());
    }
}
