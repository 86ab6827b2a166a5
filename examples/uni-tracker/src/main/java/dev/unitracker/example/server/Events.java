package dev.unitracker.example.server;

import dev.unitracker.Account;
import dev.unitracker.example.server.answer.EntryJson;
import dev.unitracker.model.Change;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The entries of an account's ledger from a number on, as events, each once and in order. For use by one thread. */
final class Events {

    /** So few are read at once, because they are held until somebody who may read slowly has them. */
    private static final int PORTION = 20;

    private final Asked asked;
    private final Account account;
    private volatile long last;

    /**
     * Begins behind an entry.
     *
     * @param after its number; 0 for the beginning
     */
    Events(Asked asked, long after) {
        this.asked = asked;
        this.account = asked.account();
        this.last = after;
    }

    /** Returns the account's own name. */
    String account() {
        return account.name();
    }

    /** Returns the number of the last entry that was handed over. Any thread may ask. */
    long last() {
        return last;
    }

    /** Returns the next events, as they are sent; empty if nothing came. */
    List<byte[]> next() {
        return account.atOneMoment(() -> {
            List<Change> some = account.changes().after(last, PORTION);
            if (some.isEmpty()) {
                return List.of();
            }
            EntryJson entries = ChangeRoutes.entries(new Reading(asked, account, asked.standing(account)), some);
            List<byte[]> events =
                    some.stream().flatMap(change -> event(change, entries)).toList();
            last = some.get(some.size() - 1).number();
            return events;
        });
    }

    /** JSON has no line breaks, so it is one line of data. */
    private static Stream<byte[]> event(Change change, EntryJson entries) {
        return Stream.of(ascii("id: " + change.number() + "\ndata: "), Answer.bytes(entries.of(change)), ascii("\n\n"));
    }

    /** Returns a line that is no event, which keeps a connection alive. */
    static byte[] comment() {
        return ascii(":\n\n");
    }

    /** Returns the line that says after how long whoever lost the connection asks again. */
    static byte[] retry(long millis) {
        return ascii("retry: " + millis + "\n\n");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
