package dev.unitracker.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.dates.Fact;
import dev.unitracker.dates.FactType;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.FactFields;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KindOfEachFieldTest {

    private static final ItemId ID = new ItemId("me", "source", "module:5");
    private static final Item PLAIN = Item.of(ID, Map.of("status", "active", "item_type", "quiz"));

    @ParameterizedTest
    @EnumSource
    void every_field_that_changes_alone_has_its_kind(Field field) {
        Item before = stored(field, "active");
        Item after = stored(field, "removed");

        ChangeKind kind = Diff.between(before, after).orElseThrow().kind();

        assertThat(kind).isEqualTo(kindOf(field));
    }

    /** A store may hold any text in any field. */
    private static Item stored(Field field, String text) {
        Map<String, String> fields = new HashMap<>(PLAIN.fields());
        fields.put(field.key(), text);
        return Item.of(ID, fields);
    }

    // No default: a new field has to be thought of here.
    private static ChangeKind kindOf(Field field) {
        return switch (field) {
            case STATUS -> ChangeKind.REMOVED;
            case DUE_AT -> ChangeKind.DEADLINE_CHANGED;
            case STARTS_AT, ENDS_AT, PLACE, CUT_OFF_AT -> ChangeKind.SCHEDULE_CHANGED;
            case GRADE, GRADE_FEEDBACK, GRADE_MAXIMUM -> ChangeKind.GRADE_CHANGED;
            case AVAILABILITY -> ChangeKind.AVAILABILITY_CHANGED;
            case REVIEW_STATUS, REVIEW_REASON -> ChangeKind.REVIEW_CHANGED;
            case TITLE, BODY, FILE_VERSION, TIME_LIMIT, ATTEMPTS, REPLIES, REPLY_TEXT, INTRODUCTION ->
                ChangeKind.CONTENT_CHANGED;
            case COMPLETION, COMPLETION_OVERRIDE -> ChangeKind.COMPLETION_CHANGED;
            case TYPE, COURSE, WITHIN, PUBLISHED_AT, DUE_SOURCE, SUBMISSION, URL -> ChangeKind.REFRESH_ONLY;
        };
    }

    @ParameterizedTest
    @EnumSource
    void every_fact_that_changes_alone_has_its_kind(FactType type) {
        Item before = stating(fact(type, "2026-12-01", "the 1st"));
        Item after = stating(fact(type, "2026-12-02", "the 1st"));

        ChangeKind kind = Diff.between(before, after).orElseThrow().kind();

        assertThat(kind)
                .isEqualTo(
                        switch (type) {
                            case EXAM_AT -> ChangeKind.EXAM_CHANGED;
                            case CLASS_SESSION_AT, STARTS_AT, CLASSROOM -> ChangeKind.SCHEDULE_CHANGED;
                            case DUE_AT, GRADES_CLOSE_AT, DATE_MENTION -> ChangeKind.CONTENT_CHANGED;
                        });
    }

    @ParameterizedTest
    @EnumSource
    void other_words_for_the_same_fact_are_a_refresh(FactType type) {
        Item before = stating(fact(type, "2026-12-01", "the 1st"));
        Item after = stating(fact(type, "2026-12-01", "the first"));

        ChangeKind kind = Diff.between(before, after).orElseThrow().kind();

        assertThat(kind).isEqualTo(ChangeKind.REFRESH_ONLY);
    }

    @Test
    void a_deadline_is_added_moved_and_removed() {
        Item first = PLAIN.with(Field.DUE_AT, "2026-12-01T00:00:00Z");
        Item moved = PLAIN.with(Field.DUE_AT, "2026-12-02T00:00:00Z");

        assertThat(kind(PLAIN, first)).isEqualTo(ChangeKind.DEADLINE_ADDED);
        assertThat(kind(first, moved)).isEqualTo(ChangeKind.DEADLINE_CHANGED);
        assertThat(kind(moved, PLAIN)).isEqualTo(ChangeKind.DEADLINE_REMOVED);
    }

    @Test
    void a_grade_is_released_once_and_changes_afterwards() {
        Item graded = PLAIN.with(Field.GRADE, "8");
        Item commented = graded.with(Field.GRADE_FEEDBACK, "Bien");

        assertThat(kind(PLAIN, graded)).isEqualTo(ChangeKind.GRADE_RELEASED);
        assertThat(kind(PLAIN, PLAIN.with(Field.GRADE_FEEDBACK, "Bien"))).isEqualTo(ChangeKind.GRADE_RELEASED);
        assertThat(kind(graded, commented)).isEqualTo(ChangeKind.GRADE_CHANGED);
        assertThat(kind(commented, PLAIN)).isEqualTo(ChangeKind.GRADE_CHANGED);
    }

    @Test
    void another_maximum_releases_no_grade() {
        Item ofTen = PLAIN.with(Field.GRADE_MAXIMUM, "10");
        Item ofHundred = PLAIN.with(Field.GRADE_MAXIMUM, "100");

        assertThat(kind(PLAIN, ofTen)).isEqualTo(ChangeKind.GRADE_CHANGED);
        assertThat(kind(ofTen, ofHundred)).isEqualTo(ChangeKind.GRADE_CHANGED);
    }

    @Test
    void an_item_is_new_goes_and_comes_back() {
        Item removed = PLAIN.with(Field.STATUS, "removed");

        assertThat(Diff.between(null, PLAIN).orElseThrow().kind()).isEqualTo(ChangeKind.NEW);
        assertThat(kind(PLAIN, removed)).isEqualTo(ChangeKind.REMOVED);
        assertThat(kind(removed, PLAIN)).isEqualTo(ChangeKind.REAPPEARED);
    }

    @Test
    void what_goes_out_of_sight_and_comes_back_is_neither_gone_nor_there_again() {
        Item hidden = PLAIN.with(Field.STATUS, "hidden");
        Item removed = PLAIN.with(Field.STATUS, "removed");
        Item due = PLAIN.with(Field.DUE_AT, "2026-12-08T12:00:00Z");

        assertThat(kind(PLAIN, hidden)).isEqualTo(ChangeKind.AVAILABILITY_CHANGED);
        assertThat(kind(hidden, PLAIN)).isEqualTo(ChangeKind.AVAILABILITY_CHANGED);
        assertThat(kind(hidden, removed)).isEqualTo(ChangeKind.REMOVED);
        assertThat(kind(removed, hidden)).isEqualTo(ChangeKind.REAPPEARED);
        assertThat(kind(hidden, due)).isEqualTo(ChangeKind.DEADLINE_ADDED);
    }

    @Test
    void what_was_only_learnt_is_no_news_but_is_written_down() {
        Item known = PLAIN.with(Field.BODY, "Read late").with(Field.GRADE, "8");
        DiffRules rules = new DiffRules(Map.of(ID, Set.of("body_text", "grade")));

        Difference difference =
                Diff.between(List.of(PLAIN), List.of(known), rules).get(0);

        assertThat(difference.kind()).isEqualTo(ChangeKind.REFRESH_ONLY);
        assertThat(difference.fields()).hasSize(2);
    }

    private static ChangeKind kind(Item before, Item after) {
        return Diff.between(before, after).orElseThrow().kind();
    }

    private static Fact fact(FactType type, String value, String quote) {
        return new Fact(type, "final", value, 0.9, "date-grammar", quote, null);
    }

    private static Item stating(Fact fact) {
        Map<String, String> fields = new HashMap<>(PLAIN.fields());
        fields.putAll(FactFields.encode(List.of(fact)));
        return Item.of(ID, fields);
    }
}
