package dev.unitracker.webhook;

import dev.unitracker.action.ActionLinks;
import dev.unitracker.error.SettingsException;
import dev.unitracker.http.HttpDoor;
import dev.unitracker.http.Secrets;
import java.time.Duration;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** What all builders here let one set. Not for use by several threads. */
final class PostSettings {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private OkHttpClient client = new OkHttpClient();
    private Duration timeout = Duration.ofSeconds(30);
    private ActionLinks links = ActionLinks.openingOnly();

    void client(OkHttpClient given) {
        this.client = Objects.requireNonNull(given, "client");
    }

    void timeout(Duration time) {
        if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
            throw SettingsException.wrong("timeout", time, "it must be positive, and a minute at most");
        }
        this.timeout = time;
    }

    void links(ActionLinks given) {
        this.links = Objects.requireNonNull(given, "links");
    }

    ActionLinks links() {
        return links;
    }

    HttpDoor door(HttpUrl server, Secrets secrets, int largestAnswer) {
        return HttpDoor.to(server)
                .client(client)
                .readWithin(timeout)
                .answerWithin(timeout)
                .once()
                .largestAnswer(largestAnswer)
                .secrets(secrets)
                .logger("unitracker.webhook")
                .build();
    }
}
