package dev.unitracker.brief;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.brief.Brief.KeyDate;
import dev.unitracker.brief.Brief.Making;
import dev.unitracker.brief.Brief.Origin;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.words.Language;
import dev.unitracker.words.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BriefCheckTest {

    private static final ZoneId ZONE = ZoneId.of("America/Argentina/Buenos_Aires");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String TEXT = "El parcial es el 30/11/2026 18:00 en el\nAula 204. Entrega en PDF.";
    private static final String SUMMARY = "Un trabajo que se entrega en PDF por Moodle.";
    private static final List<String> BULLETS = List.of("Se entrega en PDF", "Va a Moodle");

    @Test
    void a_date_that_its_quotation_states_is_kept_with_little_confidence() {
        Brief brief = kept(answer(
                SUMMARY, BULLETS, date("2026-11-30T21:00:00Z", "El parcial es el 30/11/2026 18:00 en el Aula 204.")));

        assertThat(brief.keyDates()).extracting(KeyDate::value).contains("2026-11-30T21:00:00Z");
        assertThat(brief.keyDates().get(brief.keyDates().size() - 1).confidence())
                .isLessThanOrEqualTo(0.5);
        assertThat(brief.confidence()).isEqualTo(0.5);
    }

    @Test
    void a_date_whose_quotation_is_not_in_the_text_or_states_another_one_is_dropped() {
        assertThat(kept(answer(SUMMARY, BULLETS, date("2026-12-24", "hasta el 24/12/2026")))
                        .keyDates())
                .isEqualTo(request().outline().keyDates());
        assertThat(kept(answer(SUMMARY, BULLETS, date("2026-12-24", "Entrega en PDF")))
                        .keyDates())
                .isEqualTo(request().outline().keyDates());
        assertThat(kept(answer(SUMMARY, BULLETS, date("2026-12-24", "30/11/2026 18:00")))
                        .keyDates())
                .isEqualTo(request().outline().keyDates());
        assertThat(kept(answer(SUMMARY, BULLETS, date("2026-12-24", ""))).keyDates())
                .isEqualTo(request().outline().keyDates());
    }

    @Test
    void a_day_that_the_text_states_proves_no_time_of_it() {
        String text = "La consulta es el 10/12/2026. El parcial es el 30/11/2026 18:00.";

        assertThat(values(text, date("2026-12-10T12:00:00Z", "el 10/12/2026"))).doesNotContain("2026-12-10T12:00:00Z");
        assertThat(values(text, date("2026-12-10", "el 10/12/2026"))).contains("2026-12-10");
        assertThat(values(text, date("2026-11-30", "el 30/11/2026 18:00"))).contains("2026-11-30");
    }

    @Test
    void a_sentence_that_makes_up_the_time_of_a_known_day_is_left_out() {
        String text = "La consulta es el 10/12/2026. El parcial es el 30/11/2026 18:00.";
        List<String> bullets =
                List.of("Consulta el 10/12/2026 a las 09:00", "Consulta el 10/12/2026", "Parcial el 30/11/2026");

        assertThat(Objects.requireNonNull(BriefCheck.of(answer(SUMMARY, bullets), request(text))
                                .brief())
                        .summaryBullets())
                .containsExactly("Consulta el 10/12/2026", "Parcial el 30/11/2026");
    }

    @Test
    void the_items_own_deadline_stays_whatever_the_model_says() {
        Brief brief = kept(answer(SUMMARY, BULLETS));

        assertThat(brief.keyDates()).extracting(KeyDate::value).contains("2026-12-05T02:59:00Z");
    }

    @Test
    void a_sentence_with_a_date_that_is_nowhere_is_left_out() {
        Brief brief = kept(answer(SUMMARY, List.of("Se entrega en PDF", "Rendir el 3/1/2027", "Va a Moodle")));

        assertThat(brief.summaryBullets()).containsExactly("Se entrega en PDF", "Va a Moodle");
    }

    @Test
    void a_summary_with_a_date_that_is_nowhere_is_refused_and_one_with_a_known_date_is_not() {
        assertThat(refusal(answer("Se rinde el 3 de enero de 2027 en el aula.", BULLETS)))
                .contains("states a date");
        assertThat(refusal(answer("Se rinde el 30/11/2026 a las 18:00 en el aula.", BULLETS)))
                .isNull();
        assertThat(refusal(answer("Se rinde el 30/11/2026 a las 09:00 en el aula.", BULLETS)))
                .contains("states a date");
    }

    @Test
    void no_summary_an_echo_and_too_few_bullets_are_refused() {
        assertThat(refusal(answer(" ", BULLETS))).isEqualTo("no summary");
        assertThat(refusal(answer("Trabajo práctico 1", BULLETS))).contains("echoes");
        assertThat(refusal(answer(SUMMARY, List.of("Se entrega en PDF", " ")))).contains("two bullets");
    }

    @Test
    void what_was_checked_is_the_same_when_it_is_checked_again() {
        Brief once = kept(answer(SUMMARY, BULLETS, date("2026-11-30T21:00:00Z", "30/11/2026 18:00")));

        assertThat(kept(once)).isEqualTo(once);
    }

    private static List<String> values(String text, KeyDate date) {
        Brief brief =
                BriefCheck.of(answer(SUMMARY, BULLETS, date), request(text)).brief();
        return Objects.requireNonNull(brief).keyDates().stream()
                .map(KeyDate::value)
                .toList();
    }

    private static Brief kept(Brief answer) {
        return Objects.requireNonNull(BriefCheck.of(answer, request()).brief());
    }

    private static @Nullable String refusal(Brief answer) {
        return BriefCheck.of(answer, request()).refusal();
    }

    private static KeyDate date(String value, String quote) {
        return new KeyDate("exam_at", value, "parcial", quote, 0.99);
    }

    private static Brief answer(String summary, List<String> bullets, KeyDate... dates) {
        return new Brief(
                summary,
                bullets,
                List.of(dates),
                List.of(),
                List.of(),
                null,
                0.95,
                List.of(),
                new Making(Origin.BACKFILL, "model", NOW));
    }

    private static BriefRequest request() {
        return request(TEXT);
    }

    private static BriefRequest request(String text) {
        Map<String, String> fields = new TreeMap<>();
        fields.put(Field.STATUS.key(), "active");
        fields.put(Field.TYPE.key(), "assignment");
        fields.put(Field.TITLE.key(), "Trabajo práctico 1");
        fields.put(Field.BODY.key(), text);
        fields.put(Field.DUE_AT.key(), "2026-12-05T02:59:00Z");
        Item item = Item.of(new ItemId("me", "source", "module:1"), fields);
        Brief outline = new BriefWriter(Texts.in(Language.SPANISH), ZONE)
                .write(new BriefSubject(item, "Cálculo I", null, List.of(), List.of()), NOW);
        return new BriefRequest(item, text, outline, Language.SPANISH, ZONE);
    }
}
