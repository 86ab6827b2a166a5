package dev.unitracker.store.s3;

import java.util.Optional;
import java.util.regex.Pattern;

/** How the objects of a store are named: {@code prefix/ab/abcdef…}. */
final class Keys {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final String prefix;

    /**
     * @param prefix what all keys begin with; slashes at its ends do not matter; may be empty
     */
    Keys(String prefix) {
        String inner = prefix.replaceAll("^/+|/+$", "");
        this.prefix = inner.isEmpty() ? "" : inner + "/";
    }

    String prefix() {
        return prefix;
    }

    String of(String hash) {
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hex: " + hash);
        }
        return prefix + hash.substring(0, 2) + "/" + hash;
    }

    /** Returns the hash that a key was made of; empty if it is none of ours. */
    Optional<String> hash(String key) {
        String hash = key.substring(key.lastIndexOf('/') + 1);
        boolean ours = HASH.matcher(hash).matches() && of(hash).equals(key);
        return ours ? Optional.of(hash) : Optional.empty();
    }
}
