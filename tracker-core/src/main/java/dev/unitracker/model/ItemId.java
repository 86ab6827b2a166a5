package dev.unitracker.model;

/**
 * What names one real thing for ever: the account it was seen in and the source's own key.
 *
 * <p>Ordered by account, then by key with numbers compared as numbers, so that {@code module:9} comes before
 * {@code module:10}.
 *
 * @param account the account's name, as the host chose it
 * @param key the source key, for example {@code module:5}, {@code discussion:36}, {@code event:26},
 *     {@code file:9:/a.pdf}, {@code grade:17} or {@code course:2}
 */
public record ItemId(String account, String key) implements Comparable<ItemId> {

    /** How many characters ({@code char}s) the name of an account has at most. */
    public static final int MAX_ACCOUNT = 255;

    public ItemId {
        if (account.isBlank()) {
            throw new IllegalArgumentException("an item needs an account");
        }
        if (account.length() > MAX_ACCOUNT) {
            throw new IllegalArgumentException(
                    "the name of an account has at most " + MAX_ACCOUNT + " characters, not " + account.length());
        }
        if (key.isBlank() || key.indexOf(':') < 1) {
            throw new IllegalArgumentException("a source key reads kind:id, not '" + key + "'");
        }
    }

    /** Returns the part of the key before its first colon, for example {@code module}. */
    public String kind() {
        return key.substring(0, key.indexOf(':'));
    }

    @Override
    public int compareTo(ItemId other) {
        int byAccount = account.compareTo(other.account);
        return byAccount != 0 ? byAccount : SourceKeys.ORDER.compare(key, other.key);
    }

    /** Returns account and key, joined by a slash. */
    @Override
    public String toString() {
        return account + "/" + key;
    }
}
