package dev.unitracker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.model.DateRule.Reach;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateRuleTest {

    @ParameterizedTest
    @EnumSource
    void a_rule_comes_back_from_what_a_sighting_keeps(Reach reach) {
        DateRule rule = new DateRule("by_name", -7, reach);

        assertThat(DateRule.decode(rule.encode())).isEqualTo(rule);
    }

    @Test
    void the_date_for_everybody_needs_no_more_than_its_name() {
        assertThat(DateRule.ACTIVITY.encode()).isEqualTo("activity");
        assertThat(DateRule.decode("activity")).isEqualTo(DateRule.ACTIVITY);
    }

    @Test
    void the_lowest_rank_is_the_strongest_and_the_key_parts_equals() {
        DateRule strong = new DateRule("b", 1, Reach.EXPECTED);
        DateRule one = new DateRule("a", 2, Reach.STUDENT);
        DateRule other = new DateRule("c", 2, Reach.STUDENT);

        assertThat(Stream.of(other, one, strong).sorted()).containsExactly(strong, one, other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "x 1", "x y student", "x 1 nobody", "a b 1 student"})
    void what_no_rule_wrote_is_refused(String text) {
        assertThatThrownBy(() -> DateRule.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a:b"})
    void a_key_that_could_not_be_stored_is_refused(String key) {
        assertThatThrownBy(() -> new DateRule(key, 1, Reach.STUDENT)).isInstanceOf(IllegalArgumentException.class);
    }
}
