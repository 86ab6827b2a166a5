package dev.unitracker.example.worker;

import dev.unitracker.Enrichment;
import dev.unitracker.Tracker;
import java.util.Objects;
import java.util.Optional;

/**
 * What a worker has to know of an account.
 *
 * @param site the site that it is looked at at; what holds of a site holds for all accounts with the same word here
 * @param tracker looks and tells; its account gives the name
 * @param tempo how often it looks
 * @param briefs lets a language model write briefs after looks; empty if none is to
 */
public record Student(String site, Tracker tracker, Tempo tempo, Optional<Enrichment> briefs) {

    /** Null is refused. */
    public Student {
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(tracker, "tracker");
        Objects.requireNonNull(tempo, "tempo");
    }

    /** Returns the name of the account. */
    String name() {
        return tracker.account().name();
    }
}
