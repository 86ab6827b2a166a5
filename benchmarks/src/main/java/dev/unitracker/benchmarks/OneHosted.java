package dev.unitracker.benchmarks;

import dev.unitracker.Account;
import dev.unitracker.Accounts;
import dev.unitracker.Tracker;
import dev.unitracker.example.server.Hosted;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** One account that a server answers for and nobody looks at. */
record OneHosted(Accounts accounts, String standard) implements Hosted {

    @Override
    public SortedSet<String> names() {
        return new TreeSet<>(Set.of(standard));
    }

    @Override
    public Optional<Account> account(String name) {
        return name.equals(standard) ? accounts.account(name) : Optional.empty();
    }

    @Override
    public Map<String, Long> lastChanges(Set<String> names) {
        return accounts.lastChanges(names);
    }

    @Override
    public Optional<Tracker> tracker(String name) {
        return Optional.empty();
    }
}
