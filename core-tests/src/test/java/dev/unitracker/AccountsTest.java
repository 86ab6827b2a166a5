package dev.unitracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.error.SettingsException;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.ItemId;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.words.Language;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountsTest {

    private static final ZoneId LIMA = ZoneId.of("America/Lima");

    private final InMemoryStore store = new InMemoryStore();
    private final Accounts accounts = Accounts.in(store);

    @Test
    void an_account_that_was_created_is_found_with_its_zone_and_language() {
        accounts.create("ana", LIMA, Language.ENGLISH);

        Account ana = Accounts.in(store).account("ana").orElseThrow();

        assertThat(ana.name()).isEqualTo("ana");
        assertThat(ana.zone()).isEqualTo(LIMA);
        assertThat(ana.language()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void an_account_that_nobody_created_is_not_there() {
        accounts.create("ana", LIMA, Language.ENGLISH);

        assertThat(accounts.account("bruno")).isEmpty();
        assertThat(accounts.account("ANA")).isEmpty();
    }

    @Test
    void all_accounts_are_listed_by_name() {
        accounts.create("bruno", LIMA, Language.SPANISH);
        accounts.create("ana", LIMA, Language.ENGLISH);

        assertThat(accounts.all()).extracting(Account::name).containsExactly("ana", "bruno");
    }

    @Test
    void creating_an_account_again_as_it_is_changes_nothing() {
        accounts.create("ana", LIMA, Language.ENGLISH).set("plan", "free");

        Account again = accounts.create("ana", LIMA, Language.ENGLISH);

        assertThat(again.settings()).containsEntry("plan", "free");
    }

    @Test
    void creating_an_account_with_another_zone_or_language_is_refused_in_words() {
        accounts.create("ana", LIMA, Language.ENGLISH);

        assertThatThrownBy(() -> accounts.create("ana", ZoneOffset.UTC, Language.ENGLISH))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll("ana", "America/Lima", "en", "Z", "createOrChange");
        assertThatThrownBy(() -> accounts.create("ana", LIMA, Language.SPANISH))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll("ana", "en", "es");

        assertThat(accounts.account("ana").orElseThrow().language()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void a_host_whose_settings_count_changes_zone_and_language_and_keeps_the_rest() {
        accounts.create("ana", LIMA, Language.ENGLISH).set("plan", "free");

        Account changed = accounts.createOrChange("ana", ZoneOffset.UTC, Language.SPANISH);

        assertThat(changed.zone()).isEqualTo(ZoneOffset.UTC);
        assertThat(accounts.account("ana").orElseThrow().language()).isEqualTo(Language.SPANISH);
        assertThat(changed.settings()).isEqualTo(Map.of("plan", "free"));
    }

    @Test
    void an_account_that_is_created_by_its_languages_code_speaks_it_as_the_host_does() {
        Language portuguese = Language.of("pt").with(Map.of("kind.new", "Novo"));
        Accounts speaking = accounts.speaking(List.of(portuguese));

        Account created = speaking.create("ana", LIMA, Language.of("pt"));
        Account changed = speaking.createOrChange("bruno", LIMA, Language.of("pt"));

        assertThat(created.language()).isEqualTo(portuguese);
        assertThat(changed.language()).isEqualTo(portuguese);
    }

    @Test
    void the_texts_that_an_account_is_created_with_go_before_the_hosts() {
        Language given = Language.of("pt").with(Map.of("kind.new", "Novidade"));
        Accounts speaking = accounts.speaking(List.of(Language.of("pt").with(Map.of("kind.new", "Novo"))));

        assertThat(speaking.create("ana", LIMA, given).language()).isEqualTo(given);
        assertThat(speaking.createOrChange("bruno", LIMA, given).language()).isEqualTo(given);
    }

    @Test
    void a_hosts_setting_is_kept_replaced_and_forgotten() {
        Account ana = accounts.create("ana", LIMA, Language.ENGLISH);
        ana.set("plan", "free");
        ana.set("plan", "paid");
        ana.set("colour", "red");

        ana.set("colour", null);

        assertThat(ana.settings()).isEqualTo(Map.of("plan", "paid"));
        assertThat(ana.zone()).isEqualTo(LIMA);
    }

    @Test
    void notes_of_two_owners_are_apart() {
        Account ana = accounts.create("ana", LIMA, Language.ENGLISH);
        ana.notebook("bot").put("offset", "1");
        ana.notebook("host").put("offset", "2");

        assertThat(ana.notebook("bot").all()).isEqualTo(Map.of("offset", "1"));
        assertThat(ana.notebook("host").find("offset")).contains("2");
        assertThat(ana.notebook("host").find("else")).isEmpty();
        assertThatThrownBy(() -> ana.notebook(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_done_together_is_done_whole_or_not_at_all() {
        Account ana = accounts.create("ana", LIMA, Language.ENGLISH);

        assertThatThrownBy(() -> ana.together(() -> {
                    ana.set("plan", "free");
                    ana.notebook("host").put("a", "1");
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(ana.settings()).isEmpty();
        assertThat(ana.notebook("host").all()).isEmpty();
    }

    @Test
    void a_name_has_to_be_one_that_can_be_stored() {
        assertThatThrownBy(() -> accounts.create(" ", LIMA, Language.ENGLISH))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> accounts.account("a".repeat(ItemId.MAX_ACCOUNT + 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 255");
    }

    @Test
    void a_tracker_of_a_store_watches_for_the_account_called_default_as_its_program_says() {
        Tracker.of(store, LIMA, Language.ENGLISH)
                .collector(new FakeCollector("a"))
                .build();

        Tracker tracker = Tracker.of(store, ZoneOffset.UTC, Language.SPANISH)
                .collector(new FakeCollector("a"))
                .build();

        assertThat(tracker.account().name()).isEqualTo("default");
        assertThat(accounts.account("default").orElseThrow().zone()).isEqualTo(ZoneOffset.UTC);
    }
}
