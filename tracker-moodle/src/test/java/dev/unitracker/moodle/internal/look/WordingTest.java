package dev.unitracker.moodle.internal.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Availability;
import dev.unitracker.model.Evidence;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemType;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a site says otherwise because it was asked otherwise. */
class WordingTest {

    private static final Scope SCOPE = new Scope("moodle_contents", "contents/course:2");
    private static final Evidence EVIDENCE = new Evidence("moodle_contents", "core_course_get_contents", "a");
    private static final Wording SPANISH = new Wording("filtered es");
    private static final Wording ENGLISH = new Wording("filtered en");

    private static Sighting page(String title, String body) {
        return Sighting.of("module:55", ItemType.MATERIAL)
                .title(title)
                .body(body)
                .availability(Availability.OPEN)
                .build();
    }

    private static Sighting noted(Wording wording, Sighting seen, Sighting was) {
        return wording.noted(
                        Observation.complete(SCOPE, List.of(seen), EVIDENCE),
                        List.of(new Remembered(SCOPE, was, 0, EVIDENCE)))
                .sightings()
                .get(0);
    }

    @Test
    void what_an_earlier_version_asked_for_without_filters_is_reworded_once() {
        Sighting glued = page("Exam rulesReglas del examen", "The exam is on 12/12/2026.");
        Sighting seen = page("Reglas del examen", "El examen es el 12/12/2026.");

        Sighting first = noted(SPANISH, seen, glued);
        Sighting second = noted(SPANISH, page("Reglas del examen", "El examen es el 14/12/2026."), first);

        assertThat(first.movedByThemselves()).containsExactlyInAnyOrder(Field.TITLE.key(), Field.BODY.key());
        assertThat(second.movedByThemselves()).isEmpty();
    }

    @Test
    void another_language_is_another_wording() {
        Sighting spanish = noted(SPANISH, page("Reglas", "Aula 3"), page("Reglas", "Aula 3"));

        Sighting english = noted(ENGLISH, page("Rules", "Aula 3"), spanish);

        assertThat(english.movedByThemselves()).containsExactly(Field.TITLE.key());
    }

    @Test
    void what_is_stated_again_as_it_was_remembered_was_asked_for_as_it_was_then() {
        Sighting spanish = noted(SPANISH, page("Reglas", "Aula 3"), page("Reglas", "Aula 3"));

        Sighting again = noted(ENGLISH, spanish, spanish);

        assertThat(again).isEqualTo(spanish);
    }

    @Test
    void what_comes_goes_or_closes_is_no_matter_of_words() {
        Sighting was = page("Reglas", "Aula 3");
        Sighting seen = Sighting.of("module:55", ItemType.MATERIAL)
                .title("Reglas")
                .body("")
                .availability(Availability.restricted("Grupo A"))
                .build();

        assertThat(noted(SPANISH, seen, was).movedByThemselves()).isEmpty();
    }

    @Test
    void a_restriction_in_other_words_is_the_same_if_its_numbers_are() {
        Sighting was = restricted("Desde el 5 de diciembre");

        assertThat(noted(SPANISH, restricted("From 5 December"), was).movedByThemselves())
                .containsExactly(Field.AVAILABILITY.key());
        assertThat(noted(SPANISH, restricted("From 6 December"), was).movedByThemselves())
                .isEmpty();
    }

    private static Sighting restricted(String why) {
        return Sighting.of("module:55", ItemType.MATERIAL)
                .title("Reglas")
                .availability(Availability.restricted(why))
                .state(Field.BODY, "x")
                .build();
    }
}
