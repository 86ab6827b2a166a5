package dev.unitracker.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SourceKeysTest {

    private static final List<String> PARTS = List.of(
            "a", "b", ":", "/", "0", "00", "1", "01", "9", "10", "2147483648", "9223372036854775808", "İ", "٣", "~");

    @Test
    void numbers_are_compared_as_numbers() {
        List<ItemId> ids = new ArrayList<>(List.of(id("module:10"), id("module:9"), id("event:26"), id("module:09")));

        ids.sort(null);

        assertThat(ids).containsExactly(id("event:26"), id("module:09"), id("module:9"), id("module:10"));
    }

    @Test
    void accounts_come_first() {
        assertThat(new ItemId("a", "source", "module:9")).isLessThan(new ItemId("b", "source", "module:1"));
    }

    @Test
    void the_order_is_total() {
        Seeds.check("source keys are totally ordered", 100_000, random -> {
            String a = text(random);
            String b = text(random);
            String c = text(random);

            assertThat(sign(a, b)).as("%s, %s", a, b).isEqualTo(-sign(b, a));
            assertThat(sign(a, b) == 0).as("%s, %s", a, b).isEqualTo(a.equals(b));
            if (sign(a, b) <= 0 && sign(b, c) <= 0) {
                assertThat(sign(a, c)).as("%s, %s, %s", a, b, c).isLessThanOrEqualTo(0);
            }
        });
    }

    private static int sign(String left, String right) {
        return Integer.signum(SourceKeys.ORDER.compare(left, right));
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int parts = random.nextInt(5); parts > 0; parts--) {
            text.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return text.toString();
    }

    private static ItemId id(String key) {
        return new ItemId("me", "source", key);
    }
}
