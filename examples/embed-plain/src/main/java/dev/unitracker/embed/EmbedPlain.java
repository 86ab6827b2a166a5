package dev.unitracker.embed;

import dev.unitracker.ConsoleNotifier;
import dev.unitracker.Tracker;
import dev.unitracker.model.StoredItem;
import dev.unitracker.moodle.Moodle;
import dev.unitracker.store.jdbc.JdbcStore;
import dev.unitracker.words.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;

/** Looks at a Moodle once, prints what changed since the last time, and what is due within two weeks. */
public final class EmbedPlain {

    private EmbedPlain() {}

    /** Takes the site's address, a token, and where the database lies. */
    public static void main(String[] args) {
        look(args, InstantSource.system());
    }

    /** The lines that the README shows; it leaves out the clock, which only the test has to choose. */
    static void look(String[] args, InstantSource clock) {
        // readme begin
        ZoneId zone = ZoneId.of("America/Argentina/Buenos_Aires");
        try (JdbcStore store = JdbcStore.inFile(Path.of(args[2])).build()) {
            Tracker tracker = Tracker.of(store, zone, Language.ENGLISH)
                    .collector(Moodle.at(args[0]).token(args[1]).build())
                    .notifier(new ConsoleNotifier(System.out))
                    .clock(clock) // not in the README
                    .build();
            System.out.println(tracker.sync().items() + " items");
            for (StoredItem due : tracker.account().deadlines(Duration.ofDays(14))) {
                System.out.println(
                        due.item().dueAt().orElseThrow() + " " + due.item().title());
            }
        }
        // readme end
    }
}
