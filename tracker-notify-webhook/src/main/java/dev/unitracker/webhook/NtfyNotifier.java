package dev.unitracker.webhook;

import dev.unitracker.action.ActionLinks;
import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.notice.Message;
import dev.unitracker.spi.Notifier;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Tells people on their telephones, by topics of <a href="https://ntfy.sh">ntfy</a>, the public server or one's own. Safe for
 * use by several threads.
 *
 * <pre>{@code
 * NtfyNotifier ntfy = NtfyNotifier.to("https://ntfy.sh/a-topic-that-nobody-guesses").build();
 * }</pre>
 *
 * <p>The heading is the title, what matters more has the higher priority, and tapping it opens what it is about. A message
 * that is longer than ntfy takes (4,096 bytes) is sent in parts, each with the buttons. If a part fails, the next try goes on
 * with that part. After a crash, or if the answer to a part was lost, what was sent may come again.
 *
 * <p>Messages of no urgency arrive without a sound. When the server asks for patience, {@link #send} does not wait: it
 * throws, and the exception says when to try again.
 */
public final class NtfyNotifier implements Notifier {

    static final String NAME = "ntfy";

    private final Poster poster;

    private NtfyNotifier(Builder settings) {
        this.poster = new Poster(
                settings.topics.stream()
                        .map(url -> new NtfyTopic(url, settings.token, settings.post.links()))
                        .toList(),
                settings.post);
    }

    /**
     * Starts building a notifier.
     *
     * @param topicUrl the address of a topic: {@code https}, or of this very machine. On a public server whoever knows the
     *     topic reads it, so it is a secret, and only its host is shown
     * @throws SettingsException if it cannot be right
     */
    public static Builder to(String topicUrl) {
        return new Builder().and(topicUrl);
    }

    /** Returns {@code ntfy}. */
    @Override
    public String name() {
        return NAME;
    }

    /**
     * Returns a name for each topic, in the order in which they were given: its host, and a fingerprint, for the topic itself
     * may be a secret. It stays as long as the address does.
     */
    @Override
    public List<String> recipients() {
        return poster.names();
    }

    /**
     * {@inheritDoc}
     *
     * @throws NotDeliveredException for good if the token is wrong or missing, or the server does not take the message; for
     *     now if it cannot be reached or asks for patience
     * @throws IllegalArgumentException if the recipient is none of this notifier
     */
    @Override
    public void send(Message message, String recipient) {
        poster.post(message, recipient);
    }

    /** Returns what is wrong, in words for whoever runs the program; empty if the latest message to each topic was taken. */
    public Optional<String> trouble() {
        return poster.trouble();
    }

    /** Returns whom it tells, without topics and token. */
    @Override
    public String toString() {
        return NAME + " to " + poster.names();
    }

    /** Settings of a notifier. Each method checks at once. Not for use by several threads. */
    public static final class Builder {
        private final Set<HttpUrl> topics = new LinkedHashSet<>();
        private final PostSettings post = new PostSettings();
        private @Nullable String token;

        private Builder() {}

        /**
         * Adds topics. One that is there already counts once. Default: none but the first.
         *
         * @throws SettingsException if one cannot be right, or is of another server than the first, which must not get the token
         */
        public Builder and(String... topicUrls) {
            for (String given : topicUrls) {
                HttpUrl topic = NtfyTopic.read(given);
                if (topics.stream().anyMatch(other -> !sameServer(other, topic))) {
                    throw SettingsException.wrongSecret("url", "all topics must be of one server");
                }
                topics.add(topic);
            }
            return this;
        }

        private static boolean sameServer(HttpUrl one, HttpUrl other) {
            return one.host().equals(other.host())
                    && one.port() == other.port()
                    && one.scheme().equals(other.scheme());
        }

        /**
         * Sets the access token of a user who may write to the topics. Default: none, for topics that everybody may write to.
         *
         * @throws SettingsException if it cannot be one
         */
        public Builder token(String accessToken) {
            this.token = NtfyTopic.readToken(accessToken);
            return this;
        }

        /**
         * Sets the links by which a person answers; they are buttons below the notification. Default: {@link
         * ActionLinks#openingOnly}, which is what tapping it does.
         */
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

        /** Builds the notifier. The server is not asked yet. */
        public NtfyNotifier build() {
            return new NtfyNotifier(this);
        }
    }
}
