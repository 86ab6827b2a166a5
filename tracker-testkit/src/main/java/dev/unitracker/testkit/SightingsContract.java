package dev.unitracker.testkit;

import static dev.unitracker.testkit.Example.COURSE;
import static dev.unitracker.testkit.Example.HOME;
import static dev.unitracker.testkit.Example.NOON;
import static dev.unitracker.testkit.Example.SOURCE;
import static dev.unitracker.testkit.Example.evidence;
import static dev.unitracker.testkit.Example.remembered;
import static dev.unitracker.testkit.Example.scope;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.document.Document;
import dev.unitracker.document.Heading;
import dev.unitracker.document.ListItem;
import dev.unitracker.document.Mark;
import dev.unitracker.document.Paragraph;
import dev.unitracker.document.Position;
import dev.unitracker.document.Run;
import dev.unitracker.document.Table;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.Evidence;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemType;
import dev.unitracker.spi.Home;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link dev.unitracker.spi.Sightings} promises. */
interface SightingsContract extends OpenStore {

    @Test
    default void a_sighting_comes_back_with_all_it_says() {
        Sighting full = Sighting.of("module:1", ItemType.QUIZ)
                .course(COURSE)
                .placedIn("section:8")
                .rank(Sighting.SECOND)
                .title("Parcial 😀 ñ")
                .body("x".repeat(300_000))
                .url("https://example.org/?a=1&b=%20")
                .due(NOON, new DateRule("override", 20, DateRule.Reach.EXCEPTION))
                .state(Field.GRADE, "")
                .memo("seen", "")
                .memo("token\\of'it", "\"7\"")
                .build();
        Remembered one = new Remembered(scope("contents/course:2"), full, 1, evidence());
        Remembered other = new Remembered(
                new Scope("calendar", "events"),
                Sighting.about("event:3").build(),
                2,
                new Evidence("calendar", "get_events", null));

        save(one, other);

        assertThat(sightings().inScopes("")).containsExactly(other, one);
    }

    @Test
    default void the_sightings_of_one_item_are_found_by_its_home_and_key() {
        Sighting mine = Sighting.of("module:1", ItemType.QUIZ)
                .course(COURSE)
                .memo(Sighting.SIZE, "7")
                .build();
        Remembered listed = new Remembered(scope("contents/course:2"), mine, 0, evidence());
        Remembered read = new Remembered(scope("files/module:1"), mine, 0, evidence());
        Remembered beside = new Remembered(
                scope("contents/course:2"),
                Sighting.of("module:2", ItemType.QUIZ).course(COURSE).build(),
                0,
                evidence());
        Remembered nowhere = new Remembered(
                new Scope("calendar", "events"), Sighting.about("event:3").build(), 0, evidence());

        save(listed, read, beside, nowhere);

        assertThat(sightings().of(HOME, "module:1")).containsExactly(listed, read);
        assertThat(sightings().of(new Home(HOME.source(), ""), "event:3")).containsExactly(nowhere);
        assertThat(sightings().of(HOME, "module:9")).isEmpty();
    }

    @Test
    default void a_document_comes_back_with_its_structure() {
        Document document = new Document(
                2,
                List.of(
                        new Heading(Position.onPage(1), 1, List.of(Run.of("Cronograma 😀 ñ"))),
                        new Paragraph(Position.onPage(1), List.of()),
                        new Table(
                                new Position(2, 1),
                                List.of(new Table.Row(
                                        new Position(2, 1),
                                        List.of(Table.Cell.of("Parcial"), Table.Cell.of("30/11\\\n18 hs"))))),
                        new ListItem(
                                new Position(2, 3),
                                1,
                                List.of(new Run(Mark.STRUCK, "Aula 204"), new Run(Mark.INSERTED, " Aula 3")))));
        Sighting structured =
                Sighting.of("module:1", ItemType.QUIZ).document(document).build();
        Sighting plain = Sighting.of("module:2", ItemType.QUIZ)
                .document(Document.ofText("uno\fdos\n\ntres"))
                .build();

        save(new Remembered(scope("a"), structured, 0, evidence()), new Remembered(scope("a"), plain, 0, evidence()));

        assertThat(inScopes("example/a"))
                .extracting(known -> known.sighting().document().orElseThrow())
                .containsExactly(document, Document.ofText("uno\fdos\n\ntres"));
        assertThat(inScopes("example/a"))
                .extracting(known -> known.sighting().stated(Field.BODY).orElseThrow())
                .containsExactly(document.text(), "uno\fdos\n\ntres");
    }

    @Test
    default void a_sighting_replaces_the_one_of_the_same_scope_and_key_only() {
        Remembered before = remembered(scope("a"), "module:1");
        Remembered elsewhere = remembered(scope("b"), "module:1");
        save(before, elsewhere);
        Remembered now = new Remembered(
                scope("a"),
                Sighting.about("module:1").course("course:3").build(),
                1,
                new Evidence("example", "read_again", null));

        save(now);

        assertThat(sightings().inScopes("example")).containsExactly(now, elsewhere);
        assertThat(sightings().of(HOME)).containsExactly(elsewhere);
    }

    @Test
    default void of_a_sighting_that_is_saved_twice_at_once_the_later_one_counts() {
        Remembered before = remembered(scope("a"), "module:1");

        save(before, before.missed(1));

        assertThat(sightings().inScopes("")).containsExactly(before.missed(1));
    }

    @Test
    default void forgetting_takes_the_same_scope_and_key_only() {
        Remembered gone = remembered(scope("a"), "module:1");
        Remembered sameScope = remembered(scope("a"), "module:11");
        Remembered sameKey = remembered(scope("b"), "module:1");
        save(gone, sameScope, sameKey);

        sightings().forget(List.of(gone.missed(2), remembered(scope("c"), "module:1")));

        assertThat(sightings().inScopes("")).containsExactly(sameScope, sameKey);
    }

    @Test
    default void sightings_are_ordered_by_scope_then_key_with_numbers_as_numbers() {
        List<Remembered> ordered = List.of(
                remembered(new Scope("B", "z"), "module:1"),
                remembered(new Scope("a", "y"), "module:9"),
                remembered(new Scope("a", "y"), "module:10"),
                remembered(new Scope("a-b", "x"), "module:1"));

        save(ordered.get(2), ordered.get(3), ordered.get(1), ordered.get(0));

        assertThat(sightings().of(HOME)).isEqualTo(ordered);
        assertThat(sightings().inScopes("")).isEqualTo(ordered);
    }

    @Test
    default void sightings_of_no_course_are_found_as_such() {
        Remembered courses =
                new Remembered(scope("a"), Sighting.about("event:1").build(), 0, evidence());

        save(courses, remembered(scope("a"), "module:1"));

        assertThat(sightings().of(new Home(SOURCE, ""))).containsExactly(courses);
        assertThat(sightings().of(new Home(SOURCE, "course:22"))).isEmpty();
    }

    @Test
    default void sightings_of_another_source_in_a_course_of_the_same_key_are_none_of_this_one() {
        Remembered own = remembered(scope("a"), "module:1");
        Remembered others = remembered(new Scope("another", "a"), "module:1");
        Remembered noCourse = new Remembered(
                new Scope("another", "b"), Sighting.about("event:1").build(), 0, evidence());
        save(own);
        sightings().save("another", List.of(others, noCourse));

        assertThat(sightings().of(HOME)).containsExactly(own);
        assertThat(sightings().of(new Home("another", COURSE))).containsExactly(others);
        assertThat(sightings().of(new Home("another", ""))).containsExactly(noCourse);
        assertThat(sightings().of(new Home(SOURCE, ""))).isEmpty();
        assertThat(sightings().inScopes("")).hasSize(3);
    }

    @Test
    default void a_prefix_means_the_start_of_the_scope_name_letter_by_letter() {
        Remembered percent = remembered(scope("100%/a"), "module:1");
        Remembered number = remembered(scope("1000/a"), "module:1");
        Remembered underscore = remembered(scope("x_y/a"), "module:1");
        Remembered letter = remembered(scope("xzy/a"), "module:1");
        Remembered backslash = remembered(scope("x\\y/a"), "module:1");
        Remembered upper = remembered(scope("X_Y/a"), "module:1");
        Remembered emoji = remembered(scope("😀/a"), "module:1");
        save(percent, number, underscore, letter, backslash, upper, emoji);

        assertThat(inScopes("example/100%")).containsExactly(percent);
        assertThat(inScopes("example/x_")).containsExactly(underscore);
        assertThat(inScopes("example/x\\")).containsExactly(backslash);
        assertThat(inScopes("example/😀/")).containsExactly(emoji);
        assertThat(inScopes("example/%")).isEmpty();
        assertThat(inScopes("_xample")).isEmpty();
        assertThat(inScopes("xample")).isEmpty();
        assertThat(inScopes("example/xzy/a")).containsExactly(letter);
        assertThat(inScopes("example/xzy/ab")).isEmpty();
    }

    @Test
    default void scopes_are_settled_for_good() {
        assertThat(sightings().settled()).isEmpty();

        sightings().settle(List.of(scope("a"), scope("a"), scope("b")));
        sightings().settle(List.of(scope("b"), scope("c")));

        assertThat(sightings().settled()).containsExactlyInAnyOrder(scope("a"), scope("b"), scope("c"));
    }

    @Test
    default void a_scope_is_settled_only_when_it_is_said_so() {
        save(remembered(scope("a"), "module:1"), remembered(scope("b"), "module:1"));
        assertThat(sightings().settled()).isEmpty();

        together(session -> {
            session.sightings().settle(List.of(scope("a")));
            session.sightings().save(SOURCE, List.of(remembered(scope("a"), "module:2")));
        });

        assertThat(sightings().settled()).containsExactly(scope("a"));
    }

    @Test
    default void a_scope_with_a_long_name_is_its_own() {
        String folders = "/carpeta-ñ".repeat(150);

        sightings().settle(List.of(scope(folders + "/a")));

        assertThat(sightings().settled()).containsExactly(scope(folders + "/a"));
    }

    private List<Remembered> inScopes(String prefix) {
        return sightings().inScopes(prefix);
    }

    private void save(Remembered... sightings) {
        sightings().save(SOURCE, Arrays.asList(sightings));
    }
}
