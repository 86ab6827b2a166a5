package dev.unitracker.example;

import dev.unitracker.Account;
import dev.unitracker.action.ActionLinks;
import dev.unitracker.action.ActionSigner;
import dev.unitracker.example.account.Vault;
import dev.unitracker.example.server.Route;
import dev.unitracker.example.server.act.LeavingTicket;
import dev.unitracker.example.server.act.LinkRoutes;
import dev.unitracker.example.server.act.MailStop;
import dev.unitracker.example.server.guard.GuardTables;
import dev.unitracker.example.server.guard.SigningKey;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The links in messages, and what they lead to; none where nobody reaches the server. Safe for use by several threads. */
final class Answering {

    private final DataSource database;
    private final InstantSource clock;

    /** Where others reach the server; null if that is not said. */
    private final @Nullable URI publicUrl;

    /** What signs the links; of no bytes where there are none. */
    private final byte[] key;

    private Answering(DataSource database, InstantSource clock, @Nullable URI publicUrl, byte[] key) {
        this.database = database;
        this.clock = clock;
        this.publicUrl = publicUrl;
        this.key = key;
    }

    /** Returns that of an installation. */
    static Answering of(Installation installation) {
        DataSource database = installation.store().database();
        Optional<URI> url = PublicAddress.of(installation.settings());
        if (url.isEmpty()) {
            return new Answering(database, installation.clock(), null, new byte[0]);
        }
        GuardTables.create(database);
        byte[] key = SigningKey.of(database, installation.settings().get(Vault.KEY));
        return new Answering(database, installation.clock(), url.get(), key);
    }

    /** Returns the routes that links lead to; none if there are no links. */
    List<Route> routes() {
        return publicUrl == null ? List.of() : LinkRoutes.of(database, key, clock);
    }

    /**
     * Returns how the messages of an account are answered.
     *
     * @param own the account's own settings as they are kept with it
     */
    Replies to(String account, Map<String, String> own) {
        Set<String> stopped = MailStop.of(own);
        URI url = publicUrl;
        if (url == null) {
            return new Replies(ActionLinks.openingOnly(), address -> Optional.empty(), stopped::contains);
        }
        ActionLinks links = ActionSigner.withKey(key).links(url.toString(), account, clock);
        return new Replies(links, address -> leaving(url, account, address), stopped::contains);
    }

    /** Returns how the messages of an account are answered. */
    Replies to(Account account) {
        return to(account.name(), account.settings());
    }

    /** Only where nobody reads it on the way. */
    private Optional<URI> leaving(URI url, String account, String address) {
        return url.getScheme().equalsIgnoreCase("https")
                ? Optional.of(URI.create(url + "/unsubscribe/" + new LeavingTicket(account, address).signed(key)))
                : Optional.empty();
    }
}
