package dev.unitracker.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    @Test
    void two_answers_to_the_same_question_are_ordered_by_their_content() {
        Evidence none = new Evidence("moodle_forums", "ask", null);
        Evidence one = new Evidence("moodle_forums", "ask", "aa");
        Evidence other = new Evidence("moodle_forums", "ask", "bb");

        List<Evidence> sorted = new ArrayList<>(List.of(other, one, none));
        sorted.sort(null);

        assertThat(sorted).containsExactly(none, one, other);
    }

    @Test
    void the_source_of_a_date_comes_back() {
        DateSource plain = new DateSource("user_override", "ask", null);
        DateSource extension = new DateSource("extension", "ask", Instant.parse("2026-12-14T02:59:00Z"));

        assertThat(DateSource.decode(plain.encode())).isEqualTo(plain);
        assertThat(DateSource.decode(extension.encode())).isEqualTo(extension);
    }
}
