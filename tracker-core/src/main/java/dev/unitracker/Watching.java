package dev.unitracker;

import dev.unitracker.report.DispatchReport;
import dev.unitracker.report.SyncReport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells an observer what a tracker did. What it throws keeps nobody from working. */
record Watching(TrackerObserver observer) {

    private static final Logger log = LoggerFactory.getLogger("unitracker.observer");

    /** Makes a look, and tells how it went. */
    SyncReport watched(Supplier<SyncReport> look) {
        SyncReport report;
        try {
            report = look.get();
        } catch (RuntimeException e) {
            quietly(() -> observer.notLooked(e));
            throw e;
        }
        quietly(() -> observer.looked(report));
        return report;
    }

    void told(DispatchReport report) {
        quietly(() -> observer.told(report));
    }

    private static void quietly(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException e) {
            log.warn("an observer failed", e);
        }
    }
}
