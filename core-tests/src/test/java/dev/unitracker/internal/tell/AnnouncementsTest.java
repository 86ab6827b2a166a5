package dev.unitracker.internal.tell;

import static dev.unitracker.internal.tell.Outlet.BUENOS_AIRES;
import static dev.unitracker.internal.tell.Outlet.COURSE;
import static dev.unitracker.internal.tell.Outlet.NOW;
import static dev.unitracker.internal.tell.Outlet.change;
import static dev.unitracker.internal.tell.Outlet.due;
import static dev.unitracker.internal.tell.Outlet.essay;
import static dev.unitracker.internal.tell.Outlet.item;
import static dev.unitracker.internal.tell.Outlet.ledger;
import static dev.unitracker.internal.tell.Outlet.moved;
import static dev.unitracker.internal.tell.Outlet.renamed;
import static dev.unitracker.internal.tell.Outlet.run;
import static dev.unitracker.internal.tell.Outlet.runs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.unitracker.internal.history.Readings;
import dev.unitracker.internal.tell.Outlet.Given;
import dev.unitracker.model.Change;
import dev.unitracker.model.Item;
import dev.unitracker.notice.AlertSettings;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.Notice;
import dev.unitracker.notice.QuietHours;
import dev.unitracker.run.Run;
import dev.unitracker.run.Run.Outcome;
import dev.unitracker.spi.Notifier;
import dev.unitracker.testkit.RecordingNotifier;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is planned to be told, to whom, from when on and until when. */
class AnnouncementsTest {

    private static final AlertSettings LOUD = AlertSettings.in(BUENOS_AIRES);
    private static final Duration SIX_HOURS = Duration.ofHours(6);
    private static final Given NOTHING = session -> {};
    private static final Announcements.OneLook LOOK = new Announcements.OneLook(COURSE, "1", NOW);

    private final Outlet outlet = new Outlet();

    @Test
    void everybody_is_told_once_and_nobody_nothing() {
        Audience two = new Audience(
                List.of(new RecordingNotifier("chat", "ana", "juan", "ana"), new RecordingNotifier("mail")));
        Given alert = session -> announcing(two, LOUD).changes(session, LOOK, moves(), List.of(due()));

        outlet.has(alert.and(alert));

        assertThat(outlet.deliveries())
                .extracting(Delivery::key)
                .containsExactly("change/7#0 chat/ana", "change/7#0 chat/juan", "change/7#0 mail/");
        assertThat(outlet.deliveries()).allSatisfy(delivery -> {
            assertThat(delivery.createdAt()).isEqualTo(NOW);
            assertThat(delivery.notBefore()).isEqualTo(NOW);
            assertThat(delivery.expiresAt()).isEqualTo(due().dueAt().orElseThrow());
        });
    }

    @Test
    void of_no_changes_nothing_is_told() {
        Audience ana = new Audience(List.of(new RecordingNotifier("chat", "ana")));

        outlet.has(session -> announcing(ana, LOUD).changes(session, LOOK, List.of(), List.of(due())));

        assertThat(outlet.deliveries()).isEmpty();
    }

    @Test
    void a_notifier_that_tells_nobody_is_told_nothing() {
        Audience nobody = new Audience(List.of(new Notifier() {
            @Override
            public String name() {
                return "chat";
            }

            @Override
            public List<String> recipients() {
                return List.of();
            }

            @Override
            public void send(Message message, String recipient) {
                throw new AssertionError("there is nobody to tell");
            }
        }));

        outlet.has(session -> announcing(nobody, LOUD).changes(session, LOOK, moves(), List.of(due())));

        assertThat(outlet.deliveries()).isEmpty();
    }

    @Test
    void without_an_audience_nothing_is_planned_and_a_first_look_is_announced_when_there_is_one() {
        Announcements nobody = Announcements.toNobody(BUENOS_AIRES);
        outlet.has(ledger(baseline(COURSE)).and(runs(run("1", Outcome.PARTIAL, NOW.minus(Duration.ofDays(9))))));

        outlet.has(session -> {
            nobody.changes(session, LOOK, moves(), List.of(due()));
            nobody.look(session, run("1", Outcome.COMPLETE, NOW), Optional.of("refused"));
            nobody.reminders(session, List.of(due()), NOW);
            nobody.digest(session, NOW.atZone(BUENOS_AIRES), 7);
            nobody.stale(session, SIX_HOURS, NOW);
        });
        List<Delivery> planned = outlet.deliveries();
        outlet.has(session -> announcing(LOUD).look(session, run("2", Outcome.COMPLETE, NOW), Optional.empty()));

        assertThat(planned).isEmpty();
        assertThat(outlet.planned()).containsExactly("baseline/2 at +0:01");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void a_look_announces_first_looks_and_refusals(String what, Given given, String refusal, List<String> planned) {
        outlet.has(given);

        outlet.has(session ->
                announcing(LOUD).look(session, ended("2"), Optional.of(refusal).filter(text -> !text.isEmpty())));

        assertThat(outlet.deliveries().stream().map(delivery -> told(delivery.notice())))
                .containsExactlyElementsOf(planned);
        assertThat(outlet.planned()).allMatch(line -> line.endsWith(" at +0:01"));
        assertThat(outlet.deliveries()).extracting(Delivery::createdAt).allMatch(NOW.plusSeconds(60)::equals);
    }

    static Stream<Arguments> looks() {
        Given course = ledger(baseline(COURSE), baseline("module:1"), baseline("module:2"));
        Given news = ledger(change(essay(), NOW, false, renamed()), change(item(COURSE), NOW, false, renamed()));
        Given announced = session -> announcing(LOUD).look(session, ended("1"), Optional.empty());
        Given many = ledger(Collections.nCopies(1203, baseline("module:1")).toArray(Change[]::new));
        Given refused = session -> Readings.note(session, run("1", Outcome.LOGIN_REFUSED, NOW));
        String three = "baseline/2: 1 courses, 3 items";
        String lost = "login/2: no";
        return Stream.of(
                arguments("an empty ledger", NOTHING, "", List.of()),
                arguments("a first look", course, "", List.of(three)),
                arguments("no first look", news, "", List.of()),
                arguments("a first look among others", news.and(course).and(news), "", List.of(three)),
                arguments("more than a page", many, "", List.of("baseline/2: 0 courses, 1203 items")),
                arguments("announced before", course.and(announced), "", List.of("baseline/1: 1 courses, 3 items")),
                arguments(
                        "a course joined later",
                        course.and(announced).and(ledger(baseline("course:3"))),
                        "",
                        List.of("baseline/1: 1 courses, 3 items", "baseline/2: 1 courses, 1 items")),
                arguments(
                        "what was no first look is gone through once",
                        news.and(announced).and(ledger(baseline("module:2"))),
                        "",
                        List.of("baseline/2: 0 courses, 1 items")),
                arguments("refused", NOTHING, "no", List.of(lost)),
                arguments("refused, as it was before", refused, "no", List.of()),
                arguments("taken again", refused, "", List.of()),
                arguments("refused after a first part", course, "no", List.of(three, lost)));
    }

    @Test
    void what_a_look_announces_waits_for_the_end_of_quiet_hours() {
        outlet.has(ledger(baseline(COURSE)));

        outlet.has(session -> announcing(quiet("11:00", "13:30")).look(session, ended("1"), Optional.of("no")));

        assertThat(outlet.planned()).containsExactly("baseline/1 at +1:30", "login/1 at +1:30");
        assertThat(outlet.deliveries()).extracting(Delivery::createdAt).containsOnly(NOW.plusSeconds(60));
    }

    /** A deadline in 25 hours, and what is planned to be told a day before it, in an hour. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("deadlines")
    void a_deadline_is_reminded_of_unless_it_became_known_later(
            String what, AlertSettings settings, List<Change> moves, List<String> planned) {
        outlet.has(ledger(moves.toArray(Change[]::new)));

        outlet.has(session -> announcing(settings).reminders(session, List.of(due()), NOW));

        assertThat(outlet.planned())
                .filteredOn(line -> line.contains("/PT24H "))
                .containsExactlyElementsOf(planned);
    }

    static Stream<Arguments> deadlines() {
        List<String> day = List.of("reminder/source/module:1/2026-03-03T16:00:00Z/PT24H at +1:00 until +22:00");
        List<String> early = List.of("reminder/source/module:1/2026-03-03T16:00:00Z/PT24H at -0:15 until +22:00");
        AlertSettings all = quiet("12:00", "11:59");
        Instant soon = NOW.plusSeconds(1800);
        return Stream.of(
                arguments("known for ever", LOUD, List.of(), day),
                arguments("known since a minute ago", LOUD, List.of(dated(NOW.minusSeconds(60), false)), day),
                arguments("known since then", LOUD, List.of(dated(NOW.plusSeconds(3600), false)), day),
                arguments("known a moment later", LOUD, List.of(dated(NOW.plusSeconds(3601), false)), List.of()),
                arguments("a first look found it later", LOUD, List.of(dated(NOW.plusSeconds(3601), true)), List.of()),
                arguments(
                        "its name changed later",
                        LOUD,
                        List.of(change(essay(), NOW.plusSeconds(3601), false, renamed())),
                        day),
                arguments(
                        "the later move counts",
                        LOUD,
                        List.of(dated(NOW.minusSeconds(60), false), dated(NOW.plusSeconds(3601), false)),
                        List.of()),
                arguments("another item moved", LOUD, List.of(other(NOW.plusSeconds(3601))), day),
                arguments("always quiet, known for ever", all, List.of(), early),
                arguments("always quiet, and moved since", all, List.of(dated(soon, false)), List.of()),
                arguments("always quiet, and found by a first look", all, List.of(dated(soon, true)), early),
                arguments(
                        "always quiet, and moved at that moment",
                        all,
                        List.of(dated(NOW.minusSeconds(900), false)),
                        early));
    }

    /** That of three days before was due two days ago, and is of use for an hour. */
    @Test
    void a_reminder_that_is_late_still_comes_unless_its_deadline_is_newer() {
        outlet.has(session -> announcing(LOUD).reminders(session, List.of(due()), NOW));
        List<String> known = outlet.planned();
        Outlet moved = new Outlet();
        moved.has(ledger(dated(NOW.minusSeconds(60), false)));

        moved.has(session -> announcing(LOUD).reminders(session, List.of(due()), NOW));

        assertThat(known).last().isEqualTo("reminder/source/module:1/2026-03-03T16:00:00Z/PT72H at -47:00 until +1:00");
        assertThat(moved.planned()).containsExactlyElementsOf(known.subList(0, 2));
    }

    @Test
    void without_deadlines_nobody_is_reminded() {
        outlet.has(session -> announcing(LOUD).reminders(session, List.of(), NOW));

        assertThat(outlet.deliveries()).isEmpty();
    }

    @Test
    void deadlines_are_thought_of_a_day_before_the_first_reminder() {
        assertThat(announcing(LOUD).reminderHorizon()).isEqualTo(Duration.ofDays(4));
    }

    /** It is noon where the student lives. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "one in the morning, 7, 00:00-00:00, digest/2026-03-02 at +0:00 until +12:00",
        "this very hour, 12, 00:00-00:00, digest/2026-03-02 at +0:00 until +12:00",
        "an hour later, 13, 00:00-00:00, ''",
        "after quiet hours, 12, 11:00-13:00, digest/2026-03-02 at +1:00 until +12:00",
        "quiet until a minute before midnight, 12, 11:00-23:59, digest/2026-03-02 at +11:59 until +12:00",
        "quiet until midnight, 12, 11:00-00:00, digest/2026-03-02 at +12:00 until +24:00",
        "quiet until the morning, 7, 11:00-06:00, digest/2026-03-02 at +18:00 until +19:00",
    })
    void a_digest_is_planned_from_its_hour_on_until_the_next_one_is(
            String what, int hour, String quiet, String planned) {
        AlertSettings settings = LOUD.quiet(QuietHours.parse(quiet, BUENOS_AIRES));
        ZonedDateTime noon = NOW.atZone(BUENOS_AIRES);

        outlet.has(session -> announcing(settings).digest(session, noon, hour));
        outlet.has(session -> announcing(settings).digest(session, noon, hour));

        assertThat(String.join(", ", outlet.planned())).isEqualTo(planned);
        assertThat(outlet.deliveries())
                .allSatisfy(delivery -> assertThat(delivery.notice())
                        .isEqualTo(new Notice.Digest(
                                noon.toLocalDate(),
                                noon.minusDays(1).with(LocalTime.of(hour, 0)).toInstant())));
    }

    private static String told(Notice notice) {
        if (notice instanceof Notice.Baseline first) {
            return "%s: %d courses, %d items".formatted(first.key(), first.courses(), first.items());
        }
        return notice instanceof Notice.CredentialsLost lost ? lost.key() + ": " + lost.reason() : notice.key();
    }

    private static Announcements announcing(AlertSettings settings) {
        return announcing(new Audience(List.of(new RecordingNotifier("chat", "ana"))), settings);
    }

    private static Announcements announcing(Audience audience, AlertSettings settings) {
        return new Announcements(audience, settings, BUENOS_AIRES);
    }

    private static AlertSettings quiet(String from, String to) {
        return LOUD.quiet(new QuietHours(LocalTime.parse(from), LocalTime.parse(to), BUENOS_AIRES));
    }

    private static Run ended(String name) {
        return run(name, Outcome.COMPLETE, NOW);
    }

    private static Item due() {
        return Outlet.due(NOW.plus(Duration.ofHours(25)));
    }

    private static List<Change> moves() {
        return List.of(dated(NOW, false).numbered(7));
    }

    private static Change baseline(String key) {
        return change(item(key), NOW, true, renamed());
    }

    private static Change dated(Instant seenAt, boolean baseline) {
        return change(essay(), seenAt, baseline, moved(NOW.plus(Duration.ofHours(25))));
    }

    private static Change other(Instant seenAt) {
        return change(item("module:2"), seenAt, false, moved(NOW));
    }
}
