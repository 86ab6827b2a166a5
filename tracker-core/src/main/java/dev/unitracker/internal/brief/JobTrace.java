package dev.unitracker.internal.brief;

import dev.unitracker.spi.ModelJob;
import dev.unitracker.spi.ModelTrace;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Notes what passes between an enricher and its model in a job; the question is written before it is answered. */
final class JobTrace implements ModelTrace {

    private final Consumer<ModelJob> store;
    private ModelJob job;
    private String refusal = "the model's answer was of no use";

    JobTrace(ModelJob job, Consumer<ModelJob> store) {
        this.job = job;
        this.store = store;
    }

    @Override
    public void asked(String prompt) {
        job = with(prompt, job.answer(), job.attempts() + 1);
        store.accept(job);
    }

    @Override
    public void answered(String answer) {
        job = with(job.prompt(), answer, job.attempts());
    }

    @Override
    public void refused(String reason) {
        refusal = reason;
    }

    String refusal() {
        return refusal;
    }

    /** Returns the job as it ended. */
    ModelJob ended(ModelJob.Status status, @Nullable String error, Instant at) {
        return new ModelJob(
                job.number(),
                job.item(),
                job.model(),
                job.prompt(),
                job.answer(),
                job.attempts(),
                status,
                error,
                job.startedAt(),
                at);
    }

    private ModelJob with(String prompt, @Nullable String answer, int attempts) {
        return new ModelJob(
                job.number(),
                job.item(),
                job.model(),
                prompt,
                answer,
                attempts,
                job.status(),
                job.error(),
                job.startedAt(),
                job.finishedAt());
    }
}
