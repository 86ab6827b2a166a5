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
    private final RefusedPasswords refused;
    private final AtomicReference<@Nullable String> token;

    Session(
            Transport transport,
            Credentials credentials,
            AtomicReference<@Nullable String> token,
            Secrets secrets,
            RefusedPasswords refused) {
        this.transport = transport;
        this.credentials = credentials;
        this.secrets = secrets;
        this.refused = refused;
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
     */
    void renew(MoodleError why) {
        if (!credentials.canLogIn()) {
            throw new LoginRefusedException("the token is no longer valid: " + why
                    + "; get a new one on the site (Preferences, Security keys) and put it into the settings");
        }
        token.set(logIn());
    }

    private String logIn() {
        String user = Objects.requireNonNull(credentials.username());
        String password = Objects.requireNonNull(credentials.password());
        refused.check(user, password);
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
        secrets.add(fetched);
        secrets.add(Json.text(answer, "privatetoken"));
        return fetched;
    }

    private RuntimeException refusal(MoodleError error, String user, String password) {
        if (error.siteClosed()) {
            return new SourceUnavailableException("the site is closed for maintenance; it will be tried again");
        }
        if (error.code().equals("invalidlogin")) {
            refused.remember(user, password);
        }
        String advice = advice(error, password);
        return new LoginRefusedException("the site refused the login of " + user + ": " + advice);
    }

    /** Codes that login/token.php answers, read from the source of Moodle 4.5. */
    private static String advice(MoodleError error, String password) {
        return switch (error.code()) {
            case "invalidlogin" ->
                "wrong user or password (an account of a single sign-on has none of its own: use a token);"
                        + " this password will not be tried again";
            case "servicenotavailable", "enablewsdescription" ->
                "the site has no mobile web service; use a token of another service, or the calendar's export address";
            case "cannotcreatetoken", "missingrequiredcapability", "usernotallowed" ->
                "the site lets students have no token; use the calendar's export address";
            case "forcepasswordchangenotice", "passwordisexpired", "restoredaccountresetpassword" ->
                "the password has expired; change it on the site, then in the settings";
            case "usernotconfirmed", "usernotfullysetup", "sitepolicynotagreed" ->
                "the account is not complete; log in with a browser once and do what it asks";
            default -> error.withoutEcho(password).toString();
        };
    }
}
