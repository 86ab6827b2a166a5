package dev.unitracker.internal.reconcile;

import static dev.unitracker.internal.reconcile.Answered.assignment;
import static dev.unitracker.internal.reconcile.Answered.complete;
import static dev.unitracker.internal.reconcile.Answered.mention;
import static dev.unitracker.internal.reconcile.Answered.observed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.unitracker.model.Availability;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.ItemType;
import dev.unitracker.run.Missed;
import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a look did not see of {@code module:5}, which {@code lists/all} showed before, and what that means. */
class AbsencesTest {

    private static final String LIST = "lists/all";
    private static final String OTHER = "others/all";
    private static final Sighting FIVE = assignment("module:5").build();

    @ParameterizedTest(name = "{0}")
    @MethodSource("absences")
    void an_absence_counts_only_where_the_item_would_have_been_shown(
            String why, List<Remembered> before, List<Observation> seen, int missed) {
        Sightbook book = book(before, seen);

        new Absences(book, seen, false, Set.of()).workIn(Set.of("module:5"), false);

        assertThat(missed(book, LIST, "module:5")).isEqualTo(missed);
    }

    static Stream<Arguments> absences() {
        Remembered known = remembered(LIST, FIVE);
        Remembered inSection =
                remembered(LIST, assignment("module:5").placedIn("section:8").build());
        Remembered inFolder =
                remembered(LIST, assignment("module:5").within("module:1").build());
        Remembered folder =
                remembered(OTHER, assignment("module:1").placedIn("section:8").build());
        Remembered course = remembered(
                "courses/all",
                Sighting.of(Answered.COURSE, ItemType.COURSE)
                        .course(Answered.COURSE)
                        .build());
        Sighting restricted = mention("module:5")
                .availability(Availability.restricted("from Monday on"))
                .build();
        Sighting restrictedFolder = assignment("module:1")
                .availability(Availability.restricted("from Monday on"))
                .build();
        return Stream.of(
                row("the first time", List.of(known), List.of(complete(LIST)), 1),
                row("the second time", List.of(known.missed(1)), List.of(complete(LIST)), 2),
                row("long gone", List.of(known.missed(2)), List.of(complete(LIST)), 2),
                row("seen", List.of(known), List.of(complete(LIST, FIVE)), 0),
                row("seen again", List.of(known.missed(1)), List.of(complete(LIST, FIVE)), 0),
                row("only some was seen", List.of(known), List.of(with(Completeness.partial("half"))), 0),
                row(
                        "nobody looked",
                        List.of(known),
                        List.of(with(Completeness.notLooked(Missed.of(Missed.Code.OTHER, "away")))),
                        0),
                row("another scope does not show it", List.of(known), List.of(complete(OTHER)), 0),
                row("it is closed itself", List.of(known), List.of(closed("module:5")), 0),
                row("its section is closed", List.of(inSection), List.of(closed("section:8")), 0),
                row("another section is closed", List.of(inSection), List.of(closed("section:9")), 1),
                row("what contains its folder is closed", List.of(inFolder, folder), List.of(closed("section:8")), 0),
                row(
                        "somebody else closed it",
                        List.of(known),
                        List.of(complete(LIST), observed(OTHER, Completeness.COMPLETE, Set.of("module:5"))),
                        0),
                row(
                        "another answer says that it is restricted",
                        List.of(known),
                        List.of(complete(LIST), complete(OTHER, restricted)),
                        0),
                row(
                        "another answer said once that it is restricted, and does not any more",
                        List.of(known, remembered(OTHER, restricted)),
                        List.of(complete(LIST), complete(OTHER)),
                        1),
                row(
                        "its folder is restricted",
                        List.of(inFolder, folder),
                        List.of(complete(LIST), complete(OTHER, restrictedFolder)),
                        0),
                row(
                        "the student is in the course no more",
                        List.of(known, course),
                        List.of(complete(LIST), complete("courses/all")),
                        0),
                row(
                        "nobody looked whether the student is in the course",
                        List.of(known, course),
                        List.of(complete(LIST)),
                        1));
    }

    @Test
    void of_a_course_that_the_student_left_the_course_itself_is_missed() {
        Sighting course = Sighting.of(Answered.COURSE, ItemType.COURSE)
                .course(Answered.COURSE)
                .build();
        List<Observation> seen = List.of(complete("courses/all"));
        Sightbook book = book(List.of(remembered("courses/all", course)), seen);

        new Absences(book, seen, false, Set.of()).workIn(Set.of(Answered.COURSE), false);

        assertThat(missed(book, "courses/all", Answered.COURSE)).isEqualTo(1);
    }

    @Test
    void what_may_still_be_there_is_no_longer_half_proven_to_be_gone() {
        List<Observation> seen = List.of(complete(LIST), closed("module:5"));
        Sightbook book = book(List.of(remembered(LIST, FIVE).missed(1)), seen);

        new Absences(book, seen, false, Set.of()).workIn(Set.of("module:5"), false);

        assertThat(missed(book, LIST, "module:5")).isZero();
    }

    @Test
    void two_attempts_at_a_look_count_an_absence_once() {
        List<Observation> seen = List.of(complete(LIST));
        Sightbook first = book(List.of(remembered(LIST, FIVE)), seen);
        Sightbook counted = book(List.of(remembered(LIST, FIVE).missed(1)), seen);

        new Absences(first, seen, true, Set.of()).workIn(Set.of("module:5"), false);
        new Absences(counted, seen, true, Set.of()).workIn(Set.of("module:5"), false);

        assertThat(missed(first, LIST, "module:5")).isEqualTo(1);
        assertThat(missed(counted, LIST, "module:5")).isEqualTo(1);
    }

    @Test
    void a_mention_that_is_gone_is_forgotten_at_the_second_look() {
        List<Observation> seen = List.of(complete(OTHER));
        Remembered mention = remembered(OTHER, mention("module:5").build());
        Sightbook once = book(List.of(remembered(LIST, FIVE), mention), seen);
        Sightbook again = book(List.of(remembered(LIST, FIVE), mention.missed(1)), seen);

        new Absences(once, seen, false, Set.of()).workIn(Set.of("module:5"), false);
        new Absences(again, seen, false, Set.of()).workIn(Set.of("module:5"), false);

        assertThat(once.forgotten()).isEmpty();
        assertThat(missed(once, OTHER, "module:5")).isEqualTo(1);
        assertThat(again.forgotten())
                .extracting(each -> each.scope().toString())
                .containsExactly(OTHER);
        assertThat(missed(again, LIST, "module:5")).isZero();
    }

    @Test
    void two_attempts_at_a_look_count_a_missing_mention_once() {
        List<Observation> seen = List.of(complete(OTHER));
        Remembered mention = remembered(OTHER, mention("module:5").build()).missed(1);
        Sightbook book = book(List.of(remembered(LIST, FIVE), mention), seen);

        new Absences(book, seen, true, Set.of()).workIn(Set.of("module:5"), false);

        assertThat(book.forgotten()).isEmpty();
    }

    @Test
    void a_mention_that_is_gone_is_forgotten_at_once_if_another_answer_does_not_say_the_same_any_more() {
        String third = "moodle_grades/grades/course:2";
        Sighting due = mention("module:5")
                .due(Instant.parse("2026-03-09T23:00:00Z"), DateRule.ACTIVITY)
                .build();
        List<Observation> seen =
                List.of(complete(OTHER), complete(third, mention("module:5").build()));
        Sightbook book = book(List.of(remembered(LIST, FIVE), remembered(OTHER, due), remembered(third, due)), seen);

        new Absences(book, seen, false, Set.of()).workIn(Set.of("module:5"), false);

        assertThat(book.forgotten()).extracting(each -> each.scope().toString()).containsExactly(OTHER);
    }

    @Test
    void a_mention_that_is_gone_is_forgotten_at_once_if_what_shows_the_item_says_something_new() {
        Sighting once = mention("module:5").title("Once").build();
        List<Observation> seen = List.of(
                complete(OTHER),
                complete(LIST, assignment("module:5").title("Now").build()));
        Sightbook book = book(List.of(remembered(LIST, FIVE), remembered(OTHER, once)), seen);

        new Absences(book, seen, false, Set.of()).workIn(Set.of("module:5"), false);

        assertThat(book.forgotten()).extracting(each -> each.scope().toString()).containsExactly(OTHER);
    }

    @Test
    void what_is_closed_in_one_place_and_shown_in_another_is_believed_there_first() {
        Sighting elsewhere =
                assignment("module:5").rank(Sighting.THIRD).title("Now").build();
        List<Observation> seen = List.of(closed("module:5"), complete(OTHER, elsewhere));
        Sightbook book = book(
                List.of(remembered(LIST, assignment("module:5").title("Once").build())), seen);

        new Absences(book, seen, false, Set.of()).workIn(Set.of("module:5"), false);

        assertThat(book.of("module:5"))
                .extracting(each -> each.scope().toString())
                .containsExactly(OTHER, LIST);
    }

    @Test
    void what_is_closed_in_one_place_is_believed_as_before_while_another_says_nothing_new() {
        Sighting before = mentionedElsewhere(Availability.OPEN);
        Sighting now = mentionedElsewhere(Availability.restricted("from Monday on"));
        List<Observation> seen = List.of(complete(LIST), complete(OTHER, now));
        Sightbook book = book(
                List.of(remembered(LIST, assignment("module:5").title("Own").build()), remembered(OTHER, before)),
                seen);

        new Absences(book, seen, false, Set.of()).workIn(Set.of("module:5"), false);

        assertThat(book.of("module:5"))
                .extracting(each -> each.scope().toString())
                .containsExactly(LIST, OTHER);
    }

    private static Sighting mentionedElsewhere(Availability availability) {
        return assignment("module:5")
                .rank(Sighting.THIRD)
                .title("Of all")
                .availability(availability)
                .build();
    }

    @Test
    void what_is_closed_and_shown_nowhere_else_stays_as_it_is() {
        List<Observation> seen = List.of(closed("module:5"));
        Sightbook book = book(List.of(remembered(LIST, FIVE)), seen);

        new Absences(book, seen, false, Set.of()).workIn(Set.of("module:5"), false);

        assertThat(book.changed()).isEmpty();
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("shares")
    void half_a_course_does_not_vanish_at_once(int vanished, int of, boolean heldBack) {
        List<Observation> seen = List.of(complete(LIST, modules(vanished + 1, of)));
        Sightbook book = book(remembered(LIST, modules(1, of)), seen);

        Collection<String> suspected = new Absences(book, seen, false, Set.of())
                .workIn(keys(1, of), false)
                .items();

        assertThat(suspected).containsExactlyElementsOf(heldBack ? keys(1, vanished) : Set.of());
        assertThat(missed(book, LIST, "module:101")).isEqualTo(heldBack ? 0 : 1);
    }

    static Stream<Arguments> shares() {
        return Stream.of(
                arguments(4, 4, false),
                arguments(5, 5, true),
                arguments(5, 9, true),
                arguments(5, 10, false),
                arguments(6, 11, true));
    }

    @Test
    void what_was_missing_before_vanished_not_now() {
        List<Remembered> before = remembered(LIST, modules(1, 9)).stream()
                .map(each -> each.missed(1))
                .toList();
        List<Observation> seen = List.of(complete(LIST));
        Sightbook book = book(before, seen);

        assertThat(new Absences(book, seen, false, Set.of())
                        .workIn(keys(1, 9), false)
                        .items())
                .isEmpty();

        assertThat(missed(book, LIST, "module:101")).isEqualTo(2);
    }

    @Test
    void even_what_is_suspicious_counts_if_it_is_to_be_believed() {
        List<Observation> seen = List.of(complete(LIST));
        Sightbook book = book(remembered(LIST, modules(1, 9)), seen);

        assertThat(new Absences(book, seen, false, Set.of())
                        .workIn(keys(1, 9), true)
                        .items())
                .isEmpty();

        assertThat(missed(book, LIST, "module:101")).isEqualTo(1);
    }

    @Test
    void a_folder_that_vanished_with_all_its_files_is_one_that_vanished() {
        Sighting[] files = IntStream.rangeClosed(1, 9)
                .mapToObj(number ->
                        assignment("file:" + number).within("module:101").build())
                .toArray(Sighting[]::new);
        List<Remembered> before = Stream.concat(
                        remembered(LIST, modules(1, 2)).stream(), remembered(LIST, files).stream())
                .toList();
        List<Observation> seen = List.of(complete(LIST, modules(2, 2)));
        Sightbook book = book(before, seen);
        Set<String> active = new TreeSet<>(keys(1, 2));
        Stream.of(files).forEach(file -> active.add(file.key()));

        assertThat(new Absences(book, seen, false, Set.of())
                        .workIn(active, false)
                        .items())
                .isEmpty();

        assertThat(missed(book, LIST, "module:101")).isEqualTo(1);
    }

    @Test
    void only_the_answer_that_lost_so_much_is_not_believed() {
        List<Remembered> before = Stream.concat(
                        remembered(LIST, modules(1, 9)).stream(),
                        Stream.of(
                                remembered(OTHER, assignment("module:200").build()),
                                remembered(
                                        "thirds/all", assignment("module:200").build())))
                .toList();
        List<Observation> seen = List.of(complete(LIST), complete(OTHER));
        Sightbook book = book(before, seen);

        Collection<String> suspected = new Absences(book, seen, false, Set.of())
                .workIn(keys(1, 9), false)
                .items();

        assertThat(suspected).hasSize(9);
        assertThat(missed(book, LIST, "module:101")).isZero();
        assertThat(missed(book, OTHER, "module:200")).isEqualTo(1);
    }

    private static Arguments row(String why, List<Remembered> before, List<Observation> seen, int missed) {
        return arguments(why, before, seen, missed);
    }

    private static Observation closed(String name) {
        return observed(LIST, Completeness.COMPLETE, Set.of(name));
    }

    private static Observation with(Completeness completeness) {
        return observed(LIST, completeness, Set.of());
    }

    private static Sightbook book(List<Remembered> before, List<Observation> seen) {
        Sightbook book = new Sightbook(before);
        seen.forEach(observation -> book.see(observation, observation.sightings()));
        return book;
    }

    private static int missed(Sightbook book, String scope, String key) {
        return book.inScope(Scope.parse(scope)).stream()
                .filter(each -> each.sighting().key().equals(key))
                .mapToInt(Remembered::missed)
                .findFirst()
                .orElseThrow();
    }

    private static Remembered remembered(String scope, Sighting sighting) {
        return Answered.remembered(scope, sighting);
    }

    private static List<Remembered> remembered(String scope, Sighting[] sightings) {
        return Stream.of(sightings)
                .map(sighting -> Answered.remembered(scope, sighting))
                .toList();
    }

    /** Returns {@code module:101} and so on, so that their order as text is that of their numbers. */
    private static Sighting[] modules(int from, int to) {
        return keys(from, to).stream().map(key -> assignment(key).build()).toArray(Sighting[]::new);
    }

    private static Set<String> keys(int from, int to) {
        Set<String> keys = new TreeSet<>();
        IntStream.rangeClosed(from, to).forEach(number -> keys.add("module:" + (100 + number)));
        return keys;
    }
}
