package dev.unitracker.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.unitracker.brief.Brief;
import dev.unitracker.brief.BriefCheck;
import dev.unitracker.brief.BriefRequest;
import dev.unitracker.brief.BriefSubject;
import dev.unitracker.brief.BriefWriter;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.spi.Enricher;
import dev.unitracker.spi.ModelTrace;
import dev.unitracker.words.Language;
import dev.unitracker.words.Texts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Enricher} promises, as tests: a good answer becomes a brief, a bad one is of no use and is said to be so, a
 * date needs its quotation. Whoever writes an enricher extends this class and says how to open one whose model answers well, and
 * one whose model answers with given words. No real model is asked: the test plays its part.
 */
public abstract class EnricherContract {

    private static final ZoneId ZONE = ZoneId.of("America/Argentina/Buenos_Aires");
    private static final String TEXT = "Write ten pages at most. Hand it in by 6 March 2026 18:00. No excuses.";

    /**
     * Returns an enricher whose model answers every question in the form that the enricher asks for.
     *
     * @param summary the summary of the item
     * @param bullets two bullets, in order
     * @param date a day, or a moment with its offset, in ISO form
     * @param quote the words of the text that state the date
     */
    protected abstract Enricher thatAnswersWell(String summary, List<String> bullets, String date, String quote);

    /** Returns an enricher whose model answers every question with these words, which are no brief and may be empty. */
    protected abstract Enricher thatAnswersWith(String words);

    @Test
    void a_good_answer_becomes_a_brief_with_the_items_own_course_and_sources() {
        Enricher enricher = thatAnswersWell(
                "An essay of ten pages at most.",
                List.of("Write it", "Hand it in"),
                "2026-03-06T18:00:00-03:00",
                "by 6 March 2026 18:00");

        Brief brief = enricher.enrich(request(), new Trace()).orElseThrow();

        assertThat(brief.summaryShort()).isEqualTo("An essay of ten pages at most.");
        assertThat(brief.summaryBullets()).containsExactly("Write it", "Hand it in");
        assertThat(brief.keyDates())
                .extracting(Brief.KeyDate::value, Brief.KeyDate::quote)
                .containsExactly(tuple("2026-03-06T21:00:00Z", "by 6 March 2026 18:00"));
        assertThat(brief.keyDates()).allMatch(date -> date.confidence() <= BriefCheck.MOST_CONFIDENCE);
        assertThat(brief.confidence()).isLessThanOrEqualTo(BriefCheck.MOST_CONFIDENCE);
        assertThat(brief.courseContext()).isEqualTo(request().outline().courseContext());
        assertThat(brief.sourceRefs()).isEqualTo(request().outline().sourceRefs());
    }

    @Test
    void what_passes_is_told() {
        Trace trace = new Trace();

        thatAnswersWith("I would rather not.").enrich(request(), trace);

        assertThat(trace.prompts).hasSize(1).first().asString().contains("No excuses");
        assertThat(trace.answers).hasSize(1).first().asString().contains("rather not");
        assertThat(trace.refusals).hasSize(1);
    }

    @Test
    void words_that_are_no_brief_are_of_no_use() {
        for (String words : List.of("", "   ", "Sure! Here is your brief.", "{", "[]", "{\"summary\": 3}", "null")) {
            Optional<Brief> brief = thatAnswersWith(words).enrich(request(), new Trace());

            assertThat(brief).as(words).isEmpty();
        }
    }

    @Test
    void a_date_whose_quotation_is_not_in_the_text_is_left_out() {
        Enricher enricher = thatAnswersWell(
                "An essay of ten pages at most.", List.of("Write it", "Hand it in"), "2026-04-01", "by 1 April 2026");

        assertThat(enricher.enrich(request(), new Trace()).orElseThrow().keyDates())
                .isEmpty();
    }

    @Test
    void a_summary_that_echoes_the_title_is_of_no_use() {
        Enricher enricher = thatAnswersWell(
                "EXAMPLE: module 1!", List.of("Write it", "Hand it in"), "2026-03-06", "by 6 March 2026");

        assertThat(enricher.enrich(request(), new Trace())).isEmpty();
    }

    private static BriefRequest request() {
        Item item = Example.assignment("module:1").with(Field.BODY, TEXT);
        Brief outline = new BriefWriter(Texts.in(Language.ENGLISH), ZONE)
                .write(BriefSubject.of(item, List.of(item), List.of()), Example.NOON);
        return new BriefRequest(item, TEXT, outline, Language.ENGLISH, ZONE);
    }

    private static final class Trace implements ModelTrace {
        final List<String> prompts = new ArrayList<>();
        final List<String> answers = new ArrayList<>();
        final List<String> refusals = new ArrayList<>();

        @Override
        public void asked(String prompt) {
            prompts.add(prompt);
        }

        @Override
        public void answered(String answer) {
            answers.add(answer);
        }

        @Override
        public void refused(String reason) {
            refusals.add(reason);
        }
    }
}
