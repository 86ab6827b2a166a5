package dev.unitracker.mail;

import dev.unitracker.action.ActionLinks;
import dev.unitracker.error.LoginRefusedException;
import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.mail.UndeliveredException.Reason;
import dev.unitracker.notice.Message;
import dev.unitracker.spi.Notifier;
import dev.unitracker.words.Bundle;
import dev.unitracker.words.Language;
import dev.unitracker.words.Texts;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Tells people by e-mail, in the message's language, as plain text and as HTML that loads nothing from anywhere. Safe for
 * use by several threads.
 *
 * <pre>{@code
 * MailNotifier mail = MailNotifier.smtp("smtp.example.org", 587)
 *         .login("tracker@example.org", password)
 *         .from("Uni Tracker <tracker@example.org>")
 *         .to("ana@example.org")
 *         .build();
 * }</pre>
 *
 * <p>A mail that is sent again after a crash has the same {@code Message-ID}, by which mail programs know it again. One that
 * is longer than mail programs show (90,000 bytes of HTML) is sent in parts; if a part fails, all of them are sent again, each
 * under its own id.
 *
 * <p>A refused login is tried again after an hour, for servers say the same while they cannot look up their users; nothing is
 * lost meanwhile. What a server refuses for good (a mailbox that is not there, a text that it takes for spam) is given up.
 *
 * <p>The time limit covers all but the look-up of the server's name, which the operating system limits. For it each sending
 * has a thread of its own while it lasts.
 */
public final class MailNotifier implements Notifier {

    static final String NAME = "mail";

    private static final Bundle WORDS = Bundle.read(MailNotifier.class::getResourceAsStream, Language.BUILT_IN);

    /** Often enough for a setting that was mended, and too rarely for a server to lock the mailbox. */
    private static final Duration AFTER_REFUSED_LOGIN = Duration.ofHours(1);

    private final Postman postman;
    private final Letters letters;
    private final InstantSource clock;
    private final Map<String, InternetAddress> recipients;

    private MailNotifier(Builder settings, InternetAddress from) {
        this.postman = new Postman(settings.server(), from, settings.encryption);
        this.letters = new Letters(
                postman.session(), from, settings.account, new Footing(settings.actions, settings.unsubscribe));
        this.clock = settings.clock;
        this.recipients = new LinkedHashMap<>(settings.recipients);
    }

    /**
     * Starts building a notifier that hands its mails to a server. The connection is encrypted by STARTTLS unless the builder
     * says otherwise.
     *
     * @param host the name of the server
     * @param port its port: usually 587, or 465 with {@link Builder#tls}
     * @throws SettingsException if one of them cannot be right
     */
    public static Builder smtp(String host, int port) {
        return new Builder(host, port);
    }

    /**
     * Starts building a notifier from the address of a server, which may hold the login:
     * {@code smtps://user:password@smtp.example.org} is encrypted from the first byte on (port 465),
     * {@code smtp://user:password@smtp.example.org:587} by STARTTLS (port 587),
     * {@code smtp://localhost:25?encryption=none} not at all. In user and password, {@code %} and what follows it stand for other
     * characters, as in any address; an {@code @} may stand for itself.
     *
     * @throws SettingsException if it is no such address; the message does not show it
     */
    public static Builder at(String address) {
        return MailAddress.parse(address);
    }

    /** Returns {@code mail}. */
    @Override
    public String name() {
        return NAME;
    }

    /** Returns the addresses, without names, in the order in which they were given. */
    @Override
    public List<String> recipients() {
        return List.copyOf(recipients.keySet());
    }

    /**
     * {@inheritDoc}
     *
     * @throws NotDeliveredException for good if the server will never take the mail, because the mailbox is not there for
     *     example; for an hour if it refuses the login or the sender; else for now
     * @throws IllegalArgumentException if the recipient is none of those that it was built with
     */
    @Override
    public void send(Message message, String recipient) {
        InternetAddress to = recipients.get(recipient);
        if (to == null) {
            throw new IllegalArgumentException("not a recipient of this notifier: " + recipient);
        }
        try {
            postman.carry(letters.of(message, to, clock.instant()));
        } catch (UndeliveredException e) {
            throw notDelivered(e);
        } catch (MessagingException e) {
            throw NotDeliveredException.forGood("the message cannot be written as a mail", e);
        }
    }

    /**
     * Goes to the server and logs in. Nothing is sent. For the start of a program.
     *
     * @throws LoginRefusedException if the server refuses the login
     * @throws SourceUnavailableException if it cannot be reached
     */
    public void check() {
        try {
            postman.knock();
        } catch (UndeliveredException e) {
            String words = Objects.requireNonNull(e.getMessage());
            throw e.reason() == Reason.LOGIN
                    ? new LoginRefusedException(words, e)
                    : new SourceUnavailableException(words, e);
        }
    }

    private static NotDeliveredException notDelivered(UndeliveredException e) {
        String words = Objects.requireNonNull(e.getMessage());
        return switch (e.reason()) {
            case PASSING -> NotDeliveredException.forNow(words, e);
            case LOGIN -> NotDeliveredException.until(AFTER_REFUSED_LOGIN, words);
            case LASTING -> NotDeliveredException.forGood(words, e);
        };
    }

    /** Returns all that is said in a language, this module's texts too. */
    static Texts words(Language language) {
        return Texts.in(language).and(WORDS);
    }

    /** Returns server and recipients, without the login. */
    @Override
    public String toString() {
        return "mail by " + postman.server() + " to " + recipients.keySet();
    }

    /** Settings of a notifier. Each method checks at once. Not for use by several threads. */
    public static final class Builder {

        private static final Pattern HOST = Pattern.compile("^[A-Za-z0-9._:-]{1,253}$");
        private static final int LAST_PORT = 65_535;

        /** What was taken to be sent belongs to whoever sends it for five minutes. */
        private static final Duration LONGEST = Duration.ofMinutes(4);

        private final String host;
        private final int port;
        private Security security = Security.STARTTLS;
        private MailServer.@Nullable Login login;
        private Duration limit = Duration.ofMinutes(1);
        private @Nullable InternetAddress from;

        private final Map<String, InternetAddress> recipients = new LinkedHashMap<>();
        private String account = "";
        private ActionLinks actions = ActionLinks.openingOnly();
        private Function<String, Optional<URI>> unsubscribe = recipient -> Optional.empty();
        private SSLSocketFactory encryption = (SSLSocketFactory) SSLSocketFactory.getDefault();
        private InstantSource clock = InstantSource.system();

        private Builder(String host, int port) {
            if (!HOST.matcher(host).matches()) {
                throw SettingsException.wrong("host", HeaderText.of(host, 100), "it must read like smtp.example.org");
            }
            if (port < 1 || port > LAST_PORT) {
                throw SettingsException.wrong("port", port, "it must be 1 to " + LAST_PORT + ", usually 587 or 465");
            }
            this.host = host;
            this.port = port;
        }

        /** Encrypts from the first byte on, as servers expect it at port 465. Default: by STARTTLS. */
        public Builder tls() {
            security = Security.TLS;
            return this;
        }

        /**
         * Encrypts nothing, for a server on the same machine or in a network of one's own. A login is then given to no server but
         * one on this machine. Default: by STARTTLS, and nothing is sent to a server that cannot do that.
         */
        public Builder unencrypted() {
            security = Security.NONE;
            return this;
        }

        /**
         * Sets the login. Default: none.
         *
         * @throws SettingsException if user or password is blank
         */
        public Builder login(String user, String password) {
            if (user.isBlank() || password.isBlank()) {
                throw SettingsException.wrongSecret("login", "it needs a user and a password");
            }
            login = new MailServer.Login(user, password);
            return this;
        }

        /**
         * Sets who sends the mails: {@code tracker@example.org}, or with a name {@code Uni Tracker <tracker@example.org>}. Required.
         *
         * @throws SettingsException if it is not one address
         */
        public Builder from(String sender) {
            from = Addresses.of("from", sender);
            return this;
        }

        /**
         * Adds people to tell, written as the sender is; each gets a mail of his own. One who is there already counts once. At least
         * one is required.
         *
         * @throws SettingsException if one is not one address
         */
        public Builder to(String... people) {
            for (String one : people) {
                InternetAddress address = Addresses.of("to", one);
                recipients.putIfAbsent(address.getAddress(), address);
            }
            return this;
        }

        /**
         * Sets whose messages these are. Two accounts that tell the same person need two names, or a mail program might take the
         * mails of one for those of the other. Default: empty.
         */
        public Builder account(String name) {
            account = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * Sets the links below a message by which its recipient answers. Default: only the one that opens what the message is about.
         */
        public Builder links(ActionLinks links) {
            actions = Objects.requireNonNull(links, "links");
            return this;
        }

        /**
         * Sets where a recipient, given by the address, says by one click that no more mails are wanted: the host has to take a POST
         * there, without a login (RFC 8058). Said only where the address begins with {@code https}. Default: nowhere.
         */
        public Builder unsubscribe(Function<String, Optional<URI>> where) {
            unsubscribe = Objects.requireNonNull(where, "where");
            return this;
        }

        /**
         * Sets how long one message may take, from the connection to the server's last word. Default: one minute.
         *
         * @param time more than zero, at most four minutes
         * @throws SettingsException if it is not
         */
        public Builder timeout(Duration time) {
            if (time.isZero() || time.isNegative() || time.compareTo(LONGEST) > 0) {
                throw SettingsException.wrong("timeout", time, "it must be more than zero and at most " + LONGEST);
            }
            limit = time;
            return this;
        }

        /**
         * Sets whom to believe that he is the server, for a server with a certificate of one's own. Default: whom Java believes. That
         * the certificate is for the server's name is checked in any case.
         */
        public Builder trusting(SSLContext context) {
            encryption = context.getSocketFactory();
            return this;
        }

        /** Sets the clock that says when a mail was written. Default: the system's. */
        public Builder clock(InstantSource time) {
            clock = Objects.requireNonNull(time, "time");
            return this;
        }

        MailServer server() {
            return new MailServer(host, port, security, login, limit);
        }

        /**
         * Builds the notifier. Nothing is asked of the server yet.
         *
         * @throws SettingsException if there is no sender or no recipient, or if the login would be sent in the clear
         */
        public MailNotifier build() {
            InternetAddress sender = from;
            if (sender == null) {
                throw new SettingsException("from is missing: set who sends the mails, like tracker@example.org");
            }
            if (recipients.isEmpty()) {
                throw new SettingsException("to is missing: set whom to tell, like ana@example.org");
            }
            MailServer server = server();
            if (login != null && security == Security.NONE && !server.isHere()) {
                throw new SettingsException("the login would go to " + server
                        + " in the clear; use STARTTLS or TLS, or leave the login out");
            }
            return new MailNotifier(this, sender);
        }
    }
}
