package dev.unitracker.example;

import dev.unitracker.Account;
import dev.unitracker.Tracker;
import dev.unitracker.example.server.Hosted;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The one account that the environment names. It is also reached as {@value #ALIAS}. */
final class SoleAccount implements Hosted {

    private static final String ALIAS = "default";

    private final Tracker tracker;

    /** One tracker for all: it knows by itself that a look is going on. */
    SoleAccount(Tracker tracker) {
        this.tracker = tracker;
    }

    @Override
    public String standard() {
        return tracker.account().name();
    }

    @Override
    public SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        names.add(standard());
        return names;
    }

    @Override
    public Optional<Account> account(String name) {
        return tracker(name).map(Tracker::account);
    }

    @Override
    public Optional<Tracker> tracker(String name) {
        return name.equals(ALIAS) || name.equals(standard()) ? Optional.of(tracker) : Optional.empty();
    }
}
