package dev.unitracker.example.server;

import dev.unitracker.Account;
import dev.unitracker.Version;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The standing of each account, kept until the account is written, whoever writes it: when parts were seen is read out of a hundred
 * looks, and every answer says it. Safe for use by several threads.
 */
final class Standings {

    /** Of so many accounts it is kept; whoever was not asked for longest is forgotten. */
    private static final int KEPT = 2000;

    private final Map<String, Standing> latest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Standing> eldest) {
            return size() > KEPT;
        }
    };

    private final Answers answers = new Answers();

    /** Returns the answers that are kept as long. */
    Answers answers() {
        return answers;
    }

    /** Returns the standing of an account now. The account should be read at one moment. */
    Standing of(Account account) {
        Version version = account.version();
        Standing known = known(account.name());
        if (known != null && known.version().equals(version)) {
            return known;
        }
        Standing read = Standing.of(account, version);
        keep(account.name(), read);
        return read;
    }

    private synchronized @Nullable Standing known(String account) {
        return latest.get(account);
    }

    private synchronized void keep(String account, Standing standing) {
        latest.put(account, standing);
    }
}
