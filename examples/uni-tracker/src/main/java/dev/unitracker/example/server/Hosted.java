package dev.unitracker.example.server;

import dev.unitracker.Account;
import dev.unitracker.Tracker;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/** The accounts that a server answers for. It is asked at each request, by several threads. */
public interface Hosted {

    /** Returns the name of the account that paths without an account are about. */
    String standard();

    /** Returns the name of the account that a name in a path stands for, whether there is one or not. Default: the same name. */
    default String meant(String name) {
        return name;
    }

    /** Returns the names of all accounts; those that cannot be looked at are among them. */
    SortedSet<String> names();

    /** Returns an account by its name, with its clock and the words for its sources; empty if there is none. */
    Optional<Account> account(String name);

    /**
     * Returns the number of the last change of each of some accounts, by the account's own name. It is asked twice a second while
     * somebody waits for news. Default: each account is read by itself.
     */
    default Map<String, Long> lastChanges(Set<String> accounts) {
        Map<String, Long> numbers = new TreeMap<>();
        accounts.forEach(name -> account(name)
                .ifPresent(account -> numbers.put(name, account.version().ledger())));
        return numbers;
    }

    /**
     * Returns until when the site of an account is left alone because it is out of order; empty if it is not. Default: it never is.
     */
    default Optional<Instant> siteRestsUntil(String name) {
        return Optional.empty();
    }

    /**
     * Returns what looks and tells for an account by its present settings. It may be the same each time; then it refuses a look while
     * it makes one.
     *
     * @return empty if there is no such account, or if it cannot be looked at, for example because it is paused
     */
    Optional<Tracker> tracker(String name);
}
