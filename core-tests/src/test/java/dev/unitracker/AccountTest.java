package dev.unitracker;

import static dev.unitracker.Classroom.ASSIGNMENTS;
import static dev.unitracker.Classroom.CONTENTS;
import static dev.unitracker.Classroom.COURSE;
import static dev.unitracker.Classroom.module;
import static dev.unitracker.Classroom.modules;
import static dev.unitracker.Classroom.notLooked;
import static dev.unitracker.Classroom.part;
import static dev.unitracker.Classroom.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.model.Change;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.StoredItem;
import dev.unitracker.run.Missed;
import dev.unitracker.run.Part;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of an account. */
class AccountTest {

    private final Classroom classroom = new Classroom();
    private final Account account = classroom.tracker.account();

    @Test
    void items_are_paged_newest_first_until_there_are_no_more() {
        look(modules(1, 3));
        look(modules(1, 5));

        Page<StoredItem> first = account.items(ItemQuery.all(), "", 2);
        Page<StoredItem> second = account.items(ItemQuery.all(), first.next(), 2);
        Page<StoredItem> third = account.items(ItemQuery.all(), second.next(), 2);

        assertThat(keys(first)).containsExactly("module:5", "module:4");
        assertThat(keys(second)).containsExactly("module:3", "module:2");
        assertThat(keys(third)).containsExactly("module:1");
        assertThat(List.of(first.hasMore(), second.hasMore(), third.hasMore())).containsExactly(true, true, false);
        assertThat(third.next()).isEmpty();
    }

    @Test
    void what_comes_while_somebody_reads_on_moves_no_page() {
        look(modules(1, 4));
        Page<StoredItem> first = account.items(ItemQuery.all(), "", 2);
        look(modules(1, 6));

        Page<StoredItem> second = account.items(ItemQuery.all(), first.next(), 2);

        assertThat(keys(second)).containsExactly("module:2", "module:1");
        assertThat(second.hasMore()).isFalse();
    }

    @Test
    void a_page_that_is_exactly_full_has_no_more() {
        look(modules(1, 2));

        assertThat(account.items(ItemQuery.all(), "", 2).hasMore()).isFalse();
        assertThat(account.items(ItemQuery.all().type(ItemType.QUIZ), "", 2)).isEmpty();
    }

    @Test
    void the_version_is_another_one_after_each_look_and_each_word_of_the_student_and_after_nothing_else() {
        Version before = account.version();
        look(modules(1, 3));
        Version looked = account.version();
        assertThat(account.items()).hasSize(3);
        Version read = account.version();
        assertThat(account.markDone(account.items().get(0).item().id())).isPresent();
        Version done = account.version();

        assertThat(before).isEqualTo(new Version(0, null, before.revision()));
        assertThat(looked.ledger()).isEqualTo(3);
        assertThat(looked.lookedAt()).isEqualTo(account.runs(1).get(0).finishedAt());
        assertThat(read).isEqualTo(looked);
        assertThat(done.ledger()).isEqualTo(4);
        assertThat(List.of(before.revision(), looked.revision(), done.revision()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void a_quiet_look_makes_another_version_though_the_ledger_is_the_same() {
        look(modules(1, 3));
        Version before = account.version();
        look(modules(1, 3));

        assertThat(account.version().ledger()).isEqualTo(before.ledger());
        assertThat(account.version()).isNotEqualTo(before);
    }

    @Test
    void several_items_are_found_at_once_without_those_that_were_never_seen() {
        look(modules(1, 3));
        List<ItemId> ids =
                account.items().stream().map(stored -> stored.item().id()).toList();
        ItemId unknown = ids.get(0).beside("module:99");

        assertThat(keys(account.items(List.of(ids.get(2), unknown, ids.get(0)))))
                .containsExactly("module:1", "module:3");
    }

    @Test
    void what_no_page_says_is_refused() {
        assertThatThrownBy(() -> account.items(ItemQuery.all(), "1; drop", 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1; drop");
        assertThatThrownBy(() -> account.items(ItemQuery.all(), "", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 10_001, Integer.MAX_VALUE})
    void a_list_without_an_end_is_asked_for_by_nobody(int limit) {
        ItemId id = new ItemId("me", "source", "module:1");

        assertThatThrownBy(() -> account.runs(limit)).hasMessageContaining("limit");
        assertThatThrownBy(() -> account.deliveries(limit)).hasMessageContaining("limit");
        assertThatThrownBy(() -> account.modelJobs(id, limit)).hasMessageContaining("limit");
    }

    @Test
    void an_item_keeps_its_number_whatever_becomes_of_it() {
        look(modules(1, 3));
        long number = classroom.stored("module:2").number();
        look(List.of(
                module(1).build(),
                module(2).title("Another name").build(),
                module(3).build()));
        account.markDone(new ItemId("me", "source", "module:2"));
        look(modules(3, 3));
        look(modules(3, 3));
        boolean gone = classroom.item("module:2").status() == ItemStatus.REMOVED;
        look(modules(2, 4));

        StoredItem found = account.item(number).orElseThrow();

        assertThat(gone).isTrue();
        assertThat(found.item().id().key()).isEqualTo("module:2");
        assertThat(found.lastChange()).isGreaterThan(number);
        assertThat(account.items())
                .extracting(StoredItem::number)
                .doesNotHaveDuplicates()
                .allSatisfy(any -> assertThat(account.item(any)).isPresent());
    }

    @Test
    void a_number_that_names_no_item_finds_none() {
        look(modules(1, 1));
        account.markDone(new ItemId("me", "source", "module:1"));

        assertThat(account.item(2)).isEmpty();
        assertThat(account.item(0)).isEmpty();
        assertThat(account.item(-7)).isEmpty();
        assertThat(account.item(99)).isEmpty();
    }

    @Test
    void courses_come_by_title() {
        look(List.of(
                part("course:9", ItemType.COURSE, COURSE).title("Biology").build(),
                part("course:2", ItemType.COURSE, COURSE).title("Algebra").build(),
                module(1).build()));

        assertThat(keys(account.courses())).containsExactly("course:2", "course:9");
    }

    @Test
    void a_change_is_found_by_its_number() {
        look(modules(1, 3));

        assertThat(account.change(2).map(Change::number)).contains(2L);
        assertThat(account.change(0)).isEmpty();
        assertThat(account.change(4)).isEmpty();
    }

    @Test
    void the_feed_says_whether_more_follows_and_how_to_go_on() {
        look(modules(1, 5));
        List<Long> read = new ArrayList<>();
        Page<Change> page = account.changes().after(0, 2);
        page.forEach(change -> read.add(change.number()));

        while (page.hasMore()) {
            page = account.changes().after(Long.parseLong(page.next()), 2);
            page.forEach(change -> read.add(change.number()));
        }

        assertThat(read).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(account.changes().after(3, 2).hasMore()).isFalse();
    }

    @Test
    void the_feed_of_states_says_whether_more_follows() {
        look(modules(1, 2));
        look(modules(1, 3));

        assertThat(account.changes().since(Classroom.START, 1))
                .hasSize(2)
                .satisfies(page -> assertThat(((Page<?>) page).hasMore()).isTrue());
        assertThat(account.changes().since(Classroom.START, 3).hasMore()).isFalse();
    }

    @Test
    void an_item_tells_where_it_comes_from_and_what_became_of_it() {
        look(modules(1, 2));
        look(List.of(module(1).title("Renamed").build(), module(2).build()));

        Provenance provenance =
                account.provenance(new ItemId("me", "source", "module:1")).orElseThrow();

        assertThat(provenance.stored().item().title()).isEqualTo("Renamed");
        assertThat(provenance.changes()).extracting(Change::number).containsExactly(1L, 3L);
        assertThat(provenance.facts()).isEmpty();
        assertThat(provenance.modelJobs()).isEmpty();
        assertThat(provenance.deliveries()).isEmpty();
        assertThat(provenance.evidence())
                .singleElement()
                .satisfies(seen -> assertThat(seen.request()).startsWith("ask_"));
        assertThat(account.provenance(new ItemId("me", "source", "module:9"))).isEmpty();
    }

    @Test
    void an_item_has_the_files_that_lie_within_it_with_their_texts() {
        look(List.of(
                module(1).build(),
                part("file:1:/b.pdf", ItemType.MATERIAL_FILE, "module:1")
                        .body("the text of b")
                        .build(),
                part("file:1:/a.pdf", ItemType.MATERIAL_FILE, "module:1").build(),
                part("file:2:/c.pdf", ItemType.MATERIAL_FILE, "module:2")
                        .body("of another")
                        .build()));

        Content content =
                account.content(new ItemId("me", "source", "module:1")).orElseThrow();
        Content file =
                account.content(new ItemId("me", "source", "file:2:/c.pdf")).orElseThrow();

        assertThat(content.files())
                .extracting(
                        one -> one.stored().item().title() + ": " + one.text().orElse("no text"))
                .containsExactly("file:1:/a.pdf: no text", "file:1:/b.pdf: the text of b");
        assertThat(content.files()).allSatisfy(one -> assertThat(one.evidence()).hasSize(1));
        assertThat(file.files()).extracting(Content.File::text).containsExactly(Optional.of("of another"));
        assertThat(account.content(new ItemId("me", "source", "module:9"))).isEmpty();
    }

    @Test
    void freshness_says_of_each_part_when_all_of_it_was_seen_last_and_what_was_not() {
        classroom.look(seen(CONTENTS, modules(1, 2)), seen(ASSIGNMENTS));
        Instant first = account.runs(1).get(0).finishedAt();
        classroom.look(seen(CONTENTS, modules(1, 2)), notLooked(ASSIGNMENTS));

        Freshness freshness = account.freshness();

        assertThat(freshness.completeAt()).contains(first);
        assertThat(freshness.notLooked()).hasSize(1).allMatch(part -> part.contains("assignments"));
        assertThat(freshness.parts())
                .filteredOn(part -> !part.missed().isEmpty())
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.completeAt()).isEqualTo(first);
                    assertThat(part.lookedAt()).isAfter(first);
                    assertThat(part.missed()).hasSize(1);
                });
    }

    @Test
    void what_people_call_a_part_is_known_to_whoever_reads_the_store_alone() {
        Part assignments =
                Part.named("moodle_assignments").labelled("es", "tareas").labelled("en", "assignments");
        classroom.source.calls(assignments);
        classroom.look(seen(CONTENTS, modules(1, 2)), refused(ASSIGNMENTS));

        Account read =
                Accounts.in(classroom.store).at(classroom.clock).account("me").orElseThrow();

        assertThat(read.parts()).contains(assignments);
        assertThat(read.freshness().parts()).extracting(Freshness.OfPart::part).contains(assignments);
        assertThat(read.digest(Duration.ofDays(1)).text()).endsWith("sin leer: tareas (no hay acceso: Essay 1)");
        assertThat(read.digest(Duration.ofDays(1), Language.ENGLISH).text())
                .endsWith("not looked at: assignments (there is no access: Essay 1)");
        assertThat(read.digest(
                                Duration.ofDays(1),
                                Language.of("pt")
                                        .with(Map.of(
                                                "part.moodle_assignments",
                                                "tarefas",
                                                "missed.no_access",
                                                "não há acesso")))
                        .text())
                .contains("tarefas (não há acesso: Essay 1)");
    }

    @Test
    void a_look_that_states_the_parts_as_they_are_known_notes_nothing() {
        classroom.look(seen(CONTENTS, modules(1, 2)));
        Map<String, String> before = notes();

        classroom.look(seen(CONTENTS, modules(1, 2)));

        assertThat(before).containsKey("parts");
        assertThat(notes()).isEqualTo(before);
    }

    private Map<String, String> notes() {
        return classroom.store.reading(
                "me", session -> Map.copyOf(session.notes().all(NoteOwner.CORE)));
    }

    private static Observation refused(String scope) {
        return Observation.notLooked(
                Scope.parse(scope),
                new Missed(Missed.Code.NO_ACCESS, "submission of Essay 1", "the site lets nobody in there", "Essay 1"));
    }

    @Test
    void an_account_that_was_never_looked_at_has_nothing_fresh() {
        assertThat(account.parts()).isEmpty();
        assertThat(account.freshness().parts()).isEmpty();
        assertThat(account.freshness().completeAt()).isEmpty();
        assertThat(account.freshness().notLooked()).isEmpty();
    }

    @Test
    void health_says_when_something_was_read_last() {
        Health before = account.health();
        look(modules(1, 2));
        classroom.clock.advance(Duration.ofHours(7));

        Health health = account.health();

        assertThat(before.isStale(Duration.ofHours(6))).isFalse();
        assertThat(before.silence()).isEmpty();
        assertThat(health.silence()).contains(Duration.ofHours(7));
        assertThat(health.isStale(Duration.ofHours(6))).isTrue();
        assertThat(health.isStale(Duration.ofHours(8))).isFalse();
        assertThat(health.loginRefused()).isFalse();
        assertThat(health.recentRuns()).hasSize(1);
        assertThat(health.undelivered()).isEmpty();
    }

    @Test
    void what_is_read_at_one_moment_is_of_one_moment() {
        look(modules(1, 2));

        List<Integer> sizes = account.atOneMoment(() -> {
            int before = account.items().size();
            return List.of(before, account.changes().after(0, 10).size());
        });

        assertThat(sizes).containsExactly(2, 2);
        assertThatThrownBy(() -> account.atOneMoment(() -> account.markDone(new ItemId("me", "source", "module:1"))))
                .isInstanceOf(IllegalStateException.class);
    }

    private void look(List<Sighting> sightings) {
        classroom.look(seen(CONTENTS, sightings));
    }

    private static List<String> keys(List<StoredItem> items) {
        return items.stream().map(stored -> stored.item().id().key()).toList();
    }

    @Test
    void freshness_knows_of_parts_that_the_latest_looks_did_not_ask_for() {
        classroom.look(seen(CONTENTS, modules(1, 2)), notLooked(ASSIGNMENTS));
        for (int look = 0; look < 101; look++) {
            classroom.tracker.sync(Set.of("moodle_contents"));
        }

        Freshness freshness = account.freshness();

        assertThat(freshness.completeAt()).isEmpty();
        assertThat(freshness.notLooked()).hasSize(1).allMatch(part -> part.contains("assignments"));
    }

    @Test
    void an_account_that_nothing_was_ever_read_of_is_stale_after_that_time_and_not_before() {
        classroom.look(notLooked(CONTENTS));
        Health soon = account.health();
        classroom.clock.advance(Duration.ofHours(7));

        Health later = account.health();

        assertThat(soon.isStale(Duration.ofHours(6))).isFalse();
        assertThat(later.isStale(Duration.ofHours(6))).isTrue();
    }
}
