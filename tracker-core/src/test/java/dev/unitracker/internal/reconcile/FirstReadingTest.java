package dev.unitracker.internal.reconcile;

import static dev.unitracker.internal.reconcile.Answered.assignment;
import static dev.unitracker.internal.reconcile.Answered.complete;
import static dev.unitracker.internal.reconcile.Answered.mention;
import static dev.unitracker.internal.reconcile.Answered.remembered;
import static dev.unitracker.internal.reconcile.Answered.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.unitracker.model.Field;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.StoredItem;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is news, and what is merely read for the first time. */
class FirstReadingTest {

    private static final Scope LIST = Scope.parse("lists/all");
    private static final Scope PAGE_ONE = Scope.parse("pages/1");
    private static final Sighting COURSE = Sighting.of(Answered.COURSE, ItemType.COURSE)
            .course(Answered.COURSE)
            .build();
    private static final Sighting FORUM = assignment("module:1").build();
    private static final Sighting POST =
            assignment("discussion:5").within("module:1").build();

    /**
     * @param why what is special
     * @param stored the items that were there, {@code false} for one that was news itself
     * @param settled the scopes that were seen completely before
     * @param seen what the look sees
     * @param silent the keys of the new items of which nobody is told
     */
    private record Case(
            String why, Map<String, Boolean> stored, Set<Scope> settled, List<Observation> seen, Set<String> silent) {

        @Override
        public String toString() {
            return why;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("newItems")
    void a_new_item_is_news_unless_it_is_the_reading_that_is_new(Case row) {
        Map<String, StoredItem> stored = new HashMap<>();
        row.stored.forEach((key, baseline) -> stored.put(key, stored(key, baseline, Map.of())));
        Sightbook book = new Sightbook(List.of());
        row.seen.forEach(observation -> book.see(observation, observation.sightings()));
        FirstReading first = new FirstReading(book, stored, row.settled, Answered.COURSE);

        book.keys().stream()
                .filter(key -> !stored.containsKey(key))
                .sorted((one, other) ->
                        book.around(one).size() - book.around(other).size())
                .forEach(key -> first.judge(stored(key, false, Map.of()).item()));

        assertThat(first.baseline().stream().map(ItemId::key).collect(Collectors.toSet()))
                .isEqualTo(row.silent);
    }

    static Stream<Case> newItems() {
        Map<String, Boolean> something = Map.of("module:9", true);
        Observation posts = complete("pages/1", POST);
        Observation forums = complete("lists/all", FORUM);
        return Stream.of(
                new Case(
                        "a course that is joined, in a list of courses that was read before",
                        Map.of(),
                        Set.of(Scope.parse("courses/all"), LIST),
                        List.of(complete("courses/all", COURSE), forums),
                        Set.of("module:1")),
                new Case(
                        "the first look of all",
                        Map.of(),
                        Set.of(),
                        List.of(complete("courses/all", COURSE), forums),
                        Set.of(Answered.COURSE, "module:1")),
                new Case(
                        "the first item of a course that nobody shows",
                        Map.of(),
                        Set.of(LIST),
                        List.of(forums),
                        Set.of()),
                new Case("a list that was read before", something, Set.of(LIST), List.of(forums), Set.of()),
                new Case(
                        "a list that is read for the first time",
                        something,
                        Set.of(),
                        List.of(forums),
                        Set.of("module:1")),
                new Case(
                        "a list that was read before only mentions it",
                        something,
                        Set.of(LIST),
                        List.of(
                                complete("pages/1", FORUM),
                                complete("lists/all", mention("module:1").build())),
                        Set.of("module:1")),
                new Case(
                        "the first post of a forum that is new itself",
                        something,
                        Set.of(LIST),
                        List.of(forums, posts),
                        Set.of()),
                new Case(
                        "the first post of a forum that is read for the first time",
                        something,
                        Set.of(),
                        List.of(forums, posts),
                        Set.of("module:1", "discussion:5")),
                new Case(
                        "the first post of a forum that was news once, from a collector that is known",
                        Map.of("module:1", false),
                        Set.of(LIST, Scope.parse("pages/2")),
                        List.of(posts),
                        Set.of()),
                new Case(
                        "the first post of a forum that was news once, from a new collector",
                        Map.of("module:1", false),
                        Set.of(LIST),
                        List.of(posts),
                        Set.of("discussion:5")),
                new Case(
                        "the first post of a forum that was always there",
                        Map.of("module:1", true),
                        Set.of(LIST, Scope.parse("pages/2")),
                        List.of(posts),
                        Set.of("discussion:5")),
                new Case(
                        "a post of a page that was read before",
                        Map.of("module:1", true),
                        Set.of(PAGE_ONE),
                        List.of(posts),
                        Set.of()),
                new Case(
                        "what it lies within is no item",
                        something,
                        Set.of(LIST),
                        List.of(complete(
                                "pages/1",
                                assignment("module:1").placedIn("section:8").build())),
                        Set.of("module:1")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fieldsOfKnownItems")
    void a_field_of_a_known_item_is_learnt_where_it_was_only_never_read(
            String why, StoredItem before, List<Remembered> known, Observation seen, Set<String> learnt) {
        Set<Scope> settled = Set.of(LIST);
        Sightbook book = new Sightbook(known);
        book.see(seen, seen.sightings());
        FirstReading first = new FirstReading(book, Map.of("module:5", before), settled, Answered.COURSE);

        Set<String> fields = first.learnt(before, Merge.of(book.of("module:5")).winners());

        // What every sighting says of an item plays no part here.
        fields.removeAll(Set.of("status", "type", "course", "within"));
        assertThat(fields).isEqualTo(learnt);
    }

    static Stream<Arguments> fieldsOfKnownItems() {
        StoredItem old = stored("module:5", true, Map.of("title", "Five"));
        StoredItem news = stored("module:5", false, Map.of("title", "Five"));
        Sighting listed =
                assignment("module:5").rank(Sighting.SECOND).title("Five").build();
        List<Remembered> known = List.of(remembered("lists/all", listed));
        Sighting read = assignment("module:5")
                .title("5")
                .body("Write an essay")
                .url("https://a.example/5")
                .build();
        Sighting timed = assignment("module:5")
                .rank(Sighting.SECOND)
                .title("Five")
                .state(Field.TIME_LIMIT, "3600")
                .state(Field.ATTEMPTS, "2")
                .state(Field.GRADE, "8")
                .build();
        Sighting moved = assignment("module:5")
                .rank(Sighting.SECOND)
                .title("Six")
                .build()
                .byItself(Set.of("title"));
        return Stream.of(
                arguments(
                        "a page of what was always there is read for the first time",
                        old,
                        known,
                        complete("pages/5", read),
                        Set.of("body_text", "primary_url")),
                arguments(
                        "a page of what was news once: only its text",
                        news,
                        known,
                        complete("pages/5", read),
                        Set.of("body_text")),
                arguments(
                        "it comes into a list that was read before",
                        old,
                        List.of(remembered("pages/5", listed)),
                        complete("lists/all", read),
                        Set.of()),
                arguments("a list that was read before", old, known, complete("lists/all", read), Set.of()),
                arguments(
                        "a page that showed it before",
                        old,
                        List.of(known.get(0), remembered("pages/5", listed)),
                        complete("pages/5", read),
                        Set.of()),
                arguments(
                        "told late, in a list that was read before",
                        news,
                        known,
                        complete("lists/all", timed),
                        Set.of("time_limit", "attempts_allowed")),
                arguments(
                        "told late, but told by somebody before",
                        stored("module:5", false, Map.of()),
                        List.of(known.get(0), remembered("pages/5", timed)),
                        complete("lists/all", timed),
                        Set.of()),
                arguments("moved by itself", news, known, complete("lists/all", moved), Set.of("title")),
                arguments(
                        "moved by itself, but another answer says what it is",
                        news,
                        List.of(
                                known.get(0),
                                remembered(
                                        "pages/5",
                                        assignment("module:5").title("Five").build())),
                        complete("lists/all", moved),
                        Set.of()));
    }

    @Test
    void an_item_without_a_course_is_never_of_a_course_that_is_joined() {
        Sightbook book = new Sightbook(List.of());
        Observation seen = complete(
                "lists/all", Sighting.of("event:1", ItemType.ASSIGNMENT).build());
        book.see(seen, seen.sightings());
        FirstReading first = new FirstReading(book, Map.of(), Set.of(LIST), null);

        first.judge(stored("event:1", false, Map.of()).item());

        assertThat(first.baseline()).isEmpty();
    }
}
