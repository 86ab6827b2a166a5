package dev.unitracker.example.server.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.Freshness;
import dev.unitracker.Health;
import dev.unitracker.notice.Delivery;
import dev.unitracker.run.PartOutcome;
import dev.unitracker.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How well looking and telling work. */
public final class HealthJson {

    /** What is due is sent within a minute, and looked at again within five where somebody died over it. */
    private static final Duration LATE = Duration.ofMinutes(15);

    private final Frame frame;
    private final String environment;
    private final Duration staleAfter;
    private final Optional<Instant> siteRestsUntil;

    /**
     * Makes it for an account.
     *
     * @param environment where the program runs, in a word
     * @param staleAfter after how long without a complete look a part is stale
     * @param siteRestsUntil until when the site is left alone because it is out of order; empty if it is not
     */
    public HealthJson(Frame frame, String environment, Duration staleAfter, Optional<Instant> siteRestsUntil) {
        this.frame = frame;
        this.environment = environment;
        this.staleAfter = staleAfter;
        this.siteRestsUntil = siteRestsUntil;
    }

    /** Returns whether all is well, and why not. */
    public ObjectNode of(Health health, Freshness freshness) {
        List<String> reasons = reasons(health, freshness);
        ObjectNode json = Frame.object();
        json.put("status", reasons.isEmpty() ? "ok" : "degraded").put("environment", environment);
        Frame.texts(json, "reasons", reasons);
        return json;
    }

    /**
     * Returns the same with details.
     *
     * @param artifactStorage where raw answers are kept, in a word
     */
    public ObjectNode detailed(Health health, Freshness freshness, String artifactStorage) {
        ObjectNode json = of(health, freshness);
        ObjectNode details = json.putObject("details");
        details.putObject("source_auth_health").put("status", health.loginRefused() ? "refused" : "ok");
        Frame.list(details, "recent_runs", outcomes(health.recentRuns()), this::run);
        Frame.texts(details, "stale_collectors", stale(health.at(), freshness));
        details.putObject("artifact_storage").put("backend", artifactStorage);
        frame.moment(details, "last_read_at", health.lastRead());
        details.put("undelivered", health.undelivered().size());
        details.put("failing", health.failing().size());
        frame.moment(details, "waiting_since", health.waitingSince());
        frame.moment(details, "site_rests_until", siteRestsUntil.orElse(null));
        return json;
    }

    private List<String> reasons(Health health, Freshness freshness) {
        List<String> reasons = new ArrayList<>();
        if (health.loginRefused()) {
            reasons.add("login_refused");
        }
        if (health.isStale(staleAfter)) {
            reasons.add("nothing_read");
        }
        stale(health.at(), freshness).forEach(part -> reasons.add("stale:" + part));
        channels(health.undelivered()).forEach(channel -> reasons.add("not_delivered:" + channel));
        channels(health.failing()).forEach(channel -> reasons.add("failing:" + channel));
        if (health.isLate(LATE)) {
            reasons.add("messages_late");
        }
        if (siteRestsUntil.isPresent()) {
            reasons.add("site_rests");
        }
        return reasons;
    }

    private static List<String> channels(List<Delivery> deliveries) {
        return deliveries.stream().map(Delivery::channel).distinct().sorted().toList();
    }

    /** Returns the parts of which all was seen too long ago, or never. */
    private List<String> stale(Instant now, Freshness freshness) {
        return freshness.parts().stream()
                .filter(part -> part.completeAt() == null
                        || Duration.between(part.completeAt(), now).compareTo(staleAfter) > 0)
                .map(part -> part.part().name())
                .toList();
    }

    /** What came of one part in one look. */
    private record Outcome(Run run, PartOutcome part) {}

    private static List<Outcome> outcomes(List<Run> runs) {
        return runs.stream()
                .flatMap(run -> run.parts().stream().map(part -> new Outcome(run, part)))
                .toList();
    }

    private void run(ObjectNode json, Outcome outcome) {
        json.put("collector_name", outcome.part().part());
        json.put("status", outcome.part().level().name().toLowerCase(Locale.ROOT));
        frame.moment(json, "started_at", outcome.run().startedAt());
        frame.moment(json, "finished_at", outcome.run().finishedAt());
        List<String> missed = outcome.part().lines();
        json.put("error", missed.isEmpty() ? null : String.join("\n", missed));
    }
}
