package dev.unitracker.testkit;

import static dev.unitracker.testkit.Example.NOON;
import static dev.unitracker.testkit.Example.assignment;
import static dev.unitracker.testkit.Example.brief;
import static dev.unitracker.testkit.Example.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.brief.Brief;
import dev.unitracker.model.Field;
import dev.unitracker.spi.StoredBrief;
import dev.unitracker.words.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link dev.unitracker.spi.Briefs} promises. */
interface BriefsContract extends OpenStore {

    @Test
    default void an_item_without_a_brief_has_none() {
        assertThat(briefs().find(id("module:1"))).isEmpty();
    }

    @Test
    default void a_brief_comes_back_with_all_it_says() {
        StoredBrief full = brief(assignment("module:1").with(Field.TITLE, "«ñandú» 😀 'x' \\ \n"));

        briefs().save(full);

        assertThat(briefs().find(id("module:1"))).contains(full);
    }

    @Test
    default void a_brief_may_say_nothing() {
        Brief empty = new Brief(
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                0,
                List.of(),
                new Brief.Making(Brief.Origin.FALLBACK, null, NOON));
        StoredBrief stored = new StoredBrief(id("event:1"), empty, Language.SPANISH.code(), "");

        briefs().save(stored);

        assertThat(briefs().find(id("event:1"))).contains(stored);
    }

    @Test
    default void the_later_brief_of_an_item_replaces_the_earlier() {
        StoredBrief first = brief(assignment("module:1"));
        StoredBrief second = new StoredBrief(
                first.item(),
                first.brief().madeBy(new Brief.Making(Brief.Origin.FALLBACK, null, NOON.plusSeconds(1))),
                Language.SPANISH.code(),
                "another key");
        briefs().save(first);

        briefs().save(second);

        assertThat(briefs().find(id("module:1"))).contains(second);
    }

    @Test
    default void briefs_are_found_by_their_items_ordered_by_id() {
        together(session -> List.of("module:10", "module:9", "module:8")
                .forEach(key -> session.briefs().save(brief(assignment(key)))));

        assertThat(briefs().find(List.of(id("module:10"), id("module:9"), id("module:7"))))
                .containsExactly(brief(assignment("module:9")), brief(assignment("module:10")));
        assertThat(of("bruno").briefs().find(id("module:9"))).isEmpty();
    }
}
