package dev.unitracker.brief;

import dev.unitracker.brief.Brief.KeyDate;
import dev.unitracker.dates.FactType;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What may go wrong with an item, in words. */
final class RiskFlags {

    private static final Duration SOON = Duration.ofDays(3);
    private static final Duration FORTNIGHT = Duration.ofDays(14);

    /** Below this a date contradicts itself, for example its weekday. */
    private static final double DOUBTFUL = 0.6;

    private final BriefText words;

    RiskFlags(BriefText words) {
        this.words = words;
    }

    List<String> of(BriefSubject subject, List<KeyDate> dates) {
        Item item = subject.item();
        List<String> risks = new ArrayList<>();
        Situation situation = Situation.of(item, words.now());
        if (situation == Situation.REMOVED || situation == Situation.HIDDEN) {
            return List.of();
        }
        deadline(item, situation, risks);
        dates.stream()
                .filter(date -> date.type().equals(FactType.EXAM_AT.key()) && isWithin(date, FORTNIGHT))
                .map(date -> words.text("risk.exam", date.label(), words.value(date.value())))
                .forEach(risks::add);
        dates.stream()
                .filter(date -> words.isCancelled(date.quote()) && words.isAhead(date.value()))
                .map(date -> words.text("risk.cancelled", words.quote(date.quote())))
                .forEach(risks::add);
        item.get(Field.REVIEW_REASON)
                .filter(reason -> words.knows("risk." + reason))
                .ifPresent(reason -> risks.add(words.text("risk." + reason)));
        dates.stream()
                .filter(date -> date.confidence() < DOUBTFUL)
                .map(date -> words.text("risk.doubtful", words.quote(date.quote())))
                .forEach(risks::add);
        return risks;
    }

    private void deadline(Item item, Situation situation, List<String> risks) {
        if (!situation.open()) {
            return;
        }
        Instant due = item.dueAt().orElseThrow();
        if (situation == Situation.LATE) {
            risks.add(words.text("risk.late", words.limit(due)));
        } else if (due.isBefore(words.now().plus(SOON))) {
            risks.add(words.text("risk.soon"));
        }
        LocalDate day = due.atZone(words.zone()).toLocalDate();
        // Midnight belongs to the day before as much as to the day after.
        LocalDate evening = due.minusSeconds(1).atZone(words.zone()).toLocalDate();
        item.facts().stream()
                .filter(fact -> fact.type() == FactType.DUE_AT)
                .filter(fact -> !fact.value().startsWith(day.toString())
                        && !fact.value().startsWith(evening.toString())
                        && !fact.value().equals(due.toString()))
                .map(fact -> words.text("risk.twodates", words.quote(fact.quote()), words.limit(due)))
                .forEach(risks::add);
    }

    private boolean isWithin(KeyDate date, Duration time) {
        return words.isAhead(date.value())
                && words.last(date.value())
                        .filter(moment -> moment.isBefore(words.now().plus(time)))
                        .isPresent();
    }
}
