package dev.unitracker.example.server;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import dev.unitracker.example.server.feed.FeedKey;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.StoredItem;
import dev.unitracker.moodle.simulator.Where;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendars and feed readers get what is known, and keep up with it. */
class FeedsTest {

    private static final String REMOVED = "CANCELLED";

    @TempDir
    private Path folder;

    @Test
    void each_deadline_is_an_event_that_ends_at_it_and_begins_on_its_day() {
        try (Served served = Served.upTo(3, folder)) {
            List<StoredItem> deadlines = served.account().deadlines(Duration.ofDays(300));

            List<VEvent> events = events(served);

            assertThat(deadlines).hasSizeGreaterThan(3);
            for (StoredItem due : deadlines) {
                VEvent event = events.stream()
                        .filter(one -> end(one).equals(due.item().dueAt().orElseThrow()))
                        .filter(one -> summary(one).contains(due.item().title()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no event of " + due.item()));
                assertThat(start(event)).isEqualTo(end(event).minus(Duration.ofMinutes(30)));
                assertThat(event.getSequence().getValue()).isEqualTo((int) due.lastChange());
                assertThat(event.getStatus().isConfirmed()).isTrue();
                assertThat(event.getUrl().getValue()).isEqualTo(due.item().url().orElseThrow());
            }
        }
    }

    @Test
    void no_two_events_have_the_same_name() {
        try (Served served = Served.upTo(4, folder)) {
            assertThat(events(served))
                    .extracting(event -> event.getUid().getValue())
                    .doesNotHaveDuplicates()
                    .allMatch(uid -> uid.matches("[0-9a-f]{40}@unitracker\\.dev"));
        }
    }

    @Test
    void a_deadline_that_moves_stays_the_same_event_with_a_higher_sequence_and_says_what_moved() {
        try (Served served = Served.upTo(0, folder)) {
            Map<String, VEvent> before = byUid(events(served));
            Change moved = lookUntil(served, ChangeKind.DEADLINE_CHANGED);
            Instant due = served.account()
                    .item(moved.item())
                    .orElseThrow()
                    .item()
                    .dueAt()
                    .orElseThrow();

            VEvent after = events(served).stream()
                    .filter(event -> end(event).equals(due)
                            && summary(event).contains(moved.about().title()))
                    .findFirst()
                    .orElseThrow();

            VEvent same = named(before, after.getUid().getValue());
            assertThat(end(same)).isNotEqualTo(due);
            assertThat(after.getSequence().getValue())
                    .isGreaterThan(same.getSequence().getValue());
            assertThat(after.getDescription().getValue())
                    .contains("Último cambio")
                    .contains("→");
        }
    }

    @Test
    void what_was_removed_is_cancelled() {
        try (Served served = Served.upTo(0, folder)) {
            StoredItem quiz = served.account().deadlines(Duration.ofDays(300)).stream()
                    .filter(one -> one.item().type().name().equals("assignment"))
                    .findFirst()
                    .orElseThrow();
            String uid = events(served).stream()
                    .filter(event -> summary(event).contains(quiz.item().title()))
                    .findFirst()
                    .orElseThrow()
                    .getUid()
                    .getValue();
            long course = quiz.item()
                    .courseId()
                    .flatMap(served.account()::item)
                    .orElseThrow()
                    .number();
            served.moodle().answer(Where.function("core_enrol_get_users_courses"), text -> "[]");
            for (int look = 0; look < 4; look++) {
                served.clock().advance(Duration.ofHours(13));
                served.tracker().syncFully();
            }

            assertThat(served.account()
                            .item(course)
                            .orElseThrow()
                            .item()
                            .status()
                            .key())
                    .isEqualTo("removed");
            assertThat(named(byUid(events(served)), uid).getStatus().getValue()).isEqualTo(REMOVED);
        }
    }

    @Test
    void the_same_calendar_is_the_same_bytes_and_is_not_sent_again() {
        try (Served served = Served.upTo(2, folder)) {
            RawHttp.Answered first = served.get("/deadlines.ics");

            assertThat(served.get("/deadlines.ics").body()).isEqualTo(first.body());
            assertThat(first.header("Content-Type")).contains("text/calendar; charset=utf-8");
            assertThat(first.header("X-Looked-At")).isPresent();
            assertThat(served.get(
                                    "/deadlines.ics",
                                    "If-None-Match: " + first.header("ETag").orElseThrow())
                            .status())
                    .isEqualTo(304);
        }
    }

    @Test
    void the_feed_has_an_entry_for_each_change_that_a_student_cares_for_the_latest_first() {
        try (Served served = Served.upTo(4, folder)) {
            List<Change> changes = served.account().changes().after(0, 1000).stream()
                    .filter(change -> change.meaningful() && !change.baseline())
                    .collect(Collectors.toList());
            Collections.reverse(changes);

            List<SyndEntry> entries = feed(served.get("/changes.atom").body()).getEntries();

            assertThat(entries).hasSize(Math.min(100, changes.size())).hasSizeGreaterThan(5);
            for (int i = 0; i < entries.size(); i++) {
                assertThat(entries.get(i).getUri())
                        .endsWith("/" + changes.get(i).number());
                assertThat(entries.get(i).getTitle())
                        .contains(changes.get(i).about().title());
                assertThat(entries.get(i).getUpdatedDate().toInstant().truncatedTo(ChronoUnit.SECONDS))
                        .isEqualTo(changes.get(i).seenAt().truncatedTo(ChronoUnit.SECONDS));
            }
        }
    }

    @Test
    void an_address_that_nobody_guesses_opens_the_feeds_until_it_is_taken_back() {
        try (Served served = Served.upTo(1, folder)) {
            String first = FeedKey.renew(served.account());
            assertThat(status(served, first)).isEqualTo(200);

            String second = FeedKey.renew(served.account());
            assertThat(status(served, first)).isEqualTo(404);
            assertThat(served.get("/feeds/" + second + "/deadlines.ics").body())
                    .isEqualTo(served.get("/deadlines.ics").body());
            assertThat(served.account().settings().toString()).doesNotContain(second);

            assertThat(FeedKey.revoke(served.account())).isTrue();
            assertThat(status(served, second)).isEqualTo(404);
            assertThat(FeedKey.revoke(served.account())).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "YW5h", "YW5h.", "YW5h.AAAA", ".AAAA", "bm9ib2R5.AAAA", "%00.A", "YW5h.AAAA%2F..%2F"})
    void no_other_key_opens_anything(String key) {
        try (Served served = Served.upTo(0, folder)) {
            for (String feed : List.of("deadlines.ics", "changes.atom")) {
                assertThat(served.asked("GET", "/feeds/" + key + "/" + feed).status())
                        .isIn(400, 404);
            }
            FeedKey.renew(served.account());
            assertThat(status(served, key)).isIn(400, 404);
        }
    }

    @Test
    void a_course_may_be_called_anything_and_stays_text_in_feeds() {
        try (Served served = Served.upTo(0, folder)) {
            served.moodle()
                    .answer(
                            Where.function("core_enrol_get_users_courses"),
                            text -> text.replace(
                                            "\"Programaci\\u00f3n II\"",
                                            "\"&lt;script&gt;alert(1)&lt;\\/script&gt; \\u2028\\\"'}\\\\n\"")
                                    .replace("\"Termodin\\u00e1mica\"", "\"=cmd(),;'\\/C\""));
            served.tracker().syncFully();
            Change last = lookUntil(served, ChangeKind.DEADLINE_CHANGED);

            List<String> courses = events(served).stream()
                    .flatMap(event -> event.getCategories().stream())
                    .flatMap(categories -> categories.getValues().stream())
                    .distinct()
                    .toList();
            RawHttp.Answered atom = served.get("/changes.atom");

            assertThat(courses).anyMatch(name -> name.startsWith("<script>alert(1)</script>"));
            assertThat(atom.body()).doesNotContain("<script>");
            assertThat(feed(atom.body()).getEntries())
                    .anyMatch(entry -> entry.getUri().endsWith("/" + last.number()));
        }
    }

    private static Change lookUntil(Served served, ChangeKind kind) {
        for (int step = 1; step <= 4; step++) {
            served.moveTo(step);
            Optional<Change> found = served.tracker().syncFully().changes().stream()
                    .filter(change -> change.kind() == kind)
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new AssertionError("no step has a change of the kind " + kind);
    }

    private static int status(Served served, String key) {
        return served.asked("GET", "/feeds/" + key + "/changes.atom").status();
    }

    private static List<VEvent> events(Served served) {
        String text = served.get("/deadlines.ics").body();
        List<ICalendar> calendars = Biweekly.parse(text).all();
        assertThat(calendars).hasSize(1);
        assertThat(calendars.get(0).getExperimentalProperty("X-WR-CALNAME").getValue())
                .isEqualTo("Uni Tracker: vencimientos");
        return calendars.get(0).getEvents();
    }

    private static VEvent named(Map<String, VEvent> events, String uid) {
        return Objects.requireNonNull(events.get(uid), "an event with the same name");
    }

    private static Map<String, VEvent> byUid(List<VEvent> events) {
        return events.stream().collect(Collectors.toMap(event -> event.getUid().getValue(), event -> event));
    }

    private static Instant start(VEvent event) {
        return event.getDateStart().getValue().toInstant();
    }

    private static Instant end(VEvent event) {
        return event.getDateEnd().getValue().toInstant();
    }

    private static String summary(VEvent event) {
        return event.getSummary().getValue();
    }

    private static SyndFeed feed(String text) {
        try {
            return new SyndFeedInput().build(new StringReader(text));
        } catch (FeedException e) {
            throw new AssertionError(text, e);
        }
    }
}
