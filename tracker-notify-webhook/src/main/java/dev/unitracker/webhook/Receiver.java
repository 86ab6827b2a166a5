package dev.unitracker.webhook;

import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.http.HttpAnswer;
import dev.unitracker.http.Secrets;
import dev.unitracker.notice.Message;
import dev.unitracker.spi.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** A program that is told by signed webhooks, until it says that it wants no more. */
final class Receiver implements Place {

    private static final int GONE = 410;
    private static final int ID_LENGTH = 32;
    private static final String WHAT_TO_DO = "it is gone and gets no more; take it out of the settings";

    private final HttpUrl url;
    private final List<SigningSecret> secrets;
    private final WebhookBody body;
    private final InstantSource clock;
    private volatile boolean gone;

    Receiver(HttpUrl url, List<SigningSecret> secrets, WebhookBody body, InstantSource clock) {
        this.url = url;
        this.secrets = List.copyOf(secrets);
        this.body = body;
        this.clock = clock;
    }

    @Override
    public String name() {
        return Address.name(url);
    }

    @Override
    public HttpUrl server() {
        return url;
    }

    @Override
    public Secrets secrets() {
        return Address.secrets(url);
    }

    /** Returns one post: a program takes a message whole. */
    @Override
    public List<Request> posts(Message message) {
        if (gone) {
            throw NotDeliveredException.forGood(url.host() + ": " + WHAT_TO_DO, null);
        }
        Instant now = clock.instant();
        String id = id(message);
        String json = body.of(message, name(), now);
        String content = id + "." + now.getEpochSecond() + "." + json;
        return List.of(new Request.Builder()
                .url(url)
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header(
                        "webhook-signature",
                        secrets.stream().map(secret -> secret.sign(content)).collect(Collectors.joining(" ")))
                .post(Json.body(json))
                .build());
    }

    /** Returns an id that is the same each time the message comes, and has no full stop. */
    private String id(Message message) {
        String unique = body.account() + "\n" + name() + "\n" + message.key();
        return "msg_" + Sha256.of(unique.getBytes(StandardCharsets.UTF_8)).substring(0, ID_LENGTH);
    }

    @Override
    public NotDeliveredException refusal(HttpAnswer answer) {
        Refusal refusal = Refusal.of(answer, url);
        if (answer.status() == GONE) {
            gone = true;
            return refusal.forGood(WHAT_TO_DO);
        }
        return refusal.forNow();
    }
}
