package dev.unitracker.example.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.example.server.Answers.Question;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What was answered before is answered again without asking, as long as it is true. */
class AnswersTest {

    private static final Question RISKS = new Question("ana", "/risks", Map.of("days", "14"));
    private static final Stamp STAMP = new Stamp("7-0-3");

    private final Answers answers = new Answers();
    private int made;

    private Supplier<Answer> ofBytes(int length) {
        return () -> {
            made++;
            return Answer.of("text/plain", new byte[length]).with("Number", Integer.toString(made));
        };
    }

    private String number(Question question, Stamp stamp) {
        return answers.of(question, stamp, ofBytes(10)).headers().getOrDefault("Number", "none");
    }

    @Test
    void an_answer_is_made_once_while_nothing_is_written() {
        assertThat(number(RISKS, STAMP)).isEqualTo("1");
        assertThat(number(RISKS, STAMP)).isEqualTo("1");
    }

    @Test
    void what_was_written_meanwhile_is_answered() {
        number(RISKS, STAMP);

        assertThat(number(RISKS, new Stamp("8-0-4"))).isEqualTo("2");
        assertThat(number(RISKS, STAMP)).isEqualTo("3");
    }

    @Test
    void another_question_has_another_answer() {
        number(RISKS, STAMP);

        assertThat(number(new Question("bea", "/risks", Map.of("days", "14")), STAMP))
                .isEqualTo("2");
        assertThat(number(new Question("ana", "/risks", Map.of("days", "15")), STAMP))
                .isEqualTo("3");
        assertThat(number(new Question("ana", "/accounts/ana/risks", Map.of("days", "14")), STAMP))
                .isEqualTo("4");
    }

    @Test
    void only_so_many_bytes_are_kept_and_what_was_not_asked_for_longest_goes_first() {
        int large = Answers.MOST_BYTES / 10;
        for (int days = 1; days <= 10; days++) {
            answers.of(question(days), STAMP, ofBytes(large));
        }
        made = 0;

        answers.of(question(10), STAMP, ofBytes(large));
        answers.of(question(2), STAMP, ofBytes(large));
        assertThat(made).isZero();
        answers.of(question(1), STAMP, ofBytes(large));
        assertThat(made).isEqualTo(1);
    }

    @Test
    void an_answer_that_would_drive_out_many_is_not_kept() {
        answers.of(RISKS, STAMP, ofBytes(Answers.MOST_BYTES / 8 + 1));
        answers.of(RISKS, STAMP, ofBytes(Answers.MOST_BYTES / 8 + 1));

        assertThat(made).isEqualTo(2);
    }

    private static Question question(int days) {
        return new Question("ana", "/risks", Map.of("days", Integer.toString(days)));
    }
}
