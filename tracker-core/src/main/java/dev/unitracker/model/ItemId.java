package dev.unitracker.model;

/**
 * The name of one real thing, which never changes: the account, the source that showed it, and the source's own key.
 * Two sources of one account may use the same key for different things. Immutable.
 *
 * <p>Ordered by account, then by source, then by key with numbers compared as numbers, so that {@code module:9} comes
 * before {@code module:10}.
 *
 * @param account the account's name, as the host chose it: 1 to {@value #MAX_ACCOUNT} characters
 * @param source the name of the collector that reads the source, for example {@code campus}: 1 to {@value #MAX_SOURCE}
 *     characters, without a slash
 * @param key the source key, for example {@code module:5}, {@code discussion:36}, {@code event:26},
 *     {@code file:9:/a.pdf}, {@code grade:17} or {@code course:2}
 */
public record ItemId(String account, String source, String key) implements Comparable<ItemId> {

    /** How many characters ({@code char}s) the name of an account has at most. */
    public static final int MAX_ACCOUNT = 255;

    /** How many characters ({@code char}s) the name of a source has at most. */
    public static final int MAX_SOURCE = 100;

    /**
     * Makes an id.
     *
     * @throws IllegalArgumentException if account or source is blank or too long, if the source has a slash, or if the
     *     key does not read {@code kind:id}
     */
    public ItemId {
        check("account", account, MAX_ACCOUNT);
        check("source", source, MAX_SOURCE);
        if (source.indexOf('/') >= 0) {
            throw new IllegalArgumentException("the name of a source has no slash: '" + source + "'");
        }
        if (key.isBlank() || key.indexOf(':') < 1) {
            throw new IllegalArgumentException("a source key reads kind:id, not '" + key + "'");
        }
    }

    private static void check(String what, String name, int most) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an item needs the name of its " + what);
        }
        if (name.length() > most) {
            throw new IllegalArgumentException(
                    "the name of its " + what + " has at most " + most + " characters, not " + name.length());
        }
    }

    /** Returns the part of the key before its first colon, for example {@code module}. */
    public String kind() {
        return key.substring(0, key.indexOf(':'));
    }

    /** Returns the id that a key names in the same source of the same account. */
    public ItemId beside(String otherKey) {
        return new ItemId(account, source, otherKey);
    }

    /** Returns its name within the account: source and key, joined by a slash. */
    public String name() {
        return source + "/" + key;
    }

    @Override
    public int compareTo(ItemId other) {
        // Written out, because the diff of a whole account does nothing as often as this.
        int byAccount = account.compareTo(other.account);
        int bySource = byAccount != 0 ? byAccount : source.compareTo(other.source);
        return bySource != 0 ? bySource : SourceKeys.ORDER.compare(key, other.key);
    }

    /** Returns account, source and key, joined by slashes. */
    @Override
    public String toString() {
        return account + "/" + name();
    }
}
