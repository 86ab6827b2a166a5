package dev.unitracker.testkit;

import static dev.unitracker.testkit.Example.NOON;
import static dev.unitracker.testkit.Example.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.brief.ModelJob;
import dev.unitracker.brief.ModelJob.Status;
import org.junit.jupiter.api.Test;

/** What {@link dev.unitracker.spi.ModelJobs} promises. */
interface ModelJobsContract extends OpenStore {

    @Test
    default void an_item_that_no_model_was_asked_about_has_no_job() {
        assertThat(modelJobs().of(id("module:1"), 5)).isEmpty();
    }

    @Test
    default void jobs_are_numbered_in_the_order_in_which_they_are_added() {
        ModelJob first = modelJobs().add(job("module:1"));
        ModelJob second = modelJobs().add(job("module:2"));
        ModelJob third = modelJobs().add(job("module:1"));

        assertThat(first.number()).isPositive().isLessThan(second.number());
        assertThat(modelJobs().of(id("module:1"), 5)).containsExactly(third, first);
        assertThat(modelJobs().of(id("module:1"), 1)).containsExactly(third);
    }

    @Test
    default void a_job_is_replaced_as_it_goes_on() {
        long number = modelJobs().add(job("module:1")).number();
        ModelJob ended = new ModelJob(
                number,
                id("module:1"),
                new ModelJob.Exchange("model", "¿qué? 😀 \n" + "x".repeat(20_000), "{\"a\": 'b'}", 3),
                Status.REJECTED,
                "no summary",
                NOON,
                NOON.plusSeconds(7));

        modelJobs().update(ended);

        assertThat(modelJobs().of(id("module:1"), 5)).containsExactly(ended);
    }

    @Test
    default void each_account_has_jobs_of_its_own() {
        modelJobs().add(job("module:1"));

        assertThat(of("bruno").modelJobs().of(id("module:1"), 5)).isEmpty();
    }

    @Test
    default void old_jobs_are_forgotten_but_for_the_latest_and_numbers_go_on() {
        ModelJob old = modelJobs().add(ModelJob.begin(id("module:1"), "model", NOON.minusSeconds(1)));
        ModelJob young = modelJobs().add(job("module:1"));
        ModelJob last = modelJobs().add(ModelJob.begin(id("module:1"), "model", NOON.minusSeconds(2)));
        of("bruno").modelJobs().add(ModelJob.begin(id("module:1"), "model", NOON.minusSeconds(1)));

        assertThat(modelJobs().forget(NOON)).isEqualTo(1);

        assertThat(modelJobs().of(id("module:1"), 5)).containsExactly(last, young);
        assertThat(modelJobs().add(job("module:1")).number()).isGreaterThan(last.number());
        assertThat(modelJobs().forget(NOON.minusSeconds(60))).isZero();
        assertThat(old.number()).isLessThan(young.number());
    }

    private static ModelJob job(String key) {
        return ModelJob.begin(id(key), "model", NOON);
    }
}
