package dev.unitracker.internal.tell;

import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Field;
import dev.unitracker.model.FieldChange;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.StoredItem;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Delivery.Address;
import dev.unitracker.notice.Delivery.Timing;
import dev.unitracker.notice.Notice;
import dev.unitracker.run.PartOutcome;
import dev.unitracker.run.Run;
import dev.unitracker.run.Run.Outcome;
import dev.unitracker.spi.RunAnswers;
import dev.unitracker.spi.StoreSession;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The account {@code me} with what the tables of these tests are given: items, changes, runs and deliveries. */
final class Outlet {

    static final String ME = "me";
    static final ZoneId BUENOS_AIRES = ZoneId.of("America/Argentina/Buenos_Aires");

    /** Monday noon in Buenos Aires. */
    static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

    static final String COURSE = "course:2";
    static final Address ANA = new Address("chat", "ana");

    /** What is done to an account before something is asked of it. */
    @FunctionalInterface
    interface Given {
        void in(StoreSession session);

        default Given and(Given more) {
            return session -> {
                in(session);
                more.in(session);
            };
        }
    }

    final InMemoryStore store = new InMemoryStore();

    void has(Given given) {
        store.inTransaction(ME, session -> {
            given.in(session);
            return true;
        });
    }

    /** Returns all deliveries, ordered by key. */
    List<Delivery> deliveries() {
        return store.reading(ME, session -> session.outbox().latest(null, Integer.MAX_VALUE)).stream()
                .sorted(Comparator.comparing(Delivery::key))
                .toList();
    }

    /** Returns what is planned, ordered by key, a line each: {@code baseline/1 at +0:30 until +6:00}, in hours from now. */
    List<String> planned() {
        return deliveries().stream()
                .map(delivery -> delivery.notice().key() + " at " + fromNow(delivery.notBefore())
                        + (delivery.expiresAt() == null ? "" : " until " + fromNow(delivery.expiresAt())))
                .toList();
    }

    private static String fromNow(Instant moment) {
        long minutes = Duration.between(NOW, moment).toMinutes();
        return "%s%d:%02d".formatted(minutes < 0 ? "-" : "+", Math.abs(minutes / 60), Math.abs(minutes % 60));
    }

    /** Returns what became of each delivery, ordered by key: {@code change/1#0 FAILED why}. */
    List<String> outcomes() {
        return deliveries().stream()
                .map(one -> (one.notice().key() + "#" + one.repeat() + " " + one.state() + " " + one.detail()).strip())
                .toList();
    }

    /** Returns a moment so many minutes from now. */
    static Instant minutes(long fromNow) {
        return NOW.plus(Duration.ofMinutes(fromNow));
    }

    static ItemId id(String key) {
        return new ItemId(ME, "source", key);
    }

    static Item item(String key) {
        ItemType type = key.startsWith("course:") ? ItemType.COURSE : ItemType.ASSIGNMENT;
        return Item.of(
                id(key),
                Map.of(
                        Field.STATUS.key(),
                        ItemStatus.ACTIVE.key(),
                        Field.TYPE.key(),
                        type.name(),
                        Field.TITLE.key(),
                        "Activity " + key));
    }

    /** The assignment that most is told of. */
    static Item essay() {
        return item("module:1").with(Field.COURSE, COURSE);
    }

    static Item due(Instant due) {
        return essay().with(Field.DUE_AT, due.toString());
    }

    static Given items(Item... items) {
        return session -> {
            for (Item item : items) {
                session.items().save(List.of(new StoredItem(item, false, NOW, NOW, 1, "key")));
            }
        };
    }

    static Change change(Item item, Instant seenAt, boolean baseline, FieldChange... fields) {
        return new Change(
                0,
                item.id(),
                ChangeKind.DEADLINE_CHANGED,
                Change.About.of(item),
                List.of(fields),
                "key",
                seenAt,
                baseline,
                List.of());
    }

    static FieldChange moved(Instant to) {
        return new FieldChange(Field.DUE_AT.key(), null, to.toString());
    }

    static FieldChange renamed() {
        return new FieldChange(Field.TITLE.key(), null, "Essay");
    }

    static Given ledger(Change... changes) {
        return session -> session.ledger().append("1", List.of(changes));
    }

    static Given runs(Run... runs) {
        return session -> {
            for (Run run : runs) {
                session.runs().add(RunAnswers.none(run));
            }
        };
    }

    static Run run(String name, Outcome outcome, Instant startedAt) {
        List<PartOutcome> parts = outcome == Outcome.COMPLETE ? List.of(PartOutcome.complete("forums")) : List.of();
        return new Run(name, true, false, startedAt, startedAt.plusSeconds(60), outcome, parts, 1, 0);
    }

    static Given told(Delivery... deliveries) {
        return session -> session.outbox().add(List.of(deliveries));
    }

    static Delivery delivery(Notice notice) {
        return delivery(notice, ANA, null);
    }

    static Delivery delivery(Notice notice, Address to, @Nullable Instant expiresAt) {
        return Delivery.of(notice, to, new Timing(NOW.minus(Duration.ofHours(1)), NOW, expiresAt));
    }
}
