package dev.unitracker.moodle.internal.client;

import dev.unitracker.http.HttpDoor;
import dev.unitracker.http.Secrets;
import dev.unitracker.spi.Look;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** One site as one student sees it: the connection, and the token that outlives a look. Safe for use by several threads. */
public final class MoodleSite {

    /** How many requests are made in a minute where nobody says otherwise. */
    public static final int PER_MINUTE = 240;

    private static final int AT_ONCE = 4;

    private final URI address;
    private final Credentials credentials;
    private final HttpDoor door;
    private final Secrets secrets = Transport.secrets();
    private final AtomicReference<@Nullable String> token;
    private final Logins.Known known;
    private final Patience patience;

    /**
     * @param address the site's address without a slash at its end
     * @param http the HTTP client to derive ours from
     * @param pace how often it is asked, and how long it is waited for
     */
    public MoodleSite(URI address, OkHttpClient http, Credentials credentials, Pace pace) {
        this.address = Objects.requireNonNull(address, "address");
        this.credentials = Objects.requireNonNull(credentials, "credentials");
        this.token = new AtomicReference<>(credentials.token());
        this.patience = pace.patience();
        this.known = new Logins.Known(credentials.tryRefused());
        secrets.add(credentials.token());
        secrets.add(credentials.password());
        this.door = Transport.doorTo(HttpUrl.get(address.toString()))
                .client(http)
                .retry(pace.waits())
                .secrets(secrets)
                .atOnce(AT_ONCE)
                .budget(pace.budget())
                .build();
    }

    /** Returns the site's address without a slash at its end. */
    public URI address() {
        return address;
    }

    /**
     * Returns who answers in one look: the site or, in a replay, what was kept. The token that is fetched for one look serves
     * those to come.
     */
    public SiteAnswers answers(Look look) {
        return new ArchivedAnswers(look.archive(), client(look));
    }

    private MoodleClient client(Look look) {
        Transport transport = new Transport(door, patience, look::requestMade);
        Logins logins = new Logins(address.toString(), look, known);
        return new MoodleClient(transport, new Session(transport, credentials, token, secrets, logins), secrets, look);
    }
}
