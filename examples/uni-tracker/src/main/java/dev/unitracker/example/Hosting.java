package dev.unitracker.example;

import dev.unitracker.Accounts;
import dev.unitracker.error.SettingsException;
import dev.unitracker.example.account.AccountsFile;
import dev.unitracker.example.account.HostedAccount;
import dev.unitracker.example.account.HostedAccount.Origin;
import dev.unitracker.example.account.StoredAccounts;
import dev.unitracker.example.account.Vault;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is looked at: the account of the environment, those of a file, and those whose settings are kept in the store. */
final class Hosting {

    /** The name of the account that the environment is of, where nobody says another. */
    static final String DEFAULT = "default";

    private static final String NAME = "ACCOUNT";
    private static final String SITE = "MOODLE_BASE_URL";
    private static final String EXPORT = "MOODLE_ICS_URL";

    private final Settings host;
    private final AccountsFile file;
    private final StoredAccounts stored;

    /** The name of the environment's account; null if there is none. */
    private final @Nullable String own;

    /**
     * @throws SettingsException if what the environment says of its account cannot be right
     */
    Hosting(Settings host, Accounts accounts) {
        this.host = host;
        this.own = host.get(SITE).isEmpty() && host.get(EXPORT).isEmpty()
                ? null
                : nameOf(host, accounts, Source.of(host).host());
        this.file = new AccountsFile(host.accountsFile());
        this.stored = new StoredAccounts(accounts, Vault.of(host.get(Vault.KEY)), Hosting::isSecret);
    }

    /**
     * Returns the name of the account that settings are of: what they say, or else {@value #DEFAULT}. A store of before there
     * were several has its history under the site's host, and goes on with it.
     */
    static String nameOf(Settings settings, Accounts accounts, String siteHost) {
        return settings.get(NAME).orElseGet(() -> {
            boolean before = accounts.account(DEFAULT).isEmpty()
                    && accounts.account(siteHost).isPresent();
            return before ? siteHost : DEFAULT;
        });
    }

    private static boolean isSecret(String name) {
        return Setting.find(name).map(Setting::secret).orElse(true);
    }

    StoredAccounts stored() {
        return stored;
    }

    /**
     * Returns all accounts: that of the environment first, then those of the file and of the store, by their names.
     *
     * @throws SettingsException if the file cannot be read, or two of them have the same name
     */
    List<HostedAccount> all() {
        Map<String, HostedAccount> all = new LinkedHashMap<>();
        Stream.of(ofTheEnvironment().stream(), ofTheFile(), stored.all().stream())
                .flatMap(some -> some)
                .forEach(account -> add(account, all));
        return List.copyOf(all.values());
    }

    /** Returns the name of the account that is meant where none is named; the word default if there is none at all. */
    String standard() {
        return own != null
                ? own
                : all().stream().map(HostedAccount::name).sorted().findFirst().orElse(DEFAULT);
    }

    /** Returns the name of the account that is meant by a name: the standard one is also reached as {@value #DEFAULT}. */
    String meant(String name) {
        boolean alias = name.equals(DEFAULT) && find(name).isEmpty();
        return alias ? standard() : name;
    }

    /** Returns the account of a name; empty if there is none. What stands twice is the one that {@link #all} has first. */
    Optional<HostedAccount> find(String name) {
        return ofTheEnvironment()
                .filter(account -> account.name().equals(name))
                .or(() -> stored.find(name))
                .or(() -> ofTheFile()
                        .filter(account -> account.name().equals(name))
                        .findFirst());
    }

    private static void add(HostedAccount account, Map<String, HostedAccount> all) {
        HostedAccount there = all.putIfAbsent(account.name(), account);
        if (there != null) {
            throw new SettingsException("the account " + account.name() + " stands both in "
                    + there.origin().words() + " and in " + account.origin().words()
                    + "; give one of them another name, or remove it");
        }
    }

    private Optional<HostedAccount> ofTheEnvironment() {
        if (own == null) {
            return Optional.empty();
        }
        Map<String, String> said = new HashMap<>();
        Arrays.stream(Setting.values())
                .filter(Setting::ofAnAccount)
                .forEach(setting -> host.get(setting.name()).ifPresent(value -> said.put(setting.name(), value)));
        return Optional.of(new HostedAccount(own, Origin.ENVIRONMENT, stored.paused(own), said));
    }

    private Stream<HostedAccount> ofTheFile() {
        return file.read().entrySet().stream()
                .map(entry -> new HostedAccount(
                        entry.getKey(), Origin.FILE, stored.paused(entry.getKey()), entry.getValue()));
    }

    /**
     * Returns the settings of an account, with what it says nothing of as the host has it.
     *
     * @throws SettingsException if there is no such setting, or a credential cannot be opened
     */
    Settings settings(HostedAccount account) {
        check(account.name(), account.settings());
        Map<String, String> own = new HashMap<>(stored.opened(account));
        own.put(NAME, account.name());
        return host.of(own);
    }

    /**
     * Keeps an account in the store, once all that is said of it is right.
     *
     * @throws SettingsException if something is missing or wrong, or the name is taken
     */
    void add(String name, Map<String, String> own) {
        check(name, own);
        all().stream().filter(known -> known.name().equals(name)).findFirst().ifPresent(known -> {
            throw new SettingsException("there is an account " + name + " already, in "
                    + known.origin().words());
        });
        Settings settings = host.of(own);
        Source.of(settings);
        Chats.of(settings);
        OtherChannels.of(settings, Replies.none());
        settings.quietHours(settings.zone());
        stored.add(name, own, settings.zone(), settings.language());
    }

    private static void check(String account, Map<String, String> own) {
        List<String> names = Arrays.stream(Setting.values())
                .filter(Setting::ofAnAccount)
                .map(Setting::name)
                .toList();
        own.keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new SettingsException("the account " + account + " has no setting " + name
                            + Nearest.of(name, names)
                                    .map(near -> "; do you mean " + near + "?")
                                    .orElse(""));
                });
    }
}
