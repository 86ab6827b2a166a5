package dev.unitracker.benchmarks;

import dev.unitracker.Accounts;
import dev.unitracker.Tracker;
import dev.unitracker.notice.Message;
import dev.unitracker.report.SyncReport;
import dev.unitracker.spi.Notifier;
import dev.unitracker.store.jdbc.JdbcStore;
import dev.unitracker.words.Language;
import java.time.ZoneId;
import java.util.List;

/** One look in a JVM of its own, which finds changes and tells them: what is measured is how little it can live with. */
final class OneLook {

    private OneLook() {}

    /** Takes the database's address and the account. Ends with 1 if nothing had changed. */
    public static void main(String[] arguments) {
        String account = arguments[1];
        try (JdbcStore store = JdbcStore.at(arguments[0]).build()) {
            int round = (int) (ProcessHandle.current().pid() % 100_000) + 1000;
            SyncReport report = Tracker.of(Accounts.in(store)
                            .create(account, ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH))
                    .collectors(List.of(MemoryFigures.syllabus().nextRound(round)))
                    .notifier(new ToldToNobody())
                    .owner("benchmark")
                    .build()
                    .syncFully();
            System.exit(report.changes().isEmpty() ? 1 : 0);
        }
    }

    /** Is offered the whole history when it is told for the first time, page by page. */
    private static final class ToldToNobody implements Notifier {
        @Override
        public String name() {
            return "nobody";
        }

        @Override
        public void send(Message message, String recipient) {
            // Whoever is told keeps nothing.
        }
    }
}
