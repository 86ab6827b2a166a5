package dev.unitracker;

import static dev.unitracker.Classroom.CONTENTS;
import static dev.unitracker.Classroom.module;
import static dev.unitracker.Classroom.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.error.SettingsException;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.ItemId;
import dev.unitracker.notice.Delivery.Address;
import dev.unitracker.notice.Message;
import dev.unitracker.report.SyncReport;
import dev.unitracker.spi.Notifier;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.testkit.RecordingNotifier;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecipientsTest {

    private static final Instant DUE = Classroom.START.plus(Duration.ofDays(20));
    private static final String TOLD = "Deadline moved: Activity 1 (course:2)";

    private final InMemoryStore store = new InMemoryStore();
    private final FakeCollector source = new FakeCollector("source");
    private final TestClock clock = new TestClock(Classroom.START);
    private final RecordingNotifier listener = new RecordingNotifier("chat");
    private Tracker tracker = builder().build();

    @BeforeEach
    void a_deadline_is_known() {
        look(DUE);
        listener.forget();
    }

    @Test
    void a_notifier_that_does_not_say_whom_it_tells_stops_no_look_and_loses_nothing() {
        List<String> recipients = new ArrayList<>(List.of("ana"));
        Forgetful forgetful = new Forgetful(recipients);
        tracker = builder().notifier(forgetful).build();
        recipients.clear();

        SyncReport report = look(DUE.plusSeconds(60));

        assertThat(report.complete()).isTrue();
        assertThat(listener.headlines()).containsExactly(TOLD);
        assertThat(forgetful.told).containsExactly("ana");
    }

    @Test
    void a_notifier_that_never_said_whom_it_tells_is_refused_at_once() {
        TrackerBuilder builder = builder().notifier(new Forgetful(List.of()));

        assertThatThrownBy(builder::build)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("forgetful")
                .hasMessageContaining("nobody");
    }

    @Test
    void a_notifiers_name_with_a_slash_is_refused() {
        TrackerBuilder builder = builder().notifier(new RecordingNotifier("chat/ana"));

        assertThatThrownBy(builder::build).isInstanceOf(SettingsException.class).hasMessageContaining("slash");
    }

    @Test
    void who_is_added_later_is_told_what_comes_later() {
        look(DUE.plusSeconds(60));
        List<String> recipients = new ArrayList<>(List.of("ana"));
        Forgetful chat = new Forgetful(recipients);
        tracker = builder().notifier(chat).build();
        tracker.dispatch();
        int before = chat.told.size();
        look(DUE.plusSeconds(120));
        recipients.add("juan");
        look(DUE.plusSeconds(180));

        assertThat(before).isZero();
        assertThat(chat.told).containsExactly("ana", "ana", "juan");
    }

    @Test
    void who_acknowledges_silences_nobody_else() {
        Forgetful chat = new Forgetful(List.of("ana", "juan"));
        tracker = builder().notifier(chat).staleAfter(Duration.ofDays(365)).build();
        long change = look(DUE.plusSeconds(60)).news().get(0).number();
        chat.told.clear();

        boolean known = tracker.account().acknowledge(change, at("ana"));
        clock.advance(Duration.ofHours(13));
        tracker.dispatch();

        assertThat(known).isTrue();
        assertThat(chat.told).containsExactly("juan");
        assertThat(tracker.account().acknowledge(change, at("nobody"))).isFalse();
        assertThat(tracker.account().acknowledge(4711, at("ana"))).isFalse();
    }

    @Test
    void who_acknowledges_in_one_channel_is_told_again_in_the_others() {
        RecordingNotifier post = new RecordingNotifier("post");
        tracker = builder().notifier(post).staleAfter(Duration.ofDays(365)).build();
        long change = look(DUE.plusSeconds(60)).news().get(0).number();
        listener.forget();
        post.forget();

        boolean known = tracker.account().acknowledge(change, new Address("chat", ""));
        clock.advance(Duration.ofHours(13));
        tracker.dispatch();

        assertThat(known).isTrue();
        assertThat(listener.headlines()).isEmpty();
        assertThat(post.headlines()).hasSize(1);
    }

    @Test
    void who_knows_of_an_item_is_told_of_none_of_its_changes_again() {
        Forgetful chat = new Forgetful(List.of("ana", "juan"));
        tracker = builder().notifier(chat).staleAfter(Duration.ofDays(365)).build();
        ItemId item = look(DUE.plusSeconds(60)).news().get(0).item();
        look(DUE.plusSeconds(120));
        chat.told.clear();

        boolean known = tracker.account().acknowledge(item, at("juan"));
        clock.advance(Duration.ofHours(13));
        tracker.dispatch();

        assertThat(known).isTrue();
        assertThat(chat.told).isNotEmpty().containsOnly("ana");
        assertThat(tracker.account().acknowledge(item, new Address("chat", "ana")))
                .isFalse();
        assertThat(tracker.account().acknowledge(item)).isTrue();
        assertThat(tracker.account().acknowledge(new ItemId("default", "module:9")))
                .isFalse();
    }

    private static Address at(String recipient) {
        return new Address("forgetful", recipient);
    }

    private SyncReport look(Instant due) {
        source.showsOnly(seen(CONTENTS, module(1).due(due, DateRule.ACTIVITY).build()));
        return tracker.syncFully();
    }

    private TrackerBuilder builder() {
        return Tracker.of(store, ZoneId.of("America/Argentina/Buenos_Aires"), Language.ENGLISH)
                .clock(clock)
                .collectors(List.of(source))
                .notifier(listener);
    }

    /** Forgets whom it tells once it has nobody on its list. */
    private static final class Forgetful implements Notifier {
        private final List<String> recipients;
        private final List<String> told = new ArrayList<>();

        Forgetful(List<String> recipients) {
            this.recipients = recipients;
        }

        @Override
        public String name() {
            return "forgetful";
        }

        @Override
        public List<String> recipients() {
            if (recipients.isEmpty()) {
                throw new IllegalStateException("nobody is on the list");
            }
            return List.copyOf(recipients);
        }

        @Override
        public void send(Message message, String recipient) {
            told.add(recipient);
        }
    }
}
