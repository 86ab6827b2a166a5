package dev.unitracker.custom.notifier;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.http.HttpAnswer;
import dev.unitracker.http.HttpDoor;
import dev.unitracker.http.NoAnswerException;
import dev.unitracker.http.Secrets;
import dev.unitracker.notice.Message;
import dev.unitracker.spi.Notifier;
import dev.unitracker.spi.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Posts each message to a program, signed as Standard Webhooks says. What fails is sent again by the tracker, with the same id. */
public final class SignedWebhook implements Notifier {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final HttpDoor door;
    private final byte[] key;
    private final InstantSource clock;

    SignedWebhook(HttpUrl url, String secret, InstantSource clock) {
        this.door = HttpDoor.to(url).once().secrets(Secrets.none().add(secret)).build();
        this.key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
        this.clock = clock;
    }

    /**
     * Returns a notifier for the program at an address. Both sides know the secret, {@code whsec_} and Base64; what cannot be
     * right is a {@link SettingsException}.
     */
    public static SignedWebhook to(String url, String secret) {
        HttpUrl address = HttpUrl.parse(url);
        if (address == null || !secret.matches("whsec_([A-Za-z0-9+/]{4})+([A-Za-z0-9+/]{2}(==|[A-Za-z0-9+/]=))?")) {
            throw SettingsException.wrongSecret("webhook", "it takes https://host/path and whsec_ with Base64");
        }
        return new SignedWebhook(address, secret, InstantSource.system());
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public void send(Message message, String recipient) {
        try {
            check(door.ask(request(message, clock.instant())));
        } catch (NoAnswerException e) {
            throw NotDeliveredException.forNow(String.valueOf(e.getMessage()), e);
        }
    }

    private void check(HttpAnswer answer) {
        String words = door.server().host() + " answered HTTP " + answer.status();
        if (answer.status() == 410) {
            throw NotDeliveredException.forGood(words + " (gone); take it out of the settings", null);
        } else if (!answer.ok()) {
            throw answer.retryAfter() == null
                    ? NotDeliveredException.forNow(words, null)
                    : NotDeliveredException.until(answer.retryAfter(), words);
        }
    }

    private Request request(Message message, Instant now) {
        String id = "msg_" + Sha256.of(message.key().getBytes(StandardCharsets.UTF_8));
        var data = JSON.createObjectNode().put("severity", message.severity().name());
        data.set("lines", JSON.valueToTree(message.lines()));
        var event = JSON.createObjectNode().put("type", "message").put("timestamp", now.toString());
        String body = event.set("data", data).toString();
        return new Request.Builder()
                .url(door.server())
                .header("webhook-id", id)
                .header("webhook-timestamp", "" + now.getEpochSecond())
                .header("webhook-signature", signature(key, id + "." + now.getEpochSecond() + "." + body))
                .post(RequestBody.create(body, MediaType.get("application/json")))
                .build();
    }

    static String signature(byte[] key, String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
