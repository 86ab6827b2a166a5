package dev.unitracker.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.Seeds;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.FieldChange;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemGenerator;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The table of kinds once more, written down by hand. */
class KindPrecedenceTest {

    private record Rule(Predicate<FieldChange> applies, List<ChangeKind> kinds) {
        Rule(Predicate<FieldChange> applies, ChangeKind... kinds) {
            this(applies, List.of(kinds));
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule(field("status").and(change -> !"active".equals(change.after())), ChangeKind.REMOVED),
            new Rule(field("status").and(change -> change.before() != null), ChangeKind.REAPPEARED),
            new Rule(field("status"), ChangeKind.NEW),
            new Rule(field("due_at").and(change -> change.before() == null), ChangeKind.DEADLINE_ADDED),
            new Rule(field("due_at").and(change -> change.after() == null), ChangeKind.DEADLINE_REMOVED),
            new Rule(field("due_at"), ChangeKind.DEADLINE_CHANGED),
            new Rule(fact("exam_at"), ChangeKind.EXAM_CHANGED),
            new Rule(
                    field("starts_at", "ends_at", "place", "cut_off_at")
                            .or(change -> change.field().startsWith("date["))
                            .or(fact("class_session_at"))
                            .or(fact("starts_at"))
                            .or(fact("classroom")),
                    ChangeKind.SCHEDULE_CHANGED),
            new Rule(
                    field("grade", "grade_maximum", "grade_feedback"),
                    ChangeKind.GRADE_RELEASED,
                    ChangeKind.GRADE_CHANGED),
            new Rule(field("availability"), ChangeKind.AVAILABILITY_CHANGED),
            new Rule(field("review_status", "review_reason"), ChangeKind.REVIEW_CHANGED),
            new Rule(
                    field(
                                    "title",
                                    "body_text",
                                    "introduction",
                                    "file_version",
                                    "time_limit",
                                    "attempts_allowed",
                                    "reply_count",
                                    "reply_text",
                                    "something_unheard_of")
                            .or(fact("due_at"))
                            .or(fact("grades_close_at"))
                            .or(fact("date_mention")),
                    ChangeKind.CONTENT_CHANGED),
            new Rule(field("completion_state", "completion_override_state"), ChangeKind.COMPLETION_CHANGED),
            new Rule(change -> true, ChangeKind.REFRESH_ONLY));

    @Test
    void the_kind_is_the_first_that_applies() {
        Seeds.check("the kind is the first that applies", 10_000, random -> {
            ItemGenerator generator = new ItemGenerator(random);
            List<Item> before = generator.state();

            List<Difference> differences = Diff.between(before, generator.after(before), DiffRules.STRICT);

            differences.forEach(difference -> assertThat(difference.kind()).isIn(expected(difference)));
        });
    }

    private static List<ChangeKind> expected(Difference difference) {
        return RULES.stream()
                .filter(rule -> difference.fields().stream().anyMatch(rule.applies()))
                .findFirst()
                .orElseThrow()
                .kinds();
    }

    private static Predicate<FieldChange> field(String... keys) {
        return change -> List.of(keys).contains(change.field());
    }

    private static Predicate<FieldChange> fact(String type) {
        return change ->
                change.field().startsWith(type + "[") && !change.field().endsWith(".evidence");
    }
}
