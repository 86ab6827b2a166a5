package dev.unitracker.moodle.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.unitracker.error.LoginRefusedException;
import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.http.HttpAnswer;
import dev.unitracker.http.Secrets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The student's token: given, or fetched once with user and password. Moodle issues one permanent token for each user
 * and service and shares it with its own app, so it is only asked for when there is none or it is dead.
 */
final class Session {

    private static final String LOGIN = "login/token.php";

    private final Transport transport;
    private final Credentials credentials;
    private final Secrets secrets;
    private final Logins logins;
    private final AtomicReference<@Nullable String> token;
    private int made;
    private boolean proven = true;

    Session(
            Transport transport,
            Credentials credentials,
            AtomicReference<@Nullable String> token,
            Secrets secrets,
            Logins logins) {
        this.transport = transport;
        this.credentials = credentials;
        this.secrets = secrets;
        this.logins = logins;
        this.token = token;
    }

    /** Returns the token; logs in first if there is none yet. */
    String token() {
        String known = token.get();
        if (known == null) {
            known = logIn();
            token.set(known);
        }
        return known;
    }

    /**
     * Replaces a dead token, once.
     *
     * @throws LoginRefusedException if no user and password are known, or the site refuses them
     * @throws SourceUnavailableException if the dead one was just fetched, so that another would be as dead
     */
    void renew(MoodleError why) {
        if (!credentials.canLogIn()) {
            throw new LoginRefusedException("the token is no longer valid: " + why
                    + "; get a new one on the site (Preferences, Security keys) and put it into the settings");
        }
        if (!proven) {
            logins.inVain();
            throw new SourceUnavailableException("the site gives a token for user and password and does not take it: "
                    + why + "; it will be tried again in an hour");
        }
        token.set(logIn());
    }

    /** Hears that the site took the token. */
    void proven() {
        proven = true;
    }

    /** Returns how many logins were made in this look. */
    int logins() {
        return made;
    }

    private String logIn() {
        String user = Objects.requireNonNull(credentials.username());
        String password = Objects.requireNonNull(credentials.password());
        logins.check(user, password);
        HttpAnswer raw =
                transport.post(LOGIN, Map.of("username", user, "password", password, "service", credentials.service()));
        JsonNode answer = Json.parse(raw.text()).orElse(MissingNode.getInstance());
        Optional<MoodleError> error = MoodleError.in(answer);
        if (error.isPresent()) {
            throw refusal(error.get(), user, password);
        }
        String fetched = Json.text(answer, "token");
        if (fetched.isEmpty()) {
            throw new SourceUnavailableException(
                    "the site sent no token but something else; is the site's address right? It will be tried again");
        }
        made++;
        proven = false;
        logins.taken(user, password);
        secrets.add(fetched);
        secrets.add(Json.text(answer, "privatetoken"));
        return fetched;
    }

    /** Only what means it is a refusal: a site in trouble answers a login with whatever went wrong in it. */
    private RuntimeException refusal(MoodleError error, String user, String password) {
        if (error.siteClosed()) {
            return new SourceUnavailableException("the site is closed for maintenance; it will be tried again");
        }
        if (!error.loginRefused()) {
            return new SourceUnavailableException("the site could not log " + user + " in: "
                    + error.withoutEcho(password) + "; it will be tried again on the next run");
        }
        String words = "the site refused the login of " + user + ": ";
        return error.wrongPassword()
                ? new LoginRefusedException(words
                        + "wrong user or password (it says the same of an account that is suspended or locked out for a while;"
                        + " an account of a single sign-on has no password of its own: use a token); "
                        + logins.refused(user, password))
                : new LoginRefusedException(words + advice(error, password));
    }

    /** Codes that login/token.php answers, read from the source of Moodle 4.5. */
    private static String advice(MoodleError error, String password) {
        return switch (error.code()) {
            case "servicenotavailable", "enablewsdescription" ->
                "the site has no mobile web service; use a token of another service, or the calendar's export address";
            case "cannotcreatetoken", "cannotcreatemobiletoken", "missingrequiredcapability", "usernotallowed" ->
                "the site lets students have no token; use the calendar's export address";
            case "forcepasswordchangenotice", "passwordisexpired", "restoredaccountresetpassword" ->
                "the password has expired; change it on the site, then in the settings";
            case "usernotconfirmed", "usernotfullysetup", "sitepolicynotagreed" ->
                "the account is not complete; log in with a browser once and do what it asks";
            default -> error.withoutEcho(password).toString();
        };
    }
}
