package dev.unitracker.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Shows that no statement reads more of a table than it has to, among the rows of many students. */
class IndexTest {

    private static final TestDatabase H2 = TestDatabase.Kind.H2.create();
    private static final TestDatabase POSTGRESQL = TestDatabase.Kind.POSTGRESQL.create();

    @BeforeAll
    static void fill() {
        fill(H2, 20);
        fill(POSTGRESQL, 100);
    }

    @AfterAll
    static void close() {
        H2.close();
        POSTGRESQL.close();
    }

    static List<Statements.Named> statements() {
        return Statements.thatLookForRows();
    }

    static List<Statements.Named> readers() {
        return statements().stream()
                .filter(statement -> statement.begins("select") || statement.begins("insert"))
                .toList();
    }

    /** PostgreSQL asks for the types of an insertion's values, and the driver says them only together with values. */
    static List<Statements.Named> keptOnes() {
        return statements().stream()
                .filter(statement -> !statement.begins("insert"))
                .toList();
    }

    static List<Arguments> indexes() {
        return List.of(
                Arguments.of(JdbcItems.OF_COURSE, "tracker_item_course"),
                Arguments.of(JdbcItems.PAGE, "tracker_item_number"),
                Arguments.of(JdbcItems.PAGE_OF_COURSE, "tracker_item_course"),
                Arguments.of(JdbcItems.OF_NO_COURSE, "tracker_item_course"),
                Arguments.of(JdbcItems.OF_TYPE, "tracker_item_type"),
                Arguments.of(JdbcItems.UPDATED_SINCE, "tracker_item_updated"),
                Arguments.of(JdbcItems.DUE_BETWEEN, "tracker_item_due"),
                Arguments.of(JdbcItems.EXAMS_BETWEEN, "tracker_fact_at"),
                Arguments.of(JdbcItems.OF_REVIEW, "tracker_item_review"),
                Arguments.of(JdbcSearch.WITH_WORD, "tracker_search_pkey"),
                Arguments.of(JdbcSightings.OF_COURSE, "tracker_sighting_course"),
                Arguments.of(JdbcSightings.OF_NO_COURSE, "tracker_sighting_course"),
                Arguments.of(JdbcOutbox.NEXT, "tracker_outbox_next"),
                Arguments.of(JdbcOutbox.OF_ITEM, "tracker_outbox_item"),
                Arguments.of(JdbcOutbox.TELLING, "tracker_outbox_change"),
                Arguments.of(JdbcOutbox.LATEST, "tracker_outbox_created"),
                Arguments.of(JdbcBriefs.FIND, "tracker_brief_pkey"),
                Arguments.of(JdbcModelJobs.OF_ITEM, "tracker_model_job_item"),
                Arguments.of(JdbcLedger.AFTER, "tracker_ledger_pkey"),
                Arguments.of(JdbcLedger.OF_ITEMS, "tracker_ledger_item"));
    }

    static List<String> pages() {
        return List.of(
                JdbcLedger.AFTER,
                JdbcItems.UPDATED_SINCE,
                JdbcItems.PAGE,
                JdbcItems.PAGE_OF_COURSE,
                JdbcSearch.WITH_WORD,
                JdbcRuns.LATEST,
                JdbcRuns.AFTER,
                JdbcRuns.LATEST_FULL,
                JdbcOutbox.LATEST,
                JdbcOutbox.NEXT,
                JdbcModelJobs.OF_ITEM);
    }

    @Test
    void no_part_of_the_store_is_left_out() {
        assertThat(statements())
                .extracting(Statements.Named::name)
                .contains(
                        "AccountRow.SELECT",
                        "AccountTransaction.TAKE",
                        "JdbcItems.EXAMS_BETWEEN",
                        "JdbcBriefs.FIND",
                        "JdbcFacts.DELETE",
                        "JdbcItems.FIND",
                        "JdbcLeases.UPDATE",
                        "JdbcLedger.AFTER",
                        "JdbcNotes.GET",
                        "JdbcOutbox.NEXT",
                        "JdbcRuns.INSERT",
                        "JdbcScopes.ALL",
                        "JdbcSearch.WITH_WORD",
                        "JdbcSightings.IN_SCOPES");
    }

    @ParameterizedTest
    @MethodSource("statements")
    void h2_finds_rows_by_an_index(Statements.Named statement) {
        String plan = new Plans(H2).usual(statement.text()).toLowerCase(Locale.ROOT);

        assertThat(plan).doesNotContain("tablescan").containsPattern("public\\.\\w+: [^*]*account =");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void h2_reads_no_more_rows_than_a_page_has(String statement) {
        assertThat(new Plans(H2).usual(statement)).contains("index sorted");
    }

    @ParameterizedTest
    @MethodSource("readers")
    void postgresql_finds_rows_by_an_index(Statements.Named statement) {
        assertReadsByIndex(new Plans(POSTGRESQL).usual(statement.text()));
    }

    @ParameterizedTest
    @MethodSource("keptOnes")
    void postgresql_finds_rows_by_an_index_whatever_the_values(Statements.Named statement) {
        assertReadsByIndex(new Plans(POSTGRESQL).kept(statement.text()));
    }

    @ParameterizedTest
    @MethodSource("indexes")
    void what_is_asked_for_often_has_an_index_of_its_own(String statement, String index) {
        assertThat(new Plans(POSTGRESQL).usual(statement)).contains(index);
        assertThat(new Plans(POSTGRESQL).kept(statement)).contains(index);
    }

    private static void assertReadsByIndex(String plan) {
        assertThat(plan)
                .doesNotContain("Seq Scan")
                .containsPattern("Index Cond: \\(+(\\w+\\.)?account\\)?(::text)? = ");
    }

    private static void fill(TestDatabase database, int copies) {
        try (JdbcStore store = JdbcStore.on(database.pool()).build()) {
            ManyStudents.fill(store, Jdbi.create(database.pool()), copies);
        }
    }
}
