package dev.unitracker.testkit;

import static dev.unitracker.testkit.Example.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.ItemQuery;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Profile;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@link dev.unitracker.spi.Profiles} promises. */
interface ProfilesContract extends OpenStore {

    /** A profile with settings that are hard to keep. */
    Profile LIMA = new Profile(
            ZoneId.of("America/Lima"), "es", Map.of("plan", "free", "ñandú 👋 \"'\\", "line\nline", "empty", ""));

    @Test
    default void an_account_has_no_profile_before_one_is_saved() {
        notes().put(NoteOwner.CORE, "a", "1");

        assertThat(profiles().find()).isEmpty();
        assertThat(store().profiles()).isEmpty();
    }

    @Test
    default void a_profile_comes_back_with_all_its_settings() {
        profiles().save(LIMA);

        assertThat(profiles().find()).contains(LIMA);
    }

    @Test
    default void a_profile_that_is_saved_again_replaces_the_one_before() {
        Profile utc = new Profile(ZoneOffset.UTC, "en", Map.of());
        profiles().save(LIMA);

        profiles().save(utc);

        assertThat(profiles().find()).contains(utc);
    }

    @Test
    default void the_profiles_of_all_accounts_are_known_by_name_in_order() {
        of("b").profiles().save(LIMA);
        of("a").profiles().save(LIMA);
        of("c").notes().put(NoteOwner.CORE, "a", "1");

        assertThat(store().profiles()).containsExactly(Map.entry("a", LIMA), Map.entry("b", LIMA));
        assertThat(store().accounts()).containsExactly("a", "b", "c");
    }

    @Test
    default void the_revision_rises_with_each_transaction_that_writes_whatever_it_writes() {
        long before = profiles().revision();
        notes().put(NoteOwner.CORE, "a", "1");
        long noted = profiles().revision();
        ledger().append("run-1", List.of(Example.change(Example.assignment("module:1"))));
        long entered = profiles().revision();
        profiles().save(LIMA);
        long saved = profiles().revision();

        assertThat(before).isZero();
        assertThat(List.of(before, noted, entered, saved)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    default void the_revision_stays_while_an_account_is_only_read_or_another_one_is_written() {
        profiles().save(LIMA);
        long before = profiles().revision();

        assertThat(items().find(ItemQuery.all())).isEmpty();
        of("b").profiles().save(LIMA);

        assertThat(profiles().revision()).isEqualTo(before);
    }

    @Test
    default void a_profile_stays_when_the_account_is_written_and_looked_at() {
        profiles().save(LIMA);
        notes().put(NoteOwner.CORE, "a", "1");
        ledger().append("run-1", List.of(Example.change(Example.assignment("module:1"))));

        assertThat(profiles().find()).contains(LIMA);
        assertThat(store().accounts()).containsExactly(ACCOUNT);
        assertThat(ledger().last()).isEqualTo(1);
    }
}
