package dev.unitracker.store.jdbc;

import static dev.unitracker.testkit.Example.ACCOUNT;
import static dev.unitracker.testkit.Example.NOON;
import static dev.unitracker.testkit.Example.SOURCE;
import static dev.unitracker.testkit.Example.evidence;
import static dev.unitracker.testkit.Example.scope;

import dev.unitracker.brief.ModelJob;
import dev.unitracker.dates.Fact;
import dev.unitracker.dates.FactType;
import dev.unitracker.model.FactFields;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.StoredItem;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Delivery.Address;
import dev.unitracker.notice.Delivery.Timing;
import dev.unitracker.notice.Notice;
import dev.unitracker.notice.Notice.ChangeAlert;
import dev.unitracker.notice.Severity;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Sighting;
import dev.unitracker.testkit.Example;
import java.sql.DatabaseMetaData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A database with so many students that whoever reads all of them to find one is noticed. */
final class ManyStudents {

    private static final int ITEMS = 300;
    private static final int COURSES = 10;
    private static final int SCOPES = 30;
    private static final int DELIVERIES = 600;
    private static final List<String> TABLES = List.of(
            "tracker_account",
            "tracker_item",
            "tracker_fact",
            "tracker_search",
            "tracker_scope",
            "tracker_sighting",
            "tracker_ledger",
            "tracker_run",
            "tracker_note",
            "tracker_outbox",
            "tracker_brief",
            "tracker_model_job");

    private ManyStudents() {}

    /** Fills empty tables: one student by the store itself, the others as copies of that one. */
    static void fill(JdbcStore store, Jdbi jdbi, int copies) {
        store.inTransaction(ACCOUNT, session -> {
            List<Item> items = new ArrayList<>();
            for (int number = 0; number < ITEMS; number++) {
                items.add(item(number));
            }
            session.items()
                    .save(items.stream()
                            .map(item -> numbered(item, items.indexOf(item) + 1))
                            .toList());
            session.sightings()
                    .save(SOURCE, items.stream().map(ManyStudents::seen).toList());
            for (Item item : items) {
                session.briefs().save(Example.brief(item));
                session.modelJobs().add(ModelJob.begin(item.id(), "model", NOON));
            }
            for (int number = 0; number < COURSES; number++) {
                session.notes().put(NoteOwner.CORE, "note " + number, "text");
            }
            session.sightings()
                    .settle(IntStream.range(0, SCOPES)
                            .mapToObj(number -> scope("discussions/" + number))
                            .toList());
            session.ledger()
                    .append(
                            "run",
                            items.stream().map(item -> Example.change(item)).toList());
            session.outbox()
                    .add(IntStream.range(0, DELIVERIES)
                            .mapToObj(ManyStudents::delivery)
                            .toList());
            for (int number = 0; number < 30; number++) {
                session.runs().add(Example.run("run-" + number));
            }
            return ACCOUNT;
        });
        jdbi.useHandle(handle -> {
            TABLES.forEach(table -> copy(handle, table, copies));
            // Accounts have few rows beside the others, so that only very many of them are worth an index.
            handle.execute("insert into tracker_account (account, revision, last_number)"
                    + " select concat('other ', n), 1, 0 from " + numbers(handle, 20_000));
            handle.execute("analyze");
        });
    }

    private static Item item(int number) {
        Item item = Example.item(
                        Example.id("module:" + number), number % 40 == 0 ? ItemType.COURSE : ItemType.ASSIGNMENT)
                .with(Field.COURSE, number % COURSES == 0 ? null : "course:" + number % COURSES)
                .with(Field.DUE_AT, NOON.plusSeconds(number * 3600L).toString())
                .with(Field.REVIEW_STATUS, number % 50 == 7 ? "watch" : null);
        Map<String, String> fields = new TreeMap<>(item.fields());
        fields.putAll(FactFields.encode(List.of(
                new Fact(FactType.EXAM_AT, "", NOON.plusSeconds(number * 3600L).toString(), 0.9, "a", "words", null),
                new Fact(FactType.CLASSROOM, "", "Aula Magna", 0.9, "a", "words", null))));
        return Item.of(item.id(), fields);
    }

    private static StoredItem numbered(Item item, long number) {
        Instant updated = NOON.plusSeconds(Math.floorMod(item.hashCode(), 1000));
        return new StoredItem(
                item,
                number,
                false,
                NOON,
                updated,
                number,
                "key of " + item.id().key());
    }

    /** As a rule what was planned is sent. */
    static Delivery delivery(int number) {
        Notice notice = new ChangeAlert(1 + number % ITEMS, Example.id("module:" + number % ITEMS), Severity.HIGH);
        Instant planned = NOON.plusSeconds(number * 600L);
        Delivery delivery =
                Delivery.of(notice, new Address("channel", "" + number / ITEMS), new Timing(planned, planned, null));
        return number % 50 == 7 ? delivery : delivery.ended(Delivery.State.SENT, "", planned);
    }

    private static Remembered seen(Item item) {
        Sighting sighting = Sighting.of(item.id().key(), item.type())
                .course(item.course().orElse(null))
                .title(item.title())
                .build();
        return new Remembered(scope("calendar"), sighting, 0, evidence());
    }

    private static void copy(Handle handle, String table, int copies) {
        List<String> columns = handle.createQuery("""
                        select column_name
                        from information_schema.columns
                        where table_name in (:table, :upper)
                        order by ordinal_position""")
                .bind("table", table)
                .bind("upper", table.toUpperCase(Locale.ROOT))
                .mapTo(String.class)
                .list();
        String others = String.join(", ", columns.subList(1, columns.size()));
        handle.execute("insert into " + table + " (account, " + others + ") select concat('student ', n), " + others
                + " from " + table + " cross join " + numbers(handle, copies) + " where account = '" + ACCOUNT + "'");
    }

    private static String numbers(Handle handle, int last) {
        String product = handle.queryMetadata(DatabaseMetaData::getDatabaseProductName);
        return product.equals("H2")
                ? "(select x as n from system_range(1, " + last + ")) numbers"
                : "generate_series(1, " + last + ") numbers (n)";
    }
}
