package dev.unitracker.example.account;

import dev.unitracker.Account;
import dev.unitracker.Accounts;
import dev.unitracker.error.SettingsException;
import dev.unitracker.example.account.HostedAccount.Origin;
import dev.unitracker.words.Language;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The accounts whose settings are kept in the store, with their credentials sealed. What was seen of an account is kept under the
 * same name, whether its settings stand there or elsewhere. Safe for use by several threads.
 */
public final class StoredAccounts {

    private static final String SETTING = "setting.";
    private static final String PAUSED = "paused";

    private final Accounts accounts;
    private final Vault vault;
    private final Predicate<String> secret;

    /**
     * @param secret tells which settings are sealed, by their names
     */
    public StoredAccounts(Accounts accounts, Vault vault, Predicate<String> secret) {
        this.accounts = accounts;
        this.vault = vault;
        this.secret = secret;
    }

    /**
     * Keeps an account. What an account of this name saw before stays.
     *
     * @param settings its own settings, by their names, in clear
     * @throws SettingsException if there is one already, or a credential cannot be sealed
     */
    public void add(String name, Map<String, String> settings, ZoneId zone, Language language) {
        if (find(name).isPresent()) {
            throw new SettingsException("the account " + name + " is there already; to change it, remove it and add it"
                    + " again: what was seen of it stays");
        }
        Map<String, String> kept = new TreeMap<>();
        settings.forEach((field, value) ->
                kept.put(SETTING + field, secret.test(field) ? vault.seal(name, field, value) : value));
        Account account = accounts.createOrChange(name, zone, language);
        account.together(() -> {
            kept.forEach(account::set);
            return name;
        });
    }

    /** Returns all accounts whose settings are kept in the store, ordered by name. */
    public List<HostedAccount> all() {
        return accounts.settings().entrySet().stream()
                .flatMap(known -> hosted(known.getKey(), known.getValue()).stream())
                .toList();
    }

    /** Returns the one of a name; empty if its settings are not kept in the store. */
    public Optional<HostedAccount> find(String name) {
        return accounts.account(name).flatMap(account -> hosted(name, account.settings()));
    }

    /** Forgets the settings of an account, credentials included. What was seen of it stays. Tells whether there was one. */
    public boolean remove(String name) {
        Optional<Account> account =
                accounts.account(name).filter(known -> find(name).isPresent());
        account.ifPresent(known -> known.together(() -> {
            known.settings().keySet().stream()
                    .filter(setting -> setting.startsWith(SETTING) || setting.equals(PAUSED))
                    .forEach(setting -> known.set(setting, null));
            return name;
        }));
        return account.isPresent();
    }

    /** Has any account of the store, wherever its settings stand, left alone or looked at again. Tells whether it is there. */
    public boolean pause(String name, boolean paused) {
        Optional<Account> account = accounts.account(name);
        account.ifPresent(known -> known.set(PAUSED, paused ? "true" : null));
        return account.isPresent();
    }

    /** Tells whether an account is left alone. */
    public boolean paused(String name) {
        return accounts.account(name)
                .map(account -> account.settings().containsKey(PAUSED))
                .orElse(false);
    }

    /**
     * Returns the settings of an account, credentials in clear.
     *
     * @throws SettingsException if one cannot be opened; the message says what to do
     */
    public Map<String, String> opened(HostedAccount account) {
        Map<String, String> clear = new TreeMap<>(account.settings());
        clear.replaceAll((field, value) -> Vault.isSealed(value) ? vault.open(account.name(), field, value) : value);
        return clear;
    }

    private static Optional<HostedAccount> hosted(String account, Map<String, String> kept) {
        Map<String, String> own = new TreeMap<>();
        kept.forEach((name, value) -> {
            if (name.startsWith(SETTING)) {
                own.put(name.substring(SETTING.length()), value);
            }
        });
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(new HostedAccount(account, Origin.STORE, kept.containsKey(PAUSED), own));
    }
}
