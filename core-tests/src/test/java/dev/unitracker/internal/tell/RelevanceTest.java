package dev.unitracker.internal.tell;

import static dev.unitracker.internal.tell.Outlet.ANA;
import static dev.unitracker.internal.tell.Outlet.COURSE;
import static dev.unitracker.internal.tell.Outlet.NOW;
import static dev.unitracker.internal.tell.Outlet.change;
import static dev.unitracker.internal.tell.Outlet.delivery;
import static dev.unitracker.internal.tell.Outlet.due;
import static dev.unitracker.internal.tell.Outlet.essay;
import static dev.unitracker.internal.tell.Outlet.id;
import static dev.unitracker.internal.tell.Outlet.item;
import static dev.unitracker.internal.tell.Outlet.items;
import static dev.unitracker.internal.tell.Outlet.ledger;
import static dev.unitracker.internal.tell.Outlet.renamed;
import static dev.unitracker.internal.tell.Outlet.run;
import static dev.unitracker.internal.tell.Outlet.runs;
import static dev.unitracker.internal.tell.Outlet.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.unitracker.internal.history.Readings;
import dev.unitracker.internal.tell.Outlet.Given;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Completion;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Delivery.Timing;
import dev.unitracker.notice.Notice;
import dev.unitracker.notice.Notice.Baseline;
import dev.unitracker.notice.Notice.ChangeAlert;
import dev.unitracker.notice.Notice.CredentialsLost;
import dev.unitracker.notice.Notice.Digest;
import dev.unitracker.notice.Notice.Reminder;
import dev.unitracker.notice.Notice.Silence;
import dev.unitracker.notice.Notice.Storm;
import dev.unitracker.notice.Severity;
import dev.unitracker.run.Run.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is worth nothing any more when it could be told, and why. */
class RelevanceTest {

    private static final Instant DUE = NOW.plus(Duration.ofDays(3));
    private static final Given NOTHING = session -> {};
    private static final Item DONE = essay().with(Field.COMPLETION, Completion.COMPLETED.key());
    private static final Item GONE = essay().with(Field.STATUS, ItemStatus.REMOVED.key());
    private static final Item HIDDEN = essay().with(Field.STATUS, ItemStatus.HIDDEN.key());
    private static final Item FOLDER = item("module:13").with(Field.STATUS, ItemStatus.HIDDEN.key());
    private static final Item COURSE_ITEM = item(COURSE);
    private static final Item LEFT = COURSE_ITEM.with(Field.STATUS, ItemStatus.REMOVED.key());

    private final Outlet outlet = new Outlet();

    @ParameterizedTest(name = "{0}")
    @MethodSource({"ofAny", "ofAlerts", "ofRepeats", "ofStorms", "ofReminders", "ofOperations"})
    void a_delivery_is_worth_telling_or_it_is_said_why_not(String what, Delivery delivery, Given given, String why) {
        outlet.has(given);

        String lost = outlet.store.reading(
                Outlet.ME,
                session ->
                        new Relevance().lost(delivery, new Known(session), NOW).orElse(""));

        assertThat(lost).isEqualTo(why);
    }

    static Stream<Arguments> ofAny() {
        Notice digest = new Digest(LocalDate.of(2026, 3, 2), NOW);
        Delivery late = delivery(digest, ANA, NOW);
        return Stream.of(
                arguments("a digest", delivery(digest), NOTHING, ""),
                arguments("it expires in a second", delivery(digest, ANA, NOW.plusSeconds(1)), NOTHING, ""),
                arguments("it expires now", late, NOTHING, "too late"),
                arguments("it expired before", delivery(digest, ANA, NOW.minusSeconds(1)), NOTHING, "too late"),
                arguments("known", sent(digest).acknowledged(NOW), NOTHING, "acknowledged"),
                arguments("known, and late", late.acknowledged(NOW), NOTHING, "too late"));
    }

    static Stream<Arguments> ofAlerts() {
        Delivery alert = delivery(alert(1, Severity.MEDIUM));
        Delivery news = delivery(alert(1, Severity.INFORMATION));
        String over = "no longer there";
        Item part = essay().with(Field.WITHIN, FOLDER.id().key());
        return Stream.of(
                arguments("nobody knows the item", alert, NOTHING, "the item is not there"),
                arguments("nobody knows what is only news of", news, NOTHING, "the item is not there"),
                arguments("it is there", alert, items(essay()), ""),
                arguments("it is done", alert, items(DONE), "completed"),
                arguments("it is done and gone", alert, items(done(GONE)), "completed"),
                arguments("it is gone", alert, items(GONE), over),
                arguments("it is out of sight", alert, items(HIDDEN), over),
                arguments("what it lies in is out of sight", alert, items(part, FOLDER), over),
                arguments("its course is there", alert, items(essay(), COURSE_ITEM), ""),
                arguments("its course is left", alert, items(essay(), LEFT), over),
                arguments("another course is left", alert, items(item("module:1"), LEFT), ""),
                arguments("news of what is done", news, items(DONE), ""),
                arguments("news that it is gone", news, items(GONE), ""),
                arguments("news of a course that is left", news, items(essay(), LEFT), ""));
    }

    static Stream<Arguments> ofRepeats() {
        Delivery repeat = sent(alert(3, Severity.MEDIUM)).again(new Timing(NOW, NOW, null));
        Given there = items(essay());
        String why = "the item changed again since";
        return Stream.of(
                arguments("nothing came after it", repeat, there.and(told(repeat)), ""),
                arguments("as much came after it", repeat, there.and(toldOf(4, Severity.MEDIUM)), why),
                arguments("more came after it", repeat, there.and(toldOf(4, Severity.HIGH)), why),
                arguments("less came after it", repeat, there.and(toldOf(4, Severity.INFORMATION)), ""),
                arguments("more came before it", repeat, there.and(toldOf(2, Severity.HIGH)), ""),
                arguments("the same was told", repeat, there.and(toldOf(3, Severity.MEDIUM)), ""),
                arguments(
                        "of another item",
                        repeat,
                        there.and(told(delivery(new ChangeAlert(4, id("module:4"), Severity.HIGH)))),
                        ""),
                arguments("a reminder came after it", repeat, there.and(told(delivery(reminder(Severity.HIGH)))), ""),
                arguments("told once", delivery(alert(3, Severity.MEDIUM)), there.and(toldOf(4, Severity.HIGH)), ""),
                arguments("done since", repeat, items(DONE).and(toldOf(4, Severity.HIGH)), "completed"));
    }

    static Stream<Arguments> ofStorms() {
        Given two = ledger(change(essay(), NOW, false, renamed()), change(item("module:2"), NOW, false, renamed()));
        Delivery storm = delivery(storm(Severity.HIGH));
        Item doneToo = done(item("module:2"));
        String over = "completed, or no longer there";
        return Stream.of(
                arguments("both are open", storm, two.and(items(essay(), item("module:2"))), ""),
                arguments("one is open", storm, two.and(items(DONE, item("module:2"))), ""),
                arguments("the other is open", storm, two.and(items(essay(), doneToo)), ""),
                arguments("one is not known", storm, two.and(items(DONE)), ""),
                arguments("one is done and one gone", storm, two.and(items(GONE, doneToo)), over),
                arguments("only news", delivery(storm(Severity.INFORMATION)), two.and(items(GONE, doneToo)), ""),
                arguments("the ledger has none of it", storm, items(essay()), over));
    }

    static Stream<Arguments> ofReminders() {
        Delivery reminder = delivery(reminder(Severity.HIGH));
        String moved = "the deadline moved";
        return Stream.of(
                arguments("it is still due then", reminder, items(due(DUE)), ""),
                arguments("it is due a second later", reminder, items(due(DUE.plusSeconds(1))), moved),
                arguments("it is due no longer", reminder, items(essay()), moved),
                arguments("it is not there", reminder, NOTHING, "the item is not there"),
                arguments(
                        "it is out of sight",
                        reminder,
                        items(due(DUE).with(Field.STATUS, ItemStatus.HIDDEN.key())),
                        "no longer there"),
                arguments("it is done", reminder, items(done(due(DUE))), "completed"),
                arguments("it is done, and moved", reminder, items(DONE), "completed"));
    }

    static Stream<Arguments> ofOperations() {
        Delivery silence = delivery(new Silence("5", Duration.ofHours(6)));
        Delivery lost = delivery(new CredentialsLost("5", "invalid token"));
        String read = "the site was read again";
        return Stream.of(
                arguments("a first look", delivery(new Baseline("1", 1, 2)), NOTHING, ""),
                arguments("never read", silence, NOTHING, ""),
                arguments("not read since", silence, runs(run("5", Outcome.COMPLETE, NOW)), ""),
                arguments("read before", silence, runs(run("4", Outcome.COMPLETE, NOW)), ""),
                arguments("read again", silence, runs(run("6", Outcome.COMPLETE, NOW)), read),
                arguments("looked in vain", silence, runs(run("6", Outcome.PARTIAL, NOW)), ""),
                arguments("not refused any more", lost, NOTHING, "the login was taken again"),
                arguments("still refused", lost, noted(Outcome.LOGIN_REFUSED), ""),
                arguments(
                        "refused, then taken",
                        lost,
                        noted(Outcome.LOGIN_REFUSED).and(noted(Outcome.COMPLETE)),
                        "the login was taken again"));
    }

    private static Given noted(Outcome outcome) {
        return session -> Readings.note(session, run("6", outcome, NOW));
    }

    private static Item done(Item item) {
        return item.with(Field.COMPLETION, Completion.COMPLETED.key());
    }

    private static Notice alert(long change, Severity severity) {
        return new ChangeAlert(change, id("module:1"), severity);
    }

    private static Notice reminder(Severity severity) {
        return new Reminder(id("module:1"), DUE, Duration.ofDays(3), severity);
    }

    private static Notice storm(Severity severity) {
        return new Storm("1", COURSE, ChangeKind.DEADLINE_CHANGED, List.of(1L, 2L), severity);
    }

    private static Given toldOf(long change, Severity severity) {
        return told(delivery(alert(change, severity)));
    }

    private static Delivery sent(Notice notice) {
        return delivery(notice).ended(Delivery.State.SENT, "", NOW);
    }
}
