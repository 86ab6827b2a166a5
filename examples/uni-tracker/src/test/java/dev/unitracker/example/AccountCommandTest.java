package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.Accounts;
import dev.unitracker.example.account.Vault;
import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.store.jdbc.JdbcStore;
import dev.unitracker.words.Language;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountCommandTest {

    private static final String TOKEN = "c0ffee0123456789";
    private static final String SITE = "MOODLE_BASE_URL=https://campus.example.edu";

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void configure() throws IOException {
        environment.put("UNI_TRACKER_KEY", Vault.newKey());
        Files.writeString(folder.resolve("ana.env"), "MOODLE_TOKEN=" + TOKEN + "\n");
    }

    private Played run(String... args) {
        return Played.of(folder, environment, args);
    }

    @Test
    void an_account_is_added_listed_paused_resumed_and_removed_and_its_token_is_nowhere_to_be_read()
            throws IOException {
        Played added = run("account", "add", "ana", SITE, "TIME_ZONE=Europe/Madrid", "--from", "ana.env");
        Played listed = run("account", "list");
        run("account", "pause", "ana");
        Played paused = run("account", "list");
        run("account", "resume", "ana");
        Played resumed = run("account", "list");
        byte[] database = Files.readAllBytes(folder.resolve("data/tracker.mv.db"));
        Played removed = run("account", "remove", "ana");

        assertThat(added.status()).isZero();
        assertThat(listed.out())
                .isEqualToIgnoringNewLines("ana: https://campus.example.edu by a token; from the store");
        assertThat(paused.out()).contains("ana (paused): ");
        assertThat(resumed.out()).isEqualTo(listed.out());
        assertThat(removed.out())
                .contains("Deleted: the settings of ana, its credentials", "Kept: what was seen of it");
        assertThat(run("account", "list").out()).contains("There is no account");
        assertThat(new String(database, StandardCharsets.ISO_8859_1))
                .contains("campus.example.edu")
                .doesNotContain(TOKEN);
        assertThat(added.out() + listed.out() + paused.out() + removed.out()).doesNotContain(TOKEN);
    }

    @Test
    void without_a_key_a_credential_is_refused_in_words_and_nothing_is_kept() {
        environment.remove("UNI_TRACKER_KEY");

        Played refused = run("account", "add", "ana", SITE, "--from", "ana.env");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err())
                .contains("UNI_TRACKER_KEY is missing", "account key new")
                .doesNotContain(TOKEN);
        assertThat(run("account", "list").out()).contains("There is no account");
    }

    @Test
    void a_listing_needs_no_key() {
        run("account", "add", "ana", SITE, "--from", "ana.env");
        environment.remove("UNI_TRACKER_KEY");

        assertThat(run("account", "list").out()).contains("ana: https://campus.example.edu by a token");
    }

    @Test
    void a_key_is_printed_as_a_line_of_settings() {
        String line = run("account", "key", "new").out().strip();

        environment.put("UNI_TRACKER_KEY", line.substring(line.indexOf('=') + 1));
        assertThat(line).startsWith("UNI_TRACKER_KEY=");
        assertThat(run("account", "add", "ana", SITE, "--from", "ana.env").status())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "MOODLE_TOKEN=c0ffee0123456789, 'MOODLE_TOKEN is a secret, and what is typed here others can see'",
        "MOODEL_SERVICE=x, 'the account ana has no setting MOODEL_SERVICE; do you mean MOODLE_SERVICE?'",
        "DATABASE_URL=x, 'DATABASE_URL is a secret'",
        "DATA_PATH=x, 'the account ana has no setting DATA_PATH'",
        "TIME_ZONE=Madrid, TIME_ZONE must be a zone",
        "QUIET_HOURS=night, QUIET_HOURS: ",
        "MOODLE_BASE_URL=campus, MOODLE_BASE_URL: ",
        "TELEGRAM_CHAT_ID=42, TELEGRAM_BOT_TOKEN is missing",
        "nothing, each setting reads NAME=VALUE"
    })
    void what_is_wrong_is_said_and_nothing_is_kept(String setting, String words) {
        Played refused = run("account", "add", "ana", SITE, setting, "--from", "ana.env");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains(words).doesNotContain(TOKEN);
        assertThat(run("account", "list").out()).contains("There is no account");
    }

    @Test
    void accounts_of_the_environment_of_the_file_and_of_the_store_stand_side_by_side() throws IOException {
        environment.put("MOODLE_BASE_URL", "https://campus.example.edu");
        environment.put("MOODLE_TOKEN", TOKEN);
        Files.writeString(folder.resolve("accounts.yaml"), """
                bob:
                  MOODLE_BASE_URL: https://moodle.example.org
                  MOODLE_USERNAME: bob
                  MOODLE_PASSWORD: sesame
                """);
        run("account", "add", "ana", SITE, "--from", "ana.env");

        Played listed = run("account", "list");
        Played twice = run("account", "add", "bob", SITE, "--from", "ana.env");

        assertThat(listed.lines())
                .containsExactly(
                        "default: https://campus.example.edu by a token; from the environment",
                        "bob: https://moodle.example.org by user and password; from accounts.yaml",
                        "ana: https://campus.example.edu by a token; from the store");
        assertThat(twice.err()).contains("there is an account bob already, in accounts.yaml");
        assertThat(listed.out()).doesNotContain("sesame");
    }

    @Test
    void an_account_has_nothing_of_another_student_but_what_all_share() {
        environment.put(
                "MOODLE_ICS_URL", "https://campus.example.edu/calendar/export_execute.php?userid=1&authtoken=a");
        environment.put("TELEGRAM_CHAT_ID", "42");
        environment.put("TELEGRAM_BOT_TOKEN", "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0");
        environment.put("LANGUAGE", "en");
        Settings host = Settings.read(environment, folder);

        Settings silent = host.of(Map.of("MOODLE_TOKEN", TOKEN));
        Settings told = host.of(Map.of("TELEGRAM_CHAT_ID", "7", "LANGUAGE", "es"));

        assertThat(silent.get("MOODLE_ICS_URL")).isEmpty();
        assertThat(silent.get("LANGUAGE")).contains("en");
        assertThat(Chats.of(silent)).isEmpty();
        assertThat(Chats.of(told)).isPresent();
        assertThat(told.get("LANGUAGE")).contains("es");
    }

    @Test
    void a_history_under_the_sites_host_is_gone_on_with() {
        try (MoodleSimulator moodle = MoodleSimulator.playing(Recording.demo())) {
            moodle.start();
            environment.put("MOODLE_BASE_URL", moodle.url());
            environment.put("MOODLE_TOKEN", moodle.token());
            String host = URI.create(moodle.url()).getHost();
            try (JdbcStore store =
                    JdbcStore.inFile(folder.resolve("data/tracker")).build()) {
                Accounts.in(store).create(host, ZoneId.of("Europe/Madrid"), Language.ENGLISH);
            }

            run("sync", "--once");

            try (JdbcStore store =
                    JdbcStore.inFile(folder.resolve("data/tracker")).build()) {
                assertThat(Accounts.in(store).all()).singleElement().satisfies(account -> {
                    assertThat(account.name()).isEqualTo(host);
                    assertThat(account.items()).isNotEmpty();
                });
            }
        }
    }

    @Test
    void a_new_store_has_the_account_default() {
        try (MoodleSimulator moodle = MoodleSimulator.playing(Recording.demo())) {
            moodle.start();
            environment.put("MOODLE_BASE_URL", moodle.url());
            environment.put("MOODLE_TOKEN", moodle.token());

            run("sync", "--once");

            try (JdbcStore store =
                    JdbcStore.inFile(folder.resolve("data/tracker")).build()) {
                assertThat(store.accounts()).isEqualTo(List.of("default"));
            }
        }
    }
}
