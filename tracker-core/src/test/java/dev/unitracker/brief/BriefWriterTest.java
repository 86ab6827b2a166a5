package dev.unitracker.brief;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.words.Language;
import dev.unitracker.words.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BriefWriterTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void an_assignment_tells_where_one_stands_with_it() {
        assertThat(summary(Map.of(Field.DUE_AT, "2026-11-28T02:59:00Z", Field.SUBMISSION, "new")))
                .isEqualTo("Assignment in Cálculo I: hand in before Fri 27 Nov 23:59, not handed in yet.");
        assertThat(summary(Map.of(Field.DUE_AT, "2026-11-28T02:59:00Z", Field.SUBMISSION, "submitted")))
                .isEqualTo("Assignment in Cálculo I: marked as done; the deadline is Fri 27 Nov 23:59.");
        assertThat(summary(Map.of(Field.DUE_AT, "2026-11-20T02:59:00Z")))
                .isEqualTo("Assignment in Cálculo I: was due Thu 19 Nov 23:59 and may still be accepted.");
        assertThat(summary(Map.of(Field.DUE_AT, "2026-11-20T02:59:00Z", Field.CUT_OFF_AT, "2026-11-21T02:59:00Z")))
                .isEqualTo("Assignment in Cálculo I: closed Thu 19 Nov 23:59.");
        assertThat(summary(Map.of(Field.STATUS, "removed")))
                .isEqualTo("Assignment in Cálculo I: it is no longer in Moodle.");
        assertThat(summary(Map.of(Field.STATUS, "hidden")))
                .isEqualTo("Assignment in Cálculo I: the site does not show it to you any more.");
        assertThat(summary(Map.of(Field.AVAILABILITY, "restricted: From 1 December")))
                .isEqualTo("Assignment in Cálculo I: not open to you yet. From 1 December.");
    }

    @Test
    void a_deadline_of_another_year_says_so() {
        assertThat(summary(Map.of(Field.DUE_AT, "2027-02-01T12:00:00Z"))).contains("Mon 1 Feb 2027 09:00");
    }

    @Test
    void an_item_of_which_nothing_is_known_has_a_brief_that_is_not_weak() {
        Item item = item(Map.of());
        Brief brief = writer().write(new BriefSubject(item, null, null, List.of(), List.of()), NOW);

        assertThat(Weakness.of(brief, item)).isEmpty();
        assertThat(brief.origin()).isEqualTo(Brief.Origin.FALLBACK);
        assertThat(brief.making().model()).isNull();
    }

    private static String summary(Map<Field, String> fields) {
        return writer().write(new BriefSubject(item(fields), "Cálculo I", null, List.of(), List.of()), NOW)
                .summaryShort();
    }

    private static BriefWriter writer() {
        return new BriefWriter(
                Texts.in(Language.ENGLISH.with(Map.of("source.in", "in Moodle"))),
                ZoneId.of("America/Argentina/Buenos_Aires"));
    }

    private static Item item(Map<Field, String> more) {
        Map<String, String> fields = new TreeMap<>();
        fields.put(Field.STATUS.key(), "active");
        fields.put(Field.TYPE.key(), "assignment");
        fields.put(Field.TITLE.key(), "TP 1");
        more.forEach((field, value) -> fields.put(field.key(), value));
        return Item.of(new ItemId("me", "source", "module:1"), fields);
    }
}
