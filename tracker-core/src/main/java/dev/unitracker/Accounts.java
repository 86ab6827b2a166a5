package dev.unitracker;

import dev.unitracker.error.SettingsException;
import dev.unitracker.error.StoreException;
import dev.unitracker.model.ItemId;
import dev.unitracker.spi.Lag;
import dev.unitracker.spi.Profile;
import dev.unitracker.spi.SourceProfile;
import dev.unitracker.spi.Store;
import dev.unitracker.words.Language;
import dev.unitracker.words.Texts;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The accounts of a store: one for each student. Each has a zone and a language, which the store keeps. Immutable and
 * safe for use by several threads.
 */
public final class Accounts {

    private final Store store;
    private final InstantSource clock;
    private final List<Language> languages;
    private final List<SourceProfile> sources;

    private Accounts(
            Store store, InstantSource clock, Collection<Language> languages, Collection<SourceProfile> sources) {
        this.store = Objects.requireNonNull(store, "store");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.languages = List.copyOf(languages);
        this.sources = List.copyOf(sources);
    }

    /** Returns the accounts of a store. The caller closes the store. Nothing is read yet. */
    public static Accounts in(Store store) {
        return new Accounts(store, InstantSource.system(), List.of(), List.of());
    }

    /** Returns these accounts with another clock. Default: the system's clock. */
    public Accounts at(InstantSource other) {
        return new Accounts(store, other, languages, sources);
    }

    /**
     * Returns these accounts with other languages that have {@linkplain Language#with texts of the host}. The store
     * keeps only the code of an account's language; these texts are used if one of the languages has that code.
     * Default: none, and the library's texts are used.
     */
    public Accounts speaking(Collection<Language> own) {
        return new Accounts(store, clock, own, sources);
    }

    /**
     * Returns these accounts with other words for their sources, which digests and briefs use. The
     * {@linkplain Tracker#account account of a tracker} has the words of the tracker's collectors. Default: none, and a
     * source is called "the site".
     */
    public Accounts sources(Collection<SourceProfile> profiles) {
        return new Accounts(store, clock, languages, profiles);
    }

    /**
     * Creates an account. If it exists with the same zone and language, it is returned as it is.
     *
     * @param name the name that everything is stored under, 1 to {@value ItemId#MAX_ACCOUNT} characters
     * @param zone the zone that the student lives in: dates in texts are read in it, messages show times in it
     * @param language the language of all that the student is told. If it has no texts of the host, those of the same
     *     code that {@link #speaking} got are used
     * @throws IllegalArgumentException if the name is blank or too long
     * @throws SettingsException if it exists with another zone or language; nothing is changed then
     * @throws StoreException if the store cannot be read or written
     */
    public Account create(String name, ZoneId zone, Language language) {
        Profile profile = profile(name, zone, language);
        return store.inTransaction(name, session -> {
            Optional<Profile> known = session.profiles().find();
            known.ifPresent(there -> checkSame(name, there, profile));
            if (known.isEmpty()) {
                session.profiles().save(profile);
            }
            return preferring(language).account(name, known.orElse(profile));
        });
    }

    /**
     * Creates an account as {@link #create} does, or gives an existing one this zone and language; what else is stored
     * of it stays. For hosts that keep zone and language in settings of their own.
     *
     * @throws IllegalArgumentException if the name is blank or too long
     * @throws StoreException if the store cannot be read or written
     */
    public Account createOrChange(String name, ZoneId zone, Language language) {
        Profile profile = profile(name, zone, language);
        return store.inTransaction(name, session -> {
            Optional<Profile> before = session.profiles().find();
            Profile after = before.orElse(profile).with(zone, language.code());
            if (!before.equals(Optional.of(after))) {
                session.profiles().save(after);
            }
            return preferring(language).account(name, after);
        });
    }

    /**
     * Returns an account; empty if it was never created.
     *
     * @throws IllegalArgumentException if the name is blank or too long
     * @throws StoreException if the store cannot be read
     */
    public Optional<Account> account(String name) {
        checkName(name);
        return store.reading(name, session -> session.profiles().find()).map(profile -> account(name, profile));
    }

    /**
     * Returns all accounts that were created, ordered by name; empty if there are none.
     *
     * @throws StoreException if the store cannot be read
     */
    public List<Account> all() {
        return store.profiles().entrySet().stream()
                .map(known -> account(known.getKey(), known.getValue()))
                .toList();
    }

    /**
     * Returns the {@linkplain Account#settings settings that the host keeps} with each account that was created, by the account's
     * name, all read at once; empty if there are none.
     *
     * @throws StoreException if the store cannot be read
     */
    public SortedMap<String, Map<String, String>> settings() {
        SortedMap<String, Map<String, String>> settings = new TreeMap<>();
        store.profiles().forEach((name, profile) -> settings.put(name, profile.settings()));
        return settings;
    }

    /**
     * Returns the number of the last change of each of some accounts, by the account's name, all read at once; those in which
     * nothing changed yet are left out. Whoever waits for news of many accounts asks this, then {@link Account#changes()} of
     * those that have some.
     *
     * @throws StoreException if the store cannot be read
     */
    public SortedMap<String, Long> lastChanges(Collection<String> names) {
        return store.lastNumbers(names);
    }

    /**
     * Returns how far behind each account is, by its name, all read at once; empty if there are none. For whoever watches over many.
     *
     * @throws StoreException if the store cannot be read
     */
    public SortedMap<String, Lag> lags() {
        return store.lags(clock.instant());
    }

    /** Texts that a host gives with an account go before those that it said it has in the same language. */
    private Accounts preferring(Language language) {
        if (language.texts().isEmpty()) {
            return this;
        }
        return speaking(Stream.concat(Stream.of(language), languages.stream()).toList());
    }

    Language language(String code) {
        return Language.find(code, languages).orElseGet(() -> Language.of(code));
    }

    /** Returns all texts in a language. */
    Texts texts(Language in) {
        return SourceProfile.speakingOf(sources, Texts.in(in));
    }

    Store store() {
        return store;
    }

    InstantSource clock() {
        return clock;
    }

    Account account(String name, Profile profile) {
        return new Account(this, name, profile, null);
    }

    private static Profile profile(String name, ZoneId zone, Language language) {
        checkName(name);
        return new Profile(Objects.requireNonNull(zone, "zone"), language.code(), Map.of());
    }

    private static void checkName(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an account needs a name");
        }
        if (name.length() > ItemId.MAX_ACCOUNT) {
            throw new IllegalArgumentException(
                    "the name of an account has at most " + ItemId.MAX_ACCOUNT + " characters, not " + name.length());
        }
    }

    private static void checkSame(String name, Profile there, Profile wanted) {
        if (!there.zone().equals(wanted.zone()) || !there.language().equals(wanted.language())) {
            throw new SettingsException(
                    "the account %s exists with the zone %s and the language %s, not with %s and %s; to change it, call createOrChange"
                            .formatted(name, there.zone(), there.language(), wanted.zone(), wanted.language()));
        }
    }
}
