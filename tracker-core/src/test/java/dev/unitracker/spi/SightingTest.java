package dev.unitracker.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.Accounts;
import dev.unitracker.Tracker;
import dev.unitracker.document.Document;
import dev.unitracker.document.ListItem;
import dev.unitracker.document.Position;
import dev.unitracker.document.Run;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemType;
import dev.unitracker.words.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SightingTest {

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow", "2026-12-14", "2026-12-14T02:59:00.000Z", "2026-12-14T02:59Z", "0"})
    void a_moment_that_is_not_in_its_one_form_is_refused(String text) {
        Sighting.Builder sighting = Sighting.about("module:5").state(Field.DUE_AT, text);

        assertThatThrownBy(sighting::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("module:5", "due_at", text);
    }

    @ParameterizedTest
    @EnumSource(names = {"PUBLISHED_AT", "STARTS_AT", "DUE_AT", "CUT_OFF_AT"})
    void a_moment_or_none_is_taken(Field field) {
        assertThat(Sighting.about("module:5")
                        .state(field, Instant.EPOCH)
                        .build()
                        .stated(field))
                .contains("1970-01-01T00:00:00Z");
        assertThat(Sighting.about("module:5")
                        .state(field, (Instant) null)
                        .build()
                        .stated(field))
                .contains("");
        assertThatThrownBy(() -> Sighting.about("module:5").state(field, "soon").build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_body_is_a_text_or_a_document_whichever_was_stated_last() {
        Document list = Document.of(List.of(new ListItem(Position.NONE, 1, List.of(Run.of("Parcial 30/11")))));

        assertThat(Sighting.about("module:5").document(list).build().document()).contains(list);
        assertThat(Sighting.about("module:5").document(list).build().stated(Field.BODY))
                .contains("- Parcial 30/11");
        assertThat(Sighting.about("module:5")
                        .document(list)
                        .body("Parcial 7/12")
                        .build())
                .isEqualTo(Sighting.about("module:5").body("Parcial 7/12").build());
        assertThat(Sighting.about("module:5").build().document()).isEmpty();
    }

    @Test
    void a_document_of_plain_lines_is_a_text() {
        Document lines = Document.ofText("uno\ndos\ftres");

        assertThat(Sighting.about("module:5").document(lines).build())
                .isEqualTo(Sighting.about("module:5").body("uno\ndos\ftres").build());
        assertThat(Sighting.about("module:5").body("uno\ndos\ftres").build().document())
                .contains(lines);
        assertThat(Sighting.about("module:5").body(null).build().document()).contains(Document.empty());
    }

    @Test
    void a_document_is_not_that_of_a_body_stated_in_another_way() {
        Document list = Document.of(List.of(new ListItem(Position.NONE, 1, List.of(Run.of("Parcial 30/11")))));

        Sighting other = Sighting.about("module:5")
                .document(list)
                .state(Field.BODY, "Parcial 7/12")
                .build();

        assertThat(other.document()).contains(Document.ofText("Parcial 7/12"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "5", ":5"})
    void a_key_that_names_nothing_is_refused(String key) {
        assertThatThrownBy(() -> Sighting.of(key, ItemType.QUIZ).build()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_course_that_no_column_takes_is_refused_with_the_item_it_came_with() {
        Sighting.Builder sighting = Sighting.of("event:1", ItemType.CALENDAR_EVENT);

        sighting.course("c".repeat(Sighting.MAX_COURSE)).build();

        assertThatThrownBy(() ->
                        sighting.course("c".repeat(Sighting.MAX_COURSE + 1)).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("at most 600", "601", "event:1");
    }

    @Test
    void a_type_or_an_account_that_no_column_takes_is_refused() {
        assertThatThrownBy(() -> new ItemType("t".repeat(ItemType.MAX_LENGTH + 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 100");
        assertThatThrownBy(() -> new ItemId("a".repeat(ItemId.MAX_ACCOUNT + 1), "event:1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 255");
        assertThatThrownBy(() -> Tracker.of(Accounts.in(new InMemoryStore())
                        .create(
                                "a".repeat(ItemId.MAX_ACCOUNT + 1),
                                ZoneId.of("America/Argentina/Buenos_Aires"),
                                Language.SPANISH)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 255");
    }

    @Test
    void the_rule_of_a_deadline_is_the_activitys_unless_it_says_so() {
        Sighting plain = Sighting.about("module:5").build();
        DateRule extension = new DateRule("extension", 10, DateRule.Reach.STUDENT);
        Sighting extended = Sighting.about("module:5").due(null, extension).build();

        assertThat(plain.dueRule()).isEqualTo(DateRule.ACTIVITY);
        assertThat(extended.dueRule()).isEqualTo(extension);
    }

    @Test
    void what_no_database_can_keep_is_taken_out_of_texts_before_they_are_compared() {
        Sighting sighting = Sighting.of("module:5", ItemType.ASSIGNMENT)
                .title("a\0b\ud800c \ud83d\ude00")
                .build();

        assertThat(sighting.stated(Field.TITLE)).contains("ab\ufffdc \ud83d\ude00");
    }

    @Test
    void what_no_database_can_keep_is_taken_out_of_keys_memos_and_names_too() {
        Sighting sighting = Sighting.of("file:5:/a\0\ud800", ItemType.MATERIAL_FILE)
                .course("course:\0\udc00")
                .within("module:\0\udc00")
                .otherDate("opens\0", Instant.EPOCH)
                .memo("m\0", "\ud800")
                .build();

        assertThat(sighting)
                .isEqualTo(Sighting.of("file:5:/a\ufffd", ItemType.MATERIAL_FILE)
                        .course("course:\ufffd")
                        .within("module:\ufffd")
                        .otherDate("opens", Instant.EPOCH)
                        .memo("m", "\ufffd")
                        .build());
        assertThat(new Scope("a", "b\0\ud800")).isEqualTo(new Scope("a", "b\ufffd"));
    }

    @Test
    void what_another_stated_is_added_with_the_structure_of_its_body() {
        Document list = Document.of(List.of(new ListItem(Position.NONE, 1, List.of(Run.of("Parcial 30/11")))));
        Sighting told = Sighting.about("module:5")
                .title("Quiz")
                .document(list)
                .state(Field.PLACE, "Aula 3")
                .build();

        Sighting completed =
                Sighting.about("module:5").title("Test").build().completedBy(told, List.of(Field.TITLE, Field.BODY));

        assertThat(completed.stated(Field.TITLE)).contains("Test");
        assertThat(completed.document()).contains(list);
        assertThat(completed.stated(Field.PLACE)).isEmpty();
    }

    @Test
    void a_body_that_is_stated_is_not_taken_from_another_not_even_an_empty_one() {
        Sighting told = Sighting.about("module:5").body("Parcial 30/11").build();

        Sighting completed = Sighting.about("module:5").body("").build().completedBy(told, List.of(Field.BODY));

        assertThat(completed.stated(Field.BODY)).contains("");
    }

    @Test
    void another_body_takes_the_place_of_the_one_before_and_of_its_structure() {
        Document list = Document.of(List.of(new ListItem(Position.NONE, 1, List.of(Run.of("Parcial 30/11")))));
        Sighting sighting =
                Sighting.about("module:5").title("Quiz").document(list).build();

        assertThat(sighting.withBody(Document.ofText("-")))
                .isEqualTo(Sighting.about("module:5").title("Quiz").body("-").build());
    }
}
