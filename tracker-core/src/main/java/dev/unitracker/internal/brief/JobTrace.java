package dev.unitracker.internal.brief;

import dev.unitracker.brief.ModelJob;
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
        job = job.asked(prompt);
        store.accept(job);
    }

    @Override
    public void answered(String answer) {
        job = job.answered(answer);
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
        return job.ended(status, error, at);
    }
}
