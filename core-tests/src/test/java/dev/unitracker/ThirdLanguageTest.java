package dev.unitracker;

import static dev.unitracker.Classroom.CONTENTS;
import static dev.unitracker.Classroom.module;
import static dev.unitracker.Classroom.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemType;
import dev.unitracker.spi.Sighting;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.testkit.RecordingNotifier;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A language that the library knows nothing of, brought by a host. */
class ThirdLanguageTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");
    private static final Instant DUE = Classroom.START.plus(Duration.ofDays(20));

    private static final Language ESPERANTO = Language.of("eo")
            .with(Map.of(
                    "kind.deadline_changed", "Limdato movita",
                    "date.moment.short", "d/MM HH:mm",
                    "digest.urgent", "Urĝaj ŝanĝoj",
                    "digest.before", "antaŭe {0}",
                    "digest.looked", "Legita {1}",
                    "brief.incourse", "{0} de {1}",
                    "brief.type.assignment", "Tasko",
                    "brief.until.assignment", "liveru antaŭ {0}",
                    "signal.words", "ekzameno, gravaĵo"))
            .with(Map.of(
                    "date.weekdays", "lun,mar,mer,ĵaŭ,ven,sab,dim",
                    "date.months", "jan,feb,mar,apr,maj,jun,jul,aŭg,sep,okt,nov,dec"));

    private final InMemoryStore store = new InMemoryStore();
    private final FakeCollector source = new FakeCollector("source");
    private final RecordingNotifier listener = new RecordingNotifier("chat");
    private final Tracker tracker = Tracker.of(store, ZONE, ESPERANTO)
            .clock(new TestClock(Classroom.START))
            .collector(source)
            .notifier(listener)
            .build();

    @Test
    void messages_digests_and_briefs_are_said_in_it() {
        look(DUE);
        listener.forget();
        look(DUE.plusSeconds(3600));

        assertThat(listener.headlines()).containsExactly("Limdato movita: Activity 1 (course:2)");
        assertThat(tracker.account().digest(Duration.ofDays(1)).text().lines())
                .contains("Urĝaj ŝanĝoj")
                .anyMatch(line -> line.contains("limdato movita, antaŭe 22/03 13:00"));
        assertThat(tracker.account()
                        .brief(new ItemId("default", "module:1"))
                        .orElseThrow()
                        .summaryShort())
                .startsWith("Tasko ")
                .contains("liveru antaŭ dim 22 mar 14:00");
    }

    @Test
    void a_host_that_reads_without_a_tracker_says_once_which_languages_it_brings() {
        look(DUE);

        Account known = Accounts.in(store)
                .speaking(List.of(ESPERANTO))
                .account("default")
                .orElseThrow();

        assertThat(known.language()).isEqualTo(ESPERANTO);
    }

    @Test
    void an_announcement_with_a_word_of_it_is_worth_an_alert() {
        look(DUE);
        listener.forget();
        source.showsOnly(seen(
                CONTENTS,
                module(1).due(DUE, DateRule.ACTIVITY).build(),
                announcement(2, "Ekzameno!"),
                announcement(3, "Saluton")));
        tracker.syncFully();

        assertThat(listener.headlines()).hasSize(1).first().asString().contains("Ekzameno!");
    }

    private static Sighting announcement(int number, String title) {
        return Sighting.of("discussion:" + number, ItemType.ANNOUNCEMENT)
                .course(Classroom.COURSE)
                .title(title)
                .build();
    }

    private void look(Instant due) {
        source.showsOnly(seen(CONTENTS, module(1).due(due, DateRule.ACTIVITY).build()));
        tracker.syncFully();
    }
}
