package dev.unitracker.store.jdbc;

import static dev.unitracker.testkit.Example.ACCOUNT;
import static dev.unitracker.testkit.Example.NOON;
import static dev.unitracker.testkit.Example.assignment;
import static dev.unitracker.testkit.Example.change;
import static dev.unitracker.testkit.Example.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.error.StoreException;
import dev.unitracker.model.Availability;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Evidence;
import dev.unitracker.model.FieldChange;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Delivery.Address;
import dev.unitracker.notice.Delivery.Timing;
import dev.unitracker.notice.Notice.ChangeAlert;
import dev.unitracker.notice.Severity;
import dev.unitracker.run.Missed;
import dev.unitracker.run.PartOutcome;
import dev.unitracker.run.Run;
import dev.unitracker.spi.RunAnswers;
import dev.unitracker.testkit.Example;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that another program wrote, or a later version of this one. */
class ForeignRowTest {

    private static final String PRIVATE = "what only the student may read";

    static Stream<Arguments> rubbish() {
        return Stream.of(
                        rubbish(
                                "tracker_ledger",
                                "fields",
                                "%s",
                                "",
                                "{}",
                                "null",
                                "[",
                                "[1]",
                                "[[]]",
                                "[{}]",
                                "[{\"field\": \"title\", \"before\": \"%s\", \"after\": \"%s\"}]",
                                "[{\"field\": \"title\", \"after\": \"%s",
                                "[{\"before\": \"%s\"}]"),
                        rubbish(
                                "tracker_ledger",
                                "evidence",
                                "%s",
                                "[{\"collector\": \"%s\"}]",
                                "[{\"request\": \"%s\", \"artifact\": \"%s\"}]"),
                        rubbish("tracker_item", "fields", "%s", "[]", "{\"title\": [\"%s\"]}"))
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> rubbish(String table, String column, String... texts) {
        return Stream.of(TestDatabase.Kind.values())
                .flatMap(kind -> Stream.of(texts).map(text -> Arguments.of(kind, table, column, text)));
    }

    @ParameterizedTest
    @MethodSource("rubbish")
    void a_row_that_makes_no_sense_is_told_without_being_quoted(
            TestDatabase.Kind kind, String table, String column, String text) {
        try (TestDatabase database = kind.create()) {
            JdbcStore store = storeWithOneEntry(database);
            database.run(List.of("update " + table + " set " + column + " = '" + text.replace("%s", PRIVATE) + "'"));

            assertThatThrownBy(() -> everything(store))
                    .isInstanceOf(StoreException.class)
                    .hasMessageMatching("could not read (the ledger|items) of the account ana: a stored text is not the"
                            + " JSON that was written; was the database changed by another program\\?")
                    .hasNoCause();
        }
    }

    static Stream<Arguments> otherNotices() {
        return Stream.of(TestDatabase.Kind.values())
                .flatMap(kind -> Stream.of(
                                "changes = '[]'",
                                "changes = '[null]'",
                                "item_key = null",
                                "kind = 'rubbish'",
                                "severity = 'rubbish'",
                                "state = 'rubbish'",
                                "kind = 'reminder', item_key = null, details = '[\"PT1H\"]'",
                                "kind = 'reminder', details = '[\"PT1H\"]'",
                                "kind = 'reminder', due = created_at, details = '[]'",
                                "kind = 'reminder', due = created_at, details = '[\"rubbish\"]'",
                                "kind = 'storm', details = '[\"run\"]'",
                                "kind = 'storm', details = '[\"run\", \"\", \"rubbish\"]'",
                                "kind = 'storm', changes = '[]', details = '[\"rubbish\", \"\", \"new\"]'",
                                "kind = 'digest', details = '[\"2026-03-02\", \"rubbish\"]'",
                                "kind = 'baseline', details = '[\"run\", \"rubbish\", \"1\"]'",
                                "kind = 'silence', details = '[null, \"PT1H\"]'",
                                "kind = 'credentials_lost', details = '[]'")
                        .map(set -> Arguments.of(kind, set)));
    }

    @ParameterizedTest
    @MethodSource("otherNotices")
    void a_notice_that_makes_no_sense_is_told_without_being_quoted(TestDatabase.Kind kind, String set) {
        try (TestDatabase database = kind.create()) {
            JdbcStore store = JdbcStore.on(database.pool()).build();
            ChangeAlert alert = new ChangeAlert(1, Example.id("module:1"), Severity.HIGH);
            Delivery delivery = Delivery.of(alert, new Address("mail", "ana"), new Timing(NOON, NOON, null));
            store.inTransaction(ACCOUNT, session -> {
                session.outbox().add(List.of(delivery));
                return true;
            });
            database.run(List.of("update tracker_outbox set " + set));

            assertThatThrownBy(() -> store.inTransaction(
                            ACCOUNT, session -> session.outbox().latest(null, 10)))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("could not read the outbox of the account ana: a stored notice is not one that was"
                            + " written; was the database changed by another program?")
                    .hasNoCause();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_a_later_version_adds_to_an_entry_is_passed_over(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.create()) {
            JdbcStore store = storeWithOneEntry(database);
            database.run(
                    List.of(
                            "update tracker_ledger set fields = '[{\"why\": {\"field\": [\"x\"]}, \"field\": \"title\","
                                    + " \"after\": \"B\", \"before\": null, \"then\": [[1]]}, {\"field\": \"body_text\","
                                    + " \"before\": \"\\u00e1 \\\" \\\\\"}]'",
                            "update tracker_ledger set evidence = '[{\"request\": \"r\", \"size\": 3, \"collector\": \"c\"}]'"));

            Change entry = everything(store).get(0);

            assertThat(entry.fields())
                    .containsExactly(
                            new FieldChange("title", null, "B"), new FieldChange("body_text", "á \" \\", null));
            assertThat(entry.evidence()).containsExactly(new Evidence("c", "r", null));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_word_of_a_later_version_stops_no_reading(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.create()) {
            JdbcStore store = storeWithOneEntry(database);
            store.inTransaction(ACCOUNT, session -> {
                session.runs().add(RunAnswers.of(run("run-1"), Map.of()));
                return true;
            });
            database.run(
                    List.of(
                            "update tracker_item set status = 'archived', fields = '{\"status\": \"archived\", \"item_type\": \"quiz\","
                                    + " \"submission_state\": \"returned\", \"availability\": \"queued\"}'",
                            "update tracker_ledger set kind = 'postponed'",
                            "update tracker_run set outcome = 'paused', parts = '[{\"part\": \"board\", \"level\": \"PARTIAL\","
                                    + " \"missed\": [{\"code\": \"ON_STRIKE\", \"what\": \"\", \"detail\": \"on strike\"}]}]'"));

            store.inTransaction(ACCOUNT, session -> {
                Item item = session.items().find(ItemQuery.all()).get(0).item();
                assertThat(item.status()).isEqualTo(ItemStatus.ACTIVE);
                assertThat(item.submission()).isEmpty();
                assertThat(item.availability()).isEqualTo(Availability.restricted("queued"));
                assertThat(session.items().places().get(0).status()).isEqualTo(ItemStatus.ACTIVE);
                assertThat(session.ledger().after(0, 10))
                        .extracting(Change::kind)
                        .containsExactly(ChangeKind.CONTENT_CHANGED);
                Run run = session.runs().latest(1).get(0);
                assertThat(run.outcome()).isEqualTo(Run.Outcome.PARTIAL);
                assertThat(run.parts().get(0).missed()).containsExactly(Missed.of(Missed.Code.OTHER, "on strike"));
                return true;
            });
        }
    }

    private static Run run(String name) {
        return new Run(
                name, true, false, NOON, NOON, Run.Outcome.COMPLETE, List.of(PartOutcome.complete("board")), 0, 0);
    }

    private static JdbcStore storeWithOneEntry(TestDatabase database) {
        JdbcStore store = JdbcStore.on(database.pool()).build();
        return store.inTransaction(ACCOUNT, session -> {
            session.items().save(List.of(stored(assignment("module:1"))));
            session.ledger().append("run-1", List.of(change(assignment("module:1"))));
            return store;
        });
    }

    private static List<Change> everything(JdbcStore store) {
        return store.inTransaction(ACCOUNT, session -> {
            session.items().find(ItemQuery.all());
            return session.ledger().after(0, 10);
        });
    }
}
