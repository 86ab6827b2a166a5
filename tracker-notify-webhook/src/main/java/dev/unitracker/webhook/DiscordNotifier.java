package dev.unitracker.webhook;

import dev.unitracker.action.ActionLinks;
import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.notice.Message;
import dev.unitracker.spi.Notifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * Tells people in channels of Discord, by webhooks that need no bot: <em>Edit Channel → Integrations → Webhooks → New
 * Webhook → Copy Webhook URL</em>. Safe for use by several threads.
 *
 * <pre>{@code
 * DiscordNotifier discord = DiscordNotifier.to("https://discord.com/api/webhooks/…/…").build();
 * }</pre>
 *
 * <p>A message is one embed; one that is longer than Discord takes (4,096 characters of text) is sent in parts. If a part
 * fails, the next try goes on with that part. After a crash, or if the answer to a part was lost, what was sent may come
 * again. Nothing that a source says is taken for markup, and nobody is called, not by {@code @everyone} either.
 *
 * <p>Messages of no urgency arrive without a sound. When Discord asks for patience (429, {@code retry_after}), {@link #send}
 * does not wait: it throws, and the exception says when to try again.
 */
public final class DiscordNotifier implements Notifier {

    static final String NAME = "discord";

    private final Poster poster;

    private DiscordNotifier(Builder settings) {
        this.poster = new Poster(
                settings.webhooks.stream()
                        .map(url -> DiscordWebhook.at(url, settings.post.links()))
                        .toList(),
                settings.post);
    }

    /**
     * Starts building a notifier.
     *
     * @param webhookUrl the address that Discord shows, a secret: whoever has it can post in the channel. {@code ?thread_id=}
     *     and a number lead to a thread
     * @throws SettingsException if it cannot be right
     */
    public static Builder to(String webhookUrl) {
        return new Builder().and(webhookUrl);
    }

    /** Returns {@code discord}. */
    @Override
    public String name() {
        return NAME;
    }

    /** Returns the ids of the webhooks, in the order in which they were given, with {@code #} and the thread if there is one. */
    @Override
    public List<String> recipients() {
        return poster.names();
    }

    /**
     * {@inheritDoc}
     *
     * @throws NotDeliveredException for good if the webhook is not there any more, or Discord cannot take the message; for now
     *     if Discord cannot be reached or asks for patience
     * @throws IllegalArgumentException if the recipient is none of this notifier
     */
    @Override
    public void send(Message message, String recipient) {
        poster.post(message, recipient);
    }

    /** Returns what is wrong, in words for whoever runs the program; empty if the latest message to each webhook was taken. */
    public Optional<String> trouble() {
        return poster.trouble();
    }

    /** Returns whom it tells, without the addresses. */
    @Override
    public String toString() {
        return NAME + " to " + poster.names();
    }

    /** Settings of a notifier. Each method checks at once. Not for use by several threads. */
    public static final class Builder {
        private final List<HttpUrl> webhooks = new ArrayList<>();
        private final PostSettings post = new PostSettings();

        private Builder() {}

        /**
         * Adds webhooks. One that is there already counts once. Default: none but the first.
         *
         * @throws SettingsException if one cannot be right
         */
        public Builder and(String... webhookUrls) {
            for (String given : webhookUrls) {
                webhooks.add(DiscordWebhook.read(given));
            }
            return this;
        }

        /**
         * Sets the links by which a person answers; they stand below the message. Whoever reads the channel can follow them.
         * Default: {@link ActionLinks#openingOnly}.
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

        /** Builds the notifier. Discord is not asked yet. */
        public DiscordNotifier build() {
            return new DiscordNotifier(this);
        }
    }
}
