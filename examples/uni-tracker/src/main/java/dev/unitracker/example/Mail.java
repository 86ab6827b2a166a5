package dev.unitracker.example;

import dev.unitracker.error.LoginRefusedException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.mail.MailNotifier;
import dev.unitracker.spi.Notifier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the settings say of e-mail. */
final class Mail {

    static final String SERVER = "MAIL_SMTP_URL";
    static final String FROM = "MAIL_FROM";
    static final String TO = "MAIL_TO";

    /** Whoever starts a program waits for it. */
    private static final Duration CHECKED_IN = Duration.ofSeconds(10);

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

    /**
     * Goes to the mail server, if one is set, and says what is wrong. Mails are sent all the same, for a server may say so of a login
     * that is right while it cannot look up its users.
     */
    static void check(Settings settings, Consumer<String> say) {
        if (settings.get(SERVER).isEmpty()) {
            return;
        }
        try {
            builder(
                            settings,
                            Replies.none(),
                            settings.required(TO, "ana@example.org").split(",", -1))
                    .timeout(CHECKED_IN)
                    .build()
                    .check();
        } catch (LoginRefusedException | SourceUnavailableException e) {
            say.accept("E-mail: " + e.getMessage() + "; it is tried again later (" + SERVER + ")");
        }
    }

    private static MailNotifier notifier(Settings settings, Replies replies, String... to) {
        return Settings.named(SERVER, builder(settings, replies, to)::build);
    }

    private static MailNotifier.Builder builder(Settings settings, Replies replies, String... to) {
        MailNotifier.Builder builder = Settings.named(
                SERVER, () -> MailNotifier.at(settings.get(SERVER).orElseThrow()));
        Settings.named(FROM, () -> builder.from(settings.get(FROM).orElseThrow()));
        Settings.named(TO, () -> builder.to(to));
        settings.get("ACCOUNT").ifPresent(builder::account);
        return builder.links(replies.links()).unsubscribe(replies.unsubscribe());
    }
}
