package dev.unitracker.example;

import dev.unitracker.action.ActionLinks;
import dev.unitracker.error.SettingsException;
import dev.unitracker.spi.Notifier;
import dev.unitracker.webhook.DiscordNotifier;
import dev.unitracker.webhook.NtfyNotifier;
import dev.unitracker.webhook.WebhookNotifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the settings say of addresses to post to: programs, channels of Discord, topics of ntfy. */
final class Webhooks {

    private static final String URL = "WEBHOOK_URL";
    private static final String SECRET = "WEBHOOK_SECRET";
    private static final String DISCORD = "DISCORD_WEBHOOK_URL";
    private static final String NTFY = "NTFY_URL";
    private static final String NTFY_TOKEN = "NTFY_TOKEN";

    private Webhooks() {}

    /**
     * Returns a notifier for each service that is set; none if none is.
     *
     * @param links what a person follows to answer
     * @throws SettingsException if something is missing, or cannot be right
     */
    static List<Notifier> of(Settings settings, ActionLinks links) {
        List<Notifier> all = new ArrayList<>();
        program(settings, links).ifPresent(all::add);
        settings.get(DISCORD).ifPresent(urls -> all.add(discord(list(urls), links)));
        ntfy(settings, links).ifPresent(all::add);
        return all;
    }

    private static Optional<Notifier> program(Settings settings, ActionLinks links) {
        Optional<String> url = settings.get(URL);
        Optional<String> secret = settings.get(SECRET);
        if (url.isEmpty() && secret.isEmpty()) {
            return Optional.empty();
        }
        if (url.isEmpty() || secret.isEmpty()) {
            throw new SettingsException((url.isEmpty() ? URL : SECRET)
                    + " is missing; a signed webhook needs an address and the secret that its receiver knows too");
        }
        WebhookNotifier.Builder builder =
                Settings.named(URL + " or " + SECRET, () -> WebhookNotifier.to(url.get(), list(secret.get())));
        settings.get("ACCOUNT").ifPresent(builder::account);
        return Optional.of(builder.links(links).build());
    }

    private static Notifier discord(String[] urls, ActionLinks links) {
        return Settings.named(
                DISCORD,
                () -> DiscordNotifier.to(urls[0]).and(urls).links(links).build());
    }

    private static Optional<Notifier> ntfy(Settings settings, ActionLinks links) {
        Optional<String> topics = settings.get(NTFY);
        Optional<String> token = settings.get(NTFY_TOKEN);
        if (topics.isEmpty()) {
            token.ifPresent(alone -> {
                throw new SettingsException(NTFY + " is missing; a token alone tells nobody");
            });
            return Optional.empty();
        }
        String[] urls = list(topics.get());
        NtfyNotifier.Builder builder =
                Settings.named(NTFY, () -> NtfyNotifier.to(urls[0]).and(urls));
        token.ifPresent(text -> Settings.named(NTFY_TOKEN, () -> builder.token(text)));
        return Optional.of(builder.links(links).build());
    }

    private static String[] list(String text) {
        return text.split(",", -1);
    }
}
