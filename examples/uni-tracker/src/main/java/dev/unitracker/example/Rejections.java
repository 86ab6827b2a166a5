package dev.unitracker.example;

import dev.unitracker.Account;
import dev.unitracker.report.EnrichmentReport.Outcome;
import dev.unitracker.report.EnrichmentReport.Progress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Why answers of the language model were of no use, as it was noted with what was asked. Not for use by several threads. */
final class Rejections {

    private final Account account;
    private final Map<String, Integer> reasons = new HashMap<>();

    Rejections(Account account) {
        this.account = account;
    }

    /** Looks up why, if the answer about an item was rejected. */
    void note(Progress step) {
        if (step.outcome() == Outcome.REJECTED) {
            account.modelJobs(step.item().id(), 1).stream()
                    .flatMap(job -> Optional.ofNullable(job.error()).stream())
                    .forEach(reason -> reasons.merge(reason, 1, Integer::sum));
        }
    }

    /** Returns the reason that came most often since it was asked last; empty if none came. */
    Optional<String> takeCommonest() {
        Optional<String> commonest =
                reasons.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        reasons.clear();
        return commonest;
    }
}
