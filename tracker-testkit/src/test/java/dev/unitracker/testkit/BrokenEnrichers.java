package dev.unitracker.testkit;

import dev.unitracker.brief.Brief;
import dev.unitracker.brief.Brief.KeyDate;
import dev.unitracker.brief.Brief.Making;
import dev.unitracker.brief.Brief.Origin;
import dev.unitracker.brief.BriefCheck;
import dev.unitracker.brief.BriefRequest;
import dev.unitracker.spi.Enricher;
import dev.unitracker.spi.ModelTrace;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Enrichers that each break one promise; the contract is run against them to see that it notices. */
final class BrokenEnrichers {

    private static final Making MAKING = new Making(Origin.STORED, "model", Example.NOON);

    private BrokenEnrichers() {}

    /** A good one, of which each other one changes something. */
    static class Good extends EnricherContract {

        @Override
        protected Enricher thatAnswersWell(String summary, List<String> bullets, String date, String quote) {
            KeyDate due = new KeyDate("due_at", inUtc(date), "deadline", quote, 0.9);
            return new Answering(
                    summary,
                    new Brief(summary, bullets, List.of(due), List.of(), List.of(), null, 0.9, List.of(), MAKING));
        }

        @Override
        protected Enricher thatAnswersWith(String words) {
            return new Answering(words, null);
        }

        /** Makes a brief of what the model answered; null if it answered none. */
        Optional<Brief> made(@Nullable Brief draft, String words, BriefRequest request, ModelTrace trace) {
            BriefCheck.Verdict verdict =
                    draft == null ? new BriefCheck.Verdict(null, "no brief") : BriefCheck.of(draft, request);
            if (verdict.refusal() != null) {
                trace.refused(verdict.refusal());
            }
            return Optional.ofNullable(verdict.brief());
        }

        /** Tells what passes. */
        void tell(BriefRequest request, String words, ModelTrace trace) {
            trace.asked(request.text());
            trace.answered(words);
        }

        private static String inUtc(String date) {
            return date.contains("T") ? OffsetDateTime.parse(date).toInstant().toString() : date;
        }

        private final class Answering implements Enricher {
            private final String words;
            private final @Nullable Brief draft;

            Answering(String words, @Nullable Brief draft) {
                this.words = words;
                this.draft = draft;
            }

            @Override
            public String name() {
                return "model";
            }

            @Override
            public Optional<Brief> enrich(BriefRequest request, ModelTrace trace) {
                tell(request, words, trace);
                return made(draft, words, request, trace);
            }
        }
    }

    static class BelievesTheModel extends Good {
        @Override
        Optional<Brief> made(@Nullable Brief draft, String words, BriefRequest request, ModelTrace trace) {
            return draft == null
                    ? super.made(null, words, request, trace)
                    : Optional.of(new Brief(
                            draft.summaryShort(),
                            draft.summaryBullets(),
                            draft.keyDates(),
                            draft.keyRequirements(),
                            draft.riskFlags(),
                            request.outline().courseContext(),
                            BriefCheck.MOST_CONFIDENCE,
                            request.outline().sourceRefs(),
                            draft.making()));
        }
    }

    static class IsAsSureAsTheModel extends Good {
        @Override
        Optional<Brief> made(@Nullable Brief draft, String words, BriefRequest request, ModelTrace trace) {
            return super.made(draft, words, request, trace)
                    .map(brief -> new Brief(
                            brief.summaryShort(),
                            brief.summaryBullets(),
                            brief.keyDates(),
                            brief.keyRequirements(),
                            brief.riskFlags(),
                            brief.courseContext(),
                            0.9,
                            brief.sourceRefs(),
                            brief.making()));
        }
    }

    static class ForgetsWhereTheItemBelongs extends Good {
        @Override
        Optional<Brief> made(@Nullable Brief draft, String words, BriefRequest request, ModelTrace trace) {
            return super.made(draft, words, request, trace)
                    .map(brief -> new Brief(
                            brief.summaryShort(),
                            brief.summaryBullets(),
                            brief.keyDates(),
                            brief.keyRequirements(),
                            brief.riskFlags(),
                            null,
                            brief.confidence(),
                            List.of(),
                            brief.making()));
        }
    }

    static class TakesAnyWordsForASummary extends Good {
        @Override
        Optional<Brief> made(@Nullable Brief draft, String words, BriefRequest request, ModelTrace trace) {
            return draft != null
                    ? super.made(draft, words, request, trace)
                    : Optional.of(
                            new Brief(words, List.of(), List.of(), List.of(), List.of(), null, 0.1, List.of(), MAKING));
        }
    }

    static class StumblesOverWords extends Good {
        @Override
        Optional<Brief> made(@Nullable Brief draft, String words, BriefRequest request, ModelTrace trace) {
            if (draft == null) {
                throw new IllegalStateException("on purpose");
            }
            return super.made(draft, words, request, trace);
        }
    }

    static class SaysNothingOfWhatPasses extends Good {
        @Override
        void tell(BriefRequest request, String words, ModelTrace trace) {
            // Nobody hears of it.
        }
    }

    static class RefusesWithoutAReason extends Good {
        @Override
        Optional<Brief> made(@Nullable Brief draft, String words, BriefRequest request, ModelTrace trace) {
            return draft == null ? Optional.empty() : super.made(draft, words, request, trace);
        }
    }
}
