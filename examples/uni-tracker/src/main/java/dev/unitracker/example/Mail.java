package dev.unitracker.example;

import dev.unitracker.error.SettingsException;
import dev.unitracker.mail.MailNotifier;
import dev.unitracker.spi.Notifier;
import java.util.List;
import java.util.Optional;

/** What the settings say of e-mail. */
final class Mail {

    static final String SERVER = "MAIL_SMTP_URL";
    static final String FROM = "MAIL_FROM";
    static final String TO = "MAIL_TO";

    private Mail() {}

    /**
     * Returns a notifier if one is set, and somebody wants its mails.
     *
     * @param replies how a person answers
     * @throws SettingsException if something is missing, or cannot be right
     */
    static Optional<Notifier> of(Settings settings, Replies replies) {
        List<String> names = List.of(SERVER, FROM, TO);
        if (names.stream().allMatch(name -> settings.get(name).isEmpty())) {
            return Optional.empty();
        }
        for (String name : names) {
            if (settings.get(name).isEmpty()) {
                throw new SettingsException(name + " is missing; e-mail needs " + String.join(", ", names));
            }
        }
        MailNotifier all =
                notifier(settings, replies, settings.get(TO).orElseThrow().split(",", -1));
        String[] wanted = all.recipients().stream()
                .filter(address -> !replies.stopped().test(address))
                .toArray(String[]::new);
        if (wanted.length == 0) {
            return Optional.empty();
        }
        return Optional.of(wanted.length == all.recipients().size() ? all : notifier(settings, replies, wanted));
    }

    private static MailNotifier notifier(Settings settings, Replies replies, String... to) {
        MailNotifier.Builder builder = Settings.named(
                SERVER, () -> MailNotifier.at(settings.get(SERVER).orElseThrow()));
        Settings.named(FROM, () -> builder.from(settings.get(FROM).orElseThrow()));
        Settings.named(TO, () -> builder.to(to));
        settings.get("ACCOUNT").ifPresent(builder::account);
        builder.links(replies.links()).unsubscribe(replies.unsubscribe());
        return Settings.named(SERVER, builder::build);
    }
}
