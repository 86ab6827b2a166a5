package dev.unitracker.example.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.error.SettingsException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {

    private static final String KEY = Vault.newKey();

    private final Vault vault = Vault.of(Optional.of(KEY));

    @Test
    void what_was_sealed_opens_with_the_same_key_and_is_never_the_same_text() {
        String sealed = vault.seal("ana", "MOODLE_TOKEN", "c0ffee");

        assertThat(Vault.of(Optional.of(" " + KEY + "\n")).open("ana", "MOODLE_TOKEN", sealed))
                .isEqualTo("c0ffee");
        assertThat(sealed).doesNotContain("c0ffee").isNotEqualTo(vault.seal("ana", "MOODLE_TOKEN", "c0ffee"));
        assertThat(Vault.isSealed(sealed)).isTrue();
        assertThat(Vault.isSealed("c0ffee")).isFalse();
    }

    @Test
    void what_was_sealed_for_another_account_or_field_is_refused_in_words() {
        String sealed = vault.seal("ana", "MOODLE_TOKEN", "c0ffee");

        assertThatThrownBy(() -> vault.open("bob", "MOODLE_TOKEN", sealed))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("MOODLE_TOKEN of the account bob cannot be read")
                .hasMessageContaining("sealed for another account");
        assertThatThrownBy(() -> vault.open("ana", "MOODLE_PASSWORD", sealed)).isInstanceOf(SettingsException.class);
        // Neither may two names that together read the same.
        assertThatThrownBy(() -> vault.open("anaM", "OODLE_TOKEN", sealed)).isInstanceOf(SettingsException.class);
    }

    @Test
    void another_key_is_refused_in_words() {
        String sealed = vault.seal("ana", "MOODLE_TOKEN", "c0ffee");

        assertThatThrownBy(() -> Vault.of(Optional.of(Vault.newKey())).open("ana", "MOODLE_TOKEN", sealed))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("UNI_TRACKER_KEY is not the key that it was sealed under")
                .hasMessageNotContaining(sealed);
    }

    @Test
    void without_a_key_nothing_is_sealed_or_opened_and_it_is_said_what_to_do() {
        String sealed = vault.seal("ana", "MOODLE_TOKEN", "c0ffee");
        Vault none = Vault.of(Optional.empty());

        assertThatThrownBy(() -> none.seal("ana", "MOODLE_TOKEN", "c0ffee"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("UNI_TRACKER_KEY is missing")
                .hasMessageContaining("account key new")
                .hasMessageNotContaining("c0ffee");
        assertThatThrownBy(() -> none.open("ana", "MOODLE_TOKEN", sealed))
                .hasMessageContaining("UNI_TRACKER_KEY is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sesame", "", "@@@", "CMKIrNYJEmQ", "c2VzYW1l"})
    void a_key_that_is_none_is_refused_without_being_shown(String wrong) {
        assertThatThrownBy(() -> Vault.of(Optional.of(wrong)))
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        "UNI_TRACKER_KEY cannot be what was given: it must be a key as 'account key new' prints one")
                .hasNoCause();
    }
}
