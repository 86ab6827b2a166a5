package dev.unitracker.example.server.act;

import dev.unitracker.Account;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who said that no more e-mail of an account is wanted. It is kept with the account. */
public final class MailStop {

    private static final String SETTING = "mail_stopped";

    private MailStop() {}

    /** Returns the addresses, as the account's own settings hold them; empty if all want mail. */
    public static SortedSet<String> of(Map<String, String> settings) {
        SortedSet<String> addresses = Arrays.stream(
                        settings.getOrDefault(SETTING, "").split("\n", -1))
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        return Collections.unmodifiableSortedSet(addresses);
    }

    /** Notes that an address wants no more. */
    static void stop(Account account, String address) {
        boolean unusedDone = account.together(() -> {
            SortedSet<String> all = new TreeSet<>(of(account.settings()));
            all.add(address);
            account.set(SETTING, String.join("\n", all));
            return true;
        });
    }

    /** Has all addresses told again. Tells whether one was not. */
    public static boolean resume(Account account) {
        boolean any = !of(account.settings()).isEmpty();
        account.set(SETTING, null);
        return any;
    }
}
