package dev.unitracker;

import static dev.unitracker.Classroom.CONTENTS;
import static dev.unitracker.Classroom.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.brief.Brief;
import dev.unitracker.brief.BriefRequest;
import dev.unitracker.brief.Weakness;
import dev.unitracker.error.EnricherException;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.ItemType;
import dev.unitracker.report.EnrichmentReport;
import dev.unitracker.report.EnrichmentReport.Outcome;
import dev.unitracker.spi.Enricher;
import dev.unitracker.spi.ModelTrace;
import dev.unitracker.spi.Sighting;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often a model is asked, and when it is no longer asked. */
class EnrichmentTest {

    private static final ItemId ESSAY = new ItemId("me", "source", "module:1");

    private final Classroom classroom = new Classroom();
    private final Model model = new Model();
    private final Enrichment enrichment = classroom.tracker.account().enrichment(model);

    @Test
    void an_item_whose_brief_was_accepted_is_not_asked_about_again_though_it_is_weak() {
        classroom.look(seen(CONTENTS, watched(1, "Ten pages.")));

        EnrichmentReport first = enrichment.reviewed();
        classroom.clock.advance(Duration.ofDays(1));
        EnrichmentReport second = enrichment.reviewed();

        Brief kept = classroom
                .tracker
                .account()
                .brief(new ItemId("me", "source", "module:1"))
                .orElseThrow();
        assertThat(Weakness.of(kept, classroom.item("module:1"))).isPresent();
        assertThat(first.count(Outcome.WRITTEN)).isEqualTo(1);
        assertThat(second.total()).isZero();
        assertThat(model.asked).containsExactly("module:1");
    }

    @Test
    void an_item_that_changed_is_asked_about_again() {
        classroom.look(seen(CONTENTS, watched(1, "Ten pages.")));
        enrichment.reviewed();
        classroom.look(seen(CONTENTS, watched(1, "Twenty pages.")));

        enrichment.reviewed();

        assertThat(model.asked).hasSize(2);
    }

    @Test
    void an_item_that_the_model_failed_at_is_asked_about_again_when_it_has_cooled_down() {
        classroom.look(seen(CONTENTS, watched(1, "Ten pages.")));
        model.failing = true;
        enrichment.reviewed();
        model.failing = false;
        EnrichmentReport soon = enrichment.reviewed();
        classroom.clock.advance(Duration.ofHours(4));

        EnrichmentReport later = enrichment.reviewed();

        assertThat(soon.count(Outcome.COOLING)).isEqualTo(1);
        assertThat(later.count(Outcome.WRITTEN)).isEqualTo(1);
    }

    @Test
    void a_model_that_fails_three_times_is_given_up_whatever_has_no_text_in_between() {
        classroom.look(seen(
                CONTENTS,
                IntStream.rangeClosed(1, 9)
                        .mapToObj(number -> watched(number, number % 2 == 0 ? "" : "Ten pages."))
                        .toList()));
        model.failing = true;

        EnrichmentReport report = enrichment.reviewed();

        assertThat(model.asked).hasSize(3);
        assertThat(report.stoppedBecause()).isEqualTo("the model is away");
        assertThat(report.count(Outcome.GIVEN_UP)).isEqualTo(4);
    }

    @Test
    void it_stops_between_two_items_when_it_is_told_to() {
        classroom.look(seen(CONTENTS, watched(1, "Ten pages."), watched(2, "Ten pages."), watched(3, "Ten pages.")));

        EnrichmentReport report =
                enrichment.until(() -> model.asked.size() == 2).reviewed();

        assertThat(report.total()).isEqualTo(2);
        assertThat(model.asked).containsExactly("module:1", "module:2");
    }

    @Test
    void a_brief_that_the_model_wrote_is_told_without_reading_the_course() {
        classroom.look(seen(CONTENTS, watched(1, "Ten pages.")));
        enrichment.reviewed();
        AskedStore store = new AskedStore(classroom.store);

        Brief told = account(store).brief(ESSAY).orElseThrow();

        assertThat(told.summaryShort()).isEqualTo("An essay of some pages.");
        assertThat(store.queries).isEmpty();
    }

    @Test
    void one_item_is_written_of_without_reading_all_the_others() {
        classroom.look(seen(CONTENTS, watched(1, "Ten pages."), watched(2, "Ten pages.")));
        AskedStore store = new AskedStore(classroom.store);

        EnrichmentReport report = account(store).enrichment(model).backfill(ESSAY);

        assertThat(report.count(Outcome.WRITTEN)).isEqualTo(1);
        assertThat(model.asked).containsExactly("module:1");
        assertThat(store.queries).isNotEmpty().doesNotContain(ItemQuery.active());
    }

    @Test
    void of_an_item_that_is_not_there_any_more_nothing_is_written() {
        classroom.look(seen(CONTENTS, watched(1, "Ten pages."), watched(2, "Ten pages.")));
        classroom.look(seen(CONTENTS, watched(2, "Ten pages.")));
        classroom.look(seen(CONTENTS, watched(2, "Ten pages.")));

        assertThat(enrichment.backfill(ESSAY).total()).isZero();
        assertThat(enrichment.backfill(new ItemId("me", "source", "module:9")).total())
                .isZero();
    }

    private Account account(AskedStore store) {
        return Accounts.in(store).at(classroom.clock).account("me").orElseThrow();
    }

    private static Sighting watched(int number, String text) {
        return Sighting.of("module:" + number, ItemType.FORUM)
                .course(Classroom.COURSE)
                .title("Activity " + number)
                .body(text.isEmpty() ? null : text)
                .state(Field.REVIEW_STATUS, "watch")
                .build();
    }

    /** Writes little, or fails. */
    private static final class Model implements Enricher {
        final List<String> asked = new ArrayList<>();
        boolean failing;

        @Override
        public String name() {
            return "model";
        }

        @Override
        public Optional<Brief> enrich(BriefRequest request, ModelTrace trace) {
            asked.add(request.item().id().key());
            if (failing) {
                throw EnricherException.temporary("the model is away", new IOException("away"));
            }
            Brief outline = request.outline();
            return Optional.of(new Brief(
                    "An essay of some pages.",
                    List.of("Write it"),
                    List.of(),
                    List.of(),
                    List.of(),
                    outline.courseContext(),
                    0.2,
                    outline.sourceRefs(),
                    outline.making()));
        }
    }
}
