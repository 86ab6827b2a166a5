package dev.unitracker.internal.reconcile;

import static dev.unitracker.internal.reconcile.Answered.assignment;
import static dev.unitracker.internal.reconcile.Answered.mention;
import static dev.unitracker.internal.reconcile.Answered.remembered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.unitracker.model.Completion;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.DateRule.Reach;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemType;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of one item of which several answers speak, the best answer first in each row. */
class MergeTest {

    private static final DateRule EXTENSION = new DateRule("extension", 10, Reach.STUDENT);
    private static final DateRule OVERRIDE = new DateRule("override", 20, Reach.STUDENT);
    private static final DateRule GROUP = new DateRule("group", 30, Reach.EXCEPTION);
    private static final DateRule EXPECTED = new DateRule("expected", 200, Reach.EXPECTED);

    private static final DateRule STRONGLY_EXPECTED = new DateRule("strongly", 50, Reach.EXPECTED);

    private static final String FRIDAY = "2026-03-06T18:00:00Z";
    private static final String MONDAY = "2026-03-09T18:00:00Z";
    private static final String TUESDAY = "2026-03-10T18:00:00Z";
    private static final String NOTHING = "";

    @ParameterizedTest(name = "{0}")
    @MethodSource("fields")
    void a_field_is_what_the_best_answer_that_mentions_it_says(
            String why, List<Remembered> answers, Field field, String expected) {
        assertThat(Merge.of(answers).fields().getOrDefault(field.key(), NOTHING))
                .isEqualTo(expected);
    }

    static Stream<Arguments> fields() {
        Sighting listed = assignment("module:5")
                .rank(Sighting.SECOND)
                .title("Listed")
                .url("https://a.example/5")
                .build();
        Sighting own = assignment("module:5").title("Own").body("").build();
        Sighting old = assignment("module:5")
                .rank(Sighting.SECOND)
                .body("What it said once")
                .build();
        Sighting calendar = Sighting.about("module:5")
                .course("course:9")
                .title("By the way")
                .build();
        Sighting file = assignment("module:5").within("module:1").build();
        Sighting placed = assignment("module:5").placedIn("section:8").build();
        Sighting partOnlyByMention = mention("module:5").within("module:1").build();
        return Stream.of(
                row("the better one", answers(own, listed), Field.TITLE, "Own"),
                row("only one mentions it", answers(own, listed), Field.URL, "https://a.example/5"),
                row("nobody mentions it", answers(own, listed), Field.GRADE, NOTHING),
                row("stated to be empty by the better one", answers(own, old), Field.BODY, NOTHING),
                row("a mention may name it", answers(calendar, own), Field.TITLE, "By the way"),
                row("a mention tells no type", answers(calendar, own), Field.TYPE, ItemType.ASSIGNMENT.name()),
                row("a mention tells no course", answers(calendar, own), Field.COURSE, Answered.COURSE),
                row("what is there is active", answers(own), Field.STATUS, "active"),
                row("one saw it out of sight", answers(own, listed.hidden()), Field.STATUS, "hidden"),
                row("part of an item", answers(file), Field.WITHIN, "module:1"),
                row("a place is no item", answers(placed), Field.WITHIN, NOTHING),
                row("a mention places nothing", answers(partOnlyByMention, own), Field.WITHIN, NOTHING),
                row("somebody saw it completed", answers(done(false), done(true)), Field.COMPLETION, "completed"),
                row("nobody saw it completed", answers(done(false), own), Field.COMPLETION, "incomplete"),
                row("nobody speaks of completion", answers(own), Field.COMPLETION, NOTHING));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deadlines")
    void a_deadline_follows_the_rules_that_its_answers_name(
            String why, List<Remembered> answers, String due, String source) {
        Map<String, String> fields = Merge.of(answers).fields();

        assertThat(fields.getOrDefault(Field.DUE_AT.key(), NOTHING)).isEqualTo(due);
        assertThat(fields.getOrDefault(Field.DUE_SOURCE.key(), NOTHING)).isEqualTo(source);
    }

    static Stream<Arguments> deadlines() {
        return Stream.of(
                due("nobody states one", answers(assignment("module:5").build()), NOTHING, NOTHING),
                due(
                        "the class's, by the best answer",
                        answers(first(FRIDAY, DateRule.ACTIVITY), second(MONDAY, DateRule.ACTIVITY)),
                        FRIDAY,
                        "activity ask_1"),
                due(
                        "the best answer says that there is none",
                        answers(first(null, DateRule.ACTIVITY), second(MONDAY, DateRule.ACTIVITY)),
                        NOTHING,
                        NOTHING),
                due(
                        "the student's own, though it is only mentioned by the way",
                        answers(first(FRIDAY, DateRule.ACTIVITY), third(MONDAY, EXTENSION)),
                        MONDAY,
                        "extension ask_2 " + FRIDAY),
                due(
                        "the student has none of his own",
                        answers(first(FRIDAY, DateRule.ACTIVITY), third(null, EXTENSION)),
                        FRIDAY,
                        "activity ask_1"),
                due(
                        "the student's own where the class has none",
                        answers(first(null, DateRule.ACTIVITY), third(MONDAY, EXTENSION)),
                        MONDAY,
                        "extension ask_2"),
                due(
                        "the student's own is the class's",
                        answers(first(FRIDAY, DateRule.ACTIVITY), third(FRIDAY, EXTENSION)),
                        FRIDAY,
                        "extension ask_2"),
                due(
                        "the stronger of two rules, not the later date or the better answer",
                        answers(first(TUESDAY, OVERRIDE), second(FRIDAY, DateRule.ACTIVITY), third(MONDAY, EXTENSION)),
                        MONDAY,
                        "extension ask_3 " + FRIDAY),
                due(
                        "a stronger rule without a date is as good as none",
                        answers(first(TUESDAY, OVERRIDE), third(null, EXTENSION)),
                        TUESDAY,
                        "override ask_1"),
                due(
                        "an exception in a worse answer than the class's is in that already, or true no more",
                        answers(first(FRIDAY, DateRule.ACTIVITY), second(MONDAY, GROUP)),
                        FRIDAY,
                        "activity ask_1"),
                due(
                        "an exception in a better answer than the class's",
                        answers(first(MONDAY, GROUP), second(FRIDAY, DateRule.ACTIVITY)),
                        MONDAY,
                        "group ask_1 " + FRIDAY),
                due(
                        "an exception in an answer as good as the class's",
                        answers(first(FRIDAY, DateRule.ACTIVITY), first(MONDAY, GROUP)),
                        MONDAY,
                        "group ask_2 " + FRIDAY),
                due(
                        "an exception where nobody tells the class's",
                        answers(second(MONDAY, GROUP)),
                        MONDAY,
                        "group ask_1"),
                due(
                        "an exception without a date",
                        answers(first(null, GROUP), second(FRIDAY, DateRule.ACTIVITY)),
                        FRIDAY,
                        "activity ask_2"),
                due(
                        "what is expected, where the activity has no date",
                        answers(first(null, DateRule.ACTIVITY), second(MONDAY, EXPECTED)),
                        MONDAY,
                        "expected ask_2"),
                due(
                        "what is expected counts for nothing beside a date, however strong its rule",
                        answers(first(MONDAY, STRONGLY_EXPECTED), second(FRIDAY, DateRule.ACTIVITY)),
                        FRIDAY,
                        "activity ask_2"),
                due(
                        "what is expected counts for nothing beside a date",
                        answers(first(MONDAY, EXPECTED), second(FRIDAY, DateRule.ACTIVITY)),
                        FRIDAY,
                        "activity ask_2"));
    }

    @Test
    void what_is_stated_to_be_empty_is_no_field() {
        Sighting own = assignment("module:5").title("Own").body("").url("").build();

        assertThat(Merge.of(answers(own)).fields()).doesNotContainValue(NOTHING);
    }

    @Test
    void each_field_is_traced_to_the_answer_that_gave_it() {
        List<Remembered> answers = answers(first(FRIDAY, DateRule.ACTIVITY), third(MONDAY, EXTENSION), done(true));

        Map<String, Remembered> winners = Merge.of(answers).winners();

        assertThat(winners.get(Field.DUE_AT.key())).isEqualTo(answers.get(1));
        assertThat(winners.get(Field.DUE_SOURCE.key())).isEqualTo(answers.get(1));
        assertThat(winners.get(Field.TYPE.key())).isEqualTo(answers.get(0));
        assertThat(winners.get(Field.COMPLETION.key())).isEqualTo(answers.get(2));
    }

    @Test
    void a_deadline_that_no_rule_lets_count_is_traced_to_nobody() {
        assertThat(Merge.of(answers(first(null, EXTENSION))).winners()).doesNotContainKey(Field.DUE_AT.key());
    }

    private static Arguments row(String why, List<Remembered> answers, Field field, String expected) {
        return arguments(why, answers, field, expected);
    }

    private static Arguments due(String why, List<Remembered> answers, String due, String source) {
        return arguments(why, answers, due, source);
    }

    /** The first answer was asked for with {@code ask_1}, the next with {@code ask_2}, and so on. */
    private static List<Remembered> answers(Sighting... sightings) {
        return Stream.iterate(0, number -> number < sightings.length, number -> number + 1)
                .map(number -> remembered((number + 1) + "/all", sightings[number]))
                .toList();
    }

    private static Sighting done(boolean done) {
        return assignment("module:5")
                .rank(done ? Sighting.THIRD : Sighting.FIRST)
                .completion(done ? Completion.COMPLETED : Completion.INCOMPLETE)
                .build();
    }

    private static Sighting first(@Nullable String due, DateRule rule) {
        return stating(due, rule, Sighting.FIRST);
    }

    private static Sighting second(@Nullable String due, DateRule rule) {
        return stating(due, rule, Sighting.SECOND);
    }

    private static Sighting third(@Nullable String due, DateRule rule) {
        return stating(due, rule, Sighting.THIRD);
    }

    private static Sighting stating(@Nullable String due, DateRule rule, int rank) {
        return assignment("module:5")
                .rank(rank)
                .due(due == null ? null : Instant.parse(due), rule)
                .build();
    }
}
