package dev.unitracker.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.Accounts;
import dev.unitracker.Notebook;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.testkit.Example;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class OffsetTest {

    private static final Instant NOW = Example.NOON;

    private final Notebook notes = Accounts.in(new InMemoryStore())
            .create(Example.ACCOUNT, ZoneOffset.UTC, Language.ENGLISH)
            .notebook("telegram");
    private final Offset offset = new Offset("123456");

    @Test
    void the_first_update_is_new_whatever_its_number() {
        assertThat(offset.next(notes, NOW)).isZero();
        assertThat(offset.take(700_000_001, notes, NOW)).isTrue();
        assertThat(offset.next(notes, NOW)).isEqualTo(700_000_002);
    }

    @Test
    void what_two_receive_is_handled_by_one() {
        assertThat(offset.take(5, notes, NOW)).isTrue();
        assertThat(offset.take(5, notes, NOW.plusSeconds(1))).isFalse();
        assertThat(offset.take(4, notes, NOW.plusSeconds(1))).isFalse();
        assertThat(offset.take(6, notes, NOW.plusSeconds(1))).isTrue();
    }

    @Test
    void numbers_that_are_too_old_say_nothing() {
        offset.take(700_000_001, notes, NOW);

        assertThat(offset.take(17, notes, NOW.plus(Duration.ofHours(47)))).isFalse();
        assertThat(offset.take(17, notes, NOW.plus(Duration.ofDays(2)))).isTrue();
    }

    @Test
    void another_bot_counts_for_itself() {
        offset.take(700_000_001, notes, NOW);

        assertThat(new Offset("777").take(17, notes, NOW)).isTrue();
    }
}
