package dev.unitracker.example;

import dev.unitracker.Account;
import dev.unitracker.artifact.Retention;
import dev.unitracker.error.SettingsException;
import dev.unitracker.error.TrackerException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done once a day: what is old and of no use any more is removed. */
final class Chores implements Runnable {

    private static final Logger log = LoggerFactory.getLogger("unitracker.worker");

    private static final long HISTORY_DAYS = 400;
    private static final long LEAST_HISTORY = 60;
    private static final long LEAST_RAW = 2;

    private final Installation installation;
    private final Duration history;
    private final Duration raw;

    /**
     * Reads the settings.
     *
     * @throws SettingsException if one cannot be right
     */
    Chores(Installation installation) {
        Settings settings = installation.settings();
        this.installation = installation;
        this.history = days(settings, "KEEP_HISTORY_DAYS", HISTORY_DAYS, LEAST_HISTORY);
        this.raw = days(settings, "KEEP_RAW_DAYS", 0, LEAST_RAW);
    }

    private static Duration days(Settings settings, String name, long otherwise, long least) {
        long days = settings.number(name, otherwise);
        if (days > 0 && days < least) {
            throw new SettingsException(name + " must be " + least + " or more, or 0 to keep all; not " + days);
        }
        return Duration.ofDays(days);
    }

    @Override
    public void run() {
        if (!raw.isZero()) {
            Retention.Pruned pruned = Retention.of(installation.store(), installation.artifacts())
                    .clock(installation.clock())
                    .build()
                    .olderThan(raw);
            log.info("removed {} raw answers, {} are left", pruned.removed(), pruned.left());
        }
        if (!history.isZero()) {
            installation.accounts().all().forEach(this::forget);
        }
    }

    private void forget(Account account) {
        try {
            log.info("{}: removed {}", account.name(), account.forget(history));
        } catch (TrackerException e) {
            log.warn("{}: old history could not be removed: {}", account.name(), e.getMessage());
        }
    }
}
