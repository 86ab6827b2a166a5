package dev.unitracker.webhook;

import dev.unitracker.action.ActionLinks;
import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.notice.Message;
import dev.unitracker.spi.Notifier;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * Tells programs: each message is posted as JSON, signed as <a href="https://www.standardwebhooks.com">Standard Webhooks</a>
 * says, so that a receiver in any language verifies it with a library that is there. Safe for use by several threads.
 *
 * <pre>{@code
 * WebhookNotifier webhook = WebhookNotifier.to("https://example.org/told", "whsec_…").build();
 * }</pre>
 *
 * <p>A message is posted whole, however long it is. If it comes again, after a failure or a crash, it has the same
 * {@code webhook-id}, so a receiver that remembers ids does nothing twice; {@code webhook-timestamp} is that of the try.
 * What the body says is described in {@code docs/channels.md}.
 *
 * <p>Any answer but 2xx is a failure, a redirect too: what was signed for one address is sent to no other. A receiver that
 * answers 410 wants no more and gets no more, until the program starts again. {@link #send} never waits: it throws, and the
 * exception says when to try again, as {@code Retry-After} does.
 */
public final class WebhookNotifier implements Notifier {

    private static final String NAME = "webhook";

    private final Poster poster;

    private WebhookNotifier(Builder settings) {
        WebhookBody body = new WebhookBody(settings.account, NAME, settings.post.links());
        List<Receiver> receivers = settings.receivers.entrySet().stream()
                .map(receiver -> new Receiver(receiver.getKey(), receiver.getValue(), body, settings.clock))
                .toList();
        this.poster = new Poster(receivers, settings.post);
    }

    /**
     * Starts building a notifier.
     *
     * @param url the address to post to: {@code https}, or of this very machine. It may be a secret, and only its host is shown
     * @param secrets what the receiver knows too, each {@code whsec_} and 24 to 64 bytes in Base64. One is usual; while a
     *     receiver changes from an old one to a new one, both, and it finds the signature that it can verify
     * @throws SettingsException if one of them cannot be right, or there is no secret
     */
    public static Builder to(String url, String... secrets) {
        return new Builder().and(url, secrets);
    }

    /** Returns {@code webhook}. */
    @Override
    public String name() {
        return NAME;
    }

    /**
     * Returns a name for each address, in the order in which they were given: its host, and a fingerprint, for the address
     * itself may be a secret. It stays as long as the address does.
     */
    @Override
    public List<String> recipients() {
        return poster.names();
    }

    /**
     * {@inheritDoc}
     *
     * @throws NotDeliveredException for good if the receiver is gone (410); for now after everything else
     * @throws IllegalArgumentException if the recipient is none of this notifier
     */
    @Override
    public void send(Message message, String recipient) {
        poster.post(message, recipient);
    }

    /** Returns what is wrong, in words for whoever runs the program; empty if the latest message to each receiver was taken. */
    public Optional<String> trouble() {
        return poster.trouble();
    }

    /** Returns whom it tells, without addresses and secrets. */
    @Override
    public String toString() {
        return NAME + " to " + poster.names();
    }

    /** Settings of a notifier. Each method checks at once. Not for use by several threads. */
    public static final class Builder {
        private final Map<HttpUrl, List<SigningSecret>> receivers = new LinkedHashMap<>();
        private final PostSettings post = new PostSettings();
        private String account = "";
        private InstantSource clock = InstantSource.system();

        private Builder() {}

        /**
         * Adds a receiver, with secrets of its own. An address that is there already has these secrets from now on. Default:
         * none but the first.
         *
         * @throws SettingsException if one cannot be right, or there is no secret
         */
        public Builder and(String url, String... secrets) {
            HttpUrl address = Address.read("url", url, "https://example.org/told");
            if (secrets.length == 0) {
                throw SettingsException.wrongSecret(
                        "secret", "there must be one, since nobody believes what is not signed");
            }
            receivers.put(address, Arrays.stream(secrets).map(SigningSecret::of).toList());
            return this;
        }

        /**
         * Sets the account that the messages are of, for receivers that are told of several: it is in the body, and equal
         * messages of two accounts have different ids. Default: it is not said.
         */
        public Builder account(String name) {
            this.account = Objects.requireNonNull(name, "name");
            return this;
        }

        /** Sets the links by which a person answers; they are in the body. Default: {@link ActionLinks#openingOnly}. */
        public Builder links(ActionLinks links) {
            post.links(links);
            return this;
        }

        /** Sets the client whose connections, proxy and certificates are used; it sees all secrets. Default: one of its own. */
        public Builder http(OkHttpClient client) {
            post.client(client);
            return this;
        }

        /** Sets how long one request may take, a minute at most. Default: thirty seconds. */
        public Builder timeout(Duration time) {
            post.timeout(time);
            return this;
        }

        /** Sets the clock of {@code webhook-timestamp}, which receivers compare with theirs. Default: the system's. */
        public Builder clock(InstantSource clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /** Builds the notifier. Nobody is asked yet. */
        public WebhookNotifier build() {
            return new WebhookNotifier(this);
        }
    }
}
