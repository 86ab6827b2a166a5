package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.Tracker;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.Change;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.StoredItem;
import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.notice.Message;
import dev.unitracker.report.SyncReport;
import dev.unitracker.spi.Collector;
import dev.unitracker.testkit.RecordingNotifier;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two sites side by side in one account. They use the same keys for different things. */
class TwoMoodlesTest {

    private static final String FACULTY = "moodle_b";

    private final MoodleSimulator campus =
            MoodleSimulator.playing(Recording.demo()).start();
    private final MoodleSimulator faculty =
            MoodleSimulator.playing(Recording.demo()).start();
    private final ListedArtifacts artifacts = new ListedArtifacts();
    private final RecordingNotifier chat = new RecordingNotifier("chat", "ana");
    private final Tracker tracker = Tracker.of(
                    new InMemoryStore(), ZoneId.of("America/Argentina/Buenos_Aires"), Language.ENGLISH)
            .artifacts(artifacts)
            .collector(site(campus, Moodle.NAME))
            .collector(site(faculty, FACULTY))
            .notifier(chat)
            .fullLookEvery(Duration.ofDays(36_500))
            .clock(campus::now)
            .build();

    @AfterEach
    void stop() {
        campus.close();
        faculty.close();
    }

    @Test
    void each_has_its_own_items_though_all_keys_are_the_same() {
        SyncReport report = tracker.syncFully();

        List<String> ofCampus = keys(Moodle.NAME);
        assertThat(report.complete()).isTrue();
        assertThat(ofCampus).hasSizeGreaterThan(20).isEqualTo(keys(FACULTY));
        assertThat(tracker.account().courses())
                .extracting(course -> course.item().id().name())
                .contains("moodle/course:2", "moodle_b/course:2");
        assertThat(tracker.account().items(ItemQuery.all().of(id(FACULTY, "course:2")), "", 500))
                .isNotEmpty()
                .allSatisfy(stored -> assertThat(stored.item().id().source()).isEqualTo(FACULTY))
                .allSatisfy(stored ->
                        assertThat(stored.item().url().orElse(faculty.url())).startsWith(faculty.url()));
    }

    @Test
    void what_changes_on_one_is_told_of_this_one_only() {
        tracker.syncFully();
        faculty.moveTo(1);

        List<Change> changes = tracker.syncFully().changes();
        List<Change> again = tracker.syncFully().changes();

        assertThat(changes)
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change.item().source()).isEqualTo(FACULTY));
        assertThat(again)
                .allSatisfy(change -> assertThat(change.item().source()).isEqualTo(FACULTY));
        for (Message message : chat.sent()) {
            Message.Subject about = message.about();
            if (about != null) {
                assertThat(about.item().source()).isEqualTo(FACULTY);
                assertThat(tracker.account()
                                .item(about.number())
                                .orElseThrow()
                                .item()
                                .id())
                        .isEqualTo(about.item());
            }
        }
    }

    @Test
    void what_the_student_says_of_one_is_not_said_of_the_other() {
        tracker.syncFully();

        tracker.account().markDone(id(FACULTY, "module:5"));

        assertThat(item(FACULTY, "module:5").completion())
                .isNotEqualTo(item(Moodle.NAME, "module:5").completion());
    }

    @Test
    void one_that_is_away_takes_nothing_from_the_other_and_a_replay_is_the_same() {
        tracker.syncFully();
        campus.moveTo(1);
        faculty.close();

        SyncReport report = tracker.syncFully();
        tracker.syncFully();

        assertThat(report.complete()).isFalse();
        assertThat(report.changes())
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change.item().source()).isEqualTo(Moodle.NAME));
        assertThat(keys(FACULTY)).hasSizeGreaterThan(20);
        assertThat(tracker.replay().difference()).isEmpty();
    }

    private List<String> keys(String source) {
        return tracker.account().items().stream()
                .map(stored -> stored.item().id())
                .filter(id -> id.source().equals(source))
                .map(ItemId::key)
                .toList();
    }

    private Item item(String source, String key) {
        return tracker.account().item(id(source, key)).map(StoredItem::item).orElseThrow();
    }

    private static ItemId id(String source, String key) {
        return new ItemId("default", source, key);
    }

    private static Collector site(MoodleSimulator moodle, String name) {
        return Student.collector(moodle, site -> site.token(moodle.token()).named(name));
    }
}
