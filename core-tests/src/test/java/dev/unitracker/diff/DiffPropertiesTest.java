package dev.unitracker.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.Seeds;
import dev.unitracker.model.FieldChange;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemGenerator;
import dev.unitracker.model.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class DiffPropertiesTest {

    private static final int PAIRS = 10_000;

    @Test
    void a_state_does_not_differ_from_itself() {
        check(
                "diff(a, a) is empty",
                (a, b, generator) -> assertThat(diff(a, generator.shuffled(a))).isEmpty());
    }

    @Test
    void applying_the_difference_gives_the_other_state() {
        check(
                "apply(a, diff(a, b)) is b",
                (a, b, generator) -> assertThat(Diff.apply(a, diff(a, b))).containsExactlyInAnyOrderElementsOf(b));
    }

    @Test
    void the_order_of_the_items_plays_no_part() {
        check(
                "order is irrelevant",
                (a, b, generator) -> assertThat(diff(generator.shuffled(a), generator.shuffled(b)))
                        .isEqualTo(diff(a, b)));
    }

    @Test
    void an_item_that_is_twice_in_a_state_is_refused_wherever_it_stands() {
        check("twice is refused", (a, b, generator) -> {
            if (!b.isEmpty()) {
                List<Item> twice = new ArrayList<>(b);
                twice.add(b.get(b.size() / 2));

                assertThatThrownBy(() -> diff(a, twice)).hasMessageContaining("twice");
                assertThatThrownBy(() -> diff(a, generator.shuffled(twice))).hasMessageContaining("twice");
                assertThatThrownBy(() -> diff(generator.shuffled(twice), b)).hasMessageContaining("twice");
                twice.sort(Comparator.comparing(Item::id));
                assertThatThrownBy(() -> diff(twice, twice)).hasMessageContaining("twice");
            }
        });
    }

    @Test
    void differences_come_by_item_and_their_fields_in_the_fixed_order() {
        check("the answer is ordered", (a, b, generator) -> {
            List<Difference> differences = diff(a, b);

            assertThat(differences).extracting(Difference::item).isSorted().doesNotHaveDuplicates();
            differences.forEach(difference -> assertThat(difference.fields())
                    .isNotEmpty()
                    .extracting(FieldChange::field)
                    .isSortedAccordingTo(FieldOrder.BY_KEY)
                    .doesNotHaveDuplicates());
        });
    }

    @Test
    void locale_and_zone_play_no_part() {
        List<String> here = transcript();

        for (String elsewhere : List.of("en-US", "tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist")) {
            assertThat(transcriptIn(Locale.forLanguageTag(elsewhere)))
                    .as(elsewhere)
                    .isEqualTo(here);
        }
    }

    @Test
    void a_change_is_meaningful_unless_its_kind_is_refresh_only_and_then_the_key_stays() {
        check("meaningful unless refresh_only", (a, b, generator) -> {
            Map<Object, Item> before = byId(a);

            for (Difference difference : diff(a, b)) {
                boolean refreshed = difference.fields().stream().allMatch(change -> change.topic() == Topic.REFRESH);
                Item old = before.get(difference.item());
                boolean sameKey = old != null && MeaningfulKey.of(old).equals(difference.meaningfulKey());
                assertThat(difference.kind().meaningful()).isEqualTo(!refreshed);
                assertThat(sameKey).isEqualTo(refreshed);
            }
        });
    }

    @Test
    void the_key_of_a_difference_is_the_key_of_the_state_after_it() {
        check("the key is that of the state after", (a, b, generator) -> {
            Map<Object, Item> after = byId(b);

            for (Difference difference : diff(a, b)) {
                Item now = after.get(difference.item());
                if (now != null) {
                    assertThat(difference.meaningfulKey()).isEqualTo(MeaningfulKey.of(now));
                }
            }
        });
    }

    private interface Property {
        void holds(List<Item> a, List<Item> b, ItemGenerator generator);
    }

    private static void check(String name, Property property) {
        Seeds.check(name, PAIRS, random -> {
            ItemGenerator generator = new ItemGenerator(random);
            List<Item> a = generator.state();
            property.holds(a, generator.after(a), generator);
        });
    }

    private static List<Difference> diff(List<Item> before, List<Item> after) {
        return Diff.between(before, after, DiffRules.STRICT);
    }

    private static Map<Object, Item> byId(List<Item> items) {
        Map<Object, Item> byId = new HashMap<>();
        items.forEach(item -> byId.put(item.id(), item));
        return byId;
    }

    /** The differences of all pairs as text, so that any byte that differs shows. */
    private static List<String> transcript() {
        List<String> lines = new ArrayList<>();
        for (long seed = 1; seed <= PAIRS; seed++) {
            ItemGenerator generator = new ItemGenerator(new SplittableRandom(seed));
            List<Item> a = generator.state();
            lines.add(seed + " " + diff(a, generator.after(a)));
        }
        return lines;
    }

    private static List<String> transcriptIn(Locale locale) {
        Locale localeBefore = Locale.getDefault();
        TimeZone zoneBefore = TimeZone.getDefault();
        try {
            Locale.setDefault(locale);
            TimeZone.setDefault(TimeZone.getTimeZone("America/Argentina/Buenos_Aires"));
            return transcript();
        } finally {
            Locale.setDefault(localeBefore);
            TimeZone.setDefault(zoneBefore);
        }
    }
}
