package dev.unitracker.benchmarks;

import dev.unitracker.Accounts;
import dev.unitracker.Tracker;
import dev.unitracker.memory.InMemoryArtifactStore;
import dev.unitracker.moodle.Moodle;
import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.report.SyncReport;
import dev.unitracker.spi.Store;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.ZoneId;

/** A student of the simulated Moodle, who is looked at by the site's own clock and never has to wait for a budget. */
final class Student {

    private static final Duration NEVER = Duration.ofDays(36_500);

    private final Tracker tracker;

    Student(MoodleSimulator moodle, Store store, String account) {
        this.tracker = Tracker.of(Accounts.in(store)
                        .create(account, ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH))
                .artifacts(new InMemoryArtifactStore())
                .collector(Moodle.at(moodle.url())
                        .requestsPerMinute(1_000_000)
                        .token(moodle.token())
                        .build())
                .clock(moodle::now)
                .fullLookEvery(NEVER)
                .build();
    }

    /** Looks at everything the first time, and at what seems to have changed from then on. */
    SyncReport look() {
        SyncReport report = tracker.sync();
        if (!report.complete()) {
            throw new IllegalStateException(
                    "a look was not complete: " + report.run().notLooked());
        }
        return report;
    }
}
