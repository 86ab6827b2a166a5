package dev.unitracker.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.error.LoginRefusedException;
import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.Message.Action;
import dev.unitracker.spi.Notifier;
import dev.unitracker.words.Bundle;
import dev.unitracker.words.Language;
import dev.unitracker.words.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people in Telegram chats, through a bot of their own, with buttons to answer. What they answer is received by a
 * {@link TelegramBot}. Safe for use by several threads.
 *
 * <pre>{@code
 * TelegramNotifier telegram = TelegramNotifier.to("123456789", botToken).build();
 * }</pre>
 *
 * <p>A message that is longer than Telegram takes (4,096 characters, <a
 * href="https://core.telegram.org/bots/api#sendmessage">sendMessage</a>) is sent in parts, the buttons below the last. If a
 * part fails, the next try goes on with that part. After a crash, or if the answer to a part was lost, what was sent may come
 * again. What Telegram does not take with markup is sent once more as plain text.
 *
 * <p>Messages of no urgency arrive without a sound. When Telegram asks for patience (429, <a
 * href="https://core.telegram.org/bots/api#responseparameters">retry_after</a>), {@link #send} does not wait: it throws, and
 * the exception says when to try again.
 *
 * <p>A group that becomes a supergroup gets a new id from Telegram. It is told under the new id from then on, and the change is
 * logged at level WARN; a {@link TelegramBot} remembers it over restarts.
 */
public final class TelegramNotifier implements Notifier {

    private static final Bundle WORDS = Bundle.read(TelegramNotifier.class::getResourceAsStream, Language.BUILT_IN);

    private static final Logger log = LoggerFactory.getLogger("unitracker.telegram");

    private static final int MOST_UNFINISHED = 200;

    private final BotApi api;
    private final Chats chats;
    private volatile @Nullable String botName;

    /** What is left to send of messages that were sent in part, by message and chat. */
    private final Map<String, Sending> unfinished = new LinkedHashMap<>();

    /** What is wrong with a chat, from its latest failure to its next success. */
    private final Map<String, String> troubles = new TreeMap<>();

    private TelegramNotifier(Builder settings) {
        this.api = new BotApi(settings.http, settings.baseUrl, settings.token, settings.timeout);
        this.chats = new Chats(List.copyOf(settings.chats));
    }

    /**
     * Starts building a notifier.
     *
     * @param chatId the number of the chat to tell, negative for groups and channels, or {@code @name} for a public channel. A
     *     channel gets no buttons to answer, and nor does a group while Telegram could not be asked what it is. A person has to
     *     write {@code /start} to the bot before it may write to them; a {@link TelegramBot} logs the number of each chat that it
     *     does not answer.
     * @param botToken the token that @BotFather gave
     * @throws SettingsException if one of them cannot be right
     */
    public static Builder to(String chatId, String botToken) {
        return new Builder(chatId, Token.of(botToken));
    }

    /** Returns {@code telegram}. */
    @Override
    public String name() {
        return "telegram";
    }

    /** Returns the ids of the chats, in the order in which they were given. */
    @Override
    public List<String> recipients() {
        return chats.configured();
    }

    /**
     * {@inheritDoc}
     *
     * @throws NotDeliveredException for good if the token is wrong, the chat is not there or has blocked the bot, or Telegram
     *     cannot take the message; for now if it cannot be reached or asks for patience
     * @throws IllegalArgumentException if the recipient is none of the chats that it was built with
     */
    @Override
    public void send(Message message, String recipient) {
        if (!chats.configured().contains(recipient)) {
            throw new IllegalArgumentException("not a chat of this notifier: " + recipient);
        }
        try {
            deliver(message, recipient);
        } catch (RefusedException e) {
            throw notDelivered(e);
        }
    }

    /**
     * Asks Telegram whether it knows the bot and its chats, one request for each. Nothing is sent. For the start of a program.
     *
     * @return what is wrong with which chat, a line each, in words for whoever runs the program; empty if all is well
     * @throws LoginRefusedException if Telegram does not know the bot's token
     * @throws SourceUnavailableException if Telegram cannot be reached, or asks for patience
     */
    public List<String> check() {
        try {
            api.call("getMe", BotApi.object());
            List<String> wrong = new ArrayList<>();
            for (String chat : chats.configured()) {
                whatIsWrong(chat).ifPresent(words -> wrong.add("chat " + chat + ": " + words));
            }
            return wrong;
        } catch (RefusedException e) {
            throw e.told();
        }
    }

    private Optional<String> whatIsWrong(String chat) {
        try {
            learn(chat, chats.address(chat));
            return Optional.empty();
        } catch (RefusedException e) {
            if (e.temporary()) {
                throw e;
            }
            return Optional.ofNullable(e.getMessage());
        }
    }

    private void learn(String chat, String address) {
        JsonNode described = api.call("getChat", BotApi.object().put("chat_id", address));
        chats.learn(chat, described.path("type").asText());
    }

    /**
     * Returns what is wrong, in words for whoever runs the program: a wrong token, a chat that blocked the bot, no network.
     * Empty if the latest message to each chat was sent.
     */
    public Optional<String> trouble() {
        synchronized (troubles) {
            return troubles.isEmpty()
                    ? Optional.empty()
                    : Optional.of(String.join(
                            "; ", troubles.values().stream().distinct().toList()));
        }
    }

    /**
     * Sends all parts of a message, or those that an earlier try left.
     *
     * @throws RefusedException if one was not sent
     */
    void deliver(Message message, String chat) {
        String key = chat + " " + message.key();
        Sending sending = unfinished(key).orElseGet(() -> new Sending(Page.of(fitting(message, chat))));
        try {
            following(chat, address -> sending.go(api, address));
            note(chat, null);
        } catch (RefusedException e) {
            if (e.temporary() && sending.begun()) {
                keep(key, sending);
            }
            note(chat, e.getMessage());
            throw e;
        }
    }

    /** Goes on where a group has become another one meanwhile. */
    private void following(String chat, Consumer<String> use) {
        try {
            use.accept(chats.address(chat));
        } catch (RefusedException e) {
            String to = e.movedTo();
            if (to == null || !chats.move(chat, to)) {
                throw e;
            }
            log.warn("the group {} has the new id {}; it is told there, but set that one", chat, to);
            use.accept(to);
        }
    }

    /** Leaves out of a message what not everybody who reads the chat may do. */
    private Message fitting(Message message, String chat) {
        Message.Subject about = message.about();
        if (about == null || !isChannel(chat)) {
            return message;
        }
        List<Action> links =
                about.actions().stream().filter(action -> action == Action.OPEN).toList();
        return new Message(
                message.key(),
                message.language(),
                message.kind(),
                message.severity(),
                message.lines(),
                new Message.Subject(about.item(), about.number(), about.change(), about.url(), links));
    }

    /** While Telegram does not tell, any group may be a channel. */
    private boolean isChannel(String chat) {
        if (chats.isToBeLearnt(chat)) {
            try {
                following(chat, address -> learn(chat, address));
            } catch (RefusedException e) {
                log.debug("what kind of chat {} is could not be learnt: {}", chat, e.getMessage());
            }
        }
        return chats.mayBeChannel(chat);
    }

    /** Returns the name by which the bot is called, without {@code @}. */
    String botName() {
        String known = botName;
        if (known == null) {
            known = api.call("getMe", BotApi.object()).path("username").asText();
            botName = known;
        }
        return known;
    }

    Chats chats() {
        return chats;
    }

    BotApi api() {
        return api;
    }

    /** Returns all that is said in a language, this module's texts too. */
    static Texts words(Language language) {
        return Texts.in(language).and(WORDS);
    }

    private Optional<Sending> unfinished(String key) {
        synchronized (unfinished) {
            return Optional.ofNullable(unfinished.remove(key));
        }
    }

    private void keep(String key, Sending sending) {
        synchronized (unfinished) {
            unfinished.put(key, sending);
            if (unfinished.size() > MOST_UNFINISHED) {
                unfinished.remove(unfinished.keySet().iterator().next());
            }
        }
    }

    private void note(String chat, @Nullable String trouble) {
        synchronized (troubles) {
            if (trouble == null) {
                troubles.remove(chat);
            } else {
                troubles.put(chat, trouble);
            }
        }
    }

    private static NotDeliveredException notDelivered(RefusedException e) {
        String words = Objects.requireNonNull(e.getMessage());
        if (!e.temporary()) {
            return NotDeliveredException.forGood(words, e);
        }
        Duration wait = e.retryAfter();
        return wait == null ? NotDeliveredException.forNow(words, e) : NotDeliveredException.until(wait, words);
    }

    /** Returns whom it tells, without the token. */
    @Override
    public String toString() {
        return "telegram to " + chats.configured();
    }

    /** Settings of a notifier. Each method checks at once. Not for use by several threads. */
    public static final class Builder {
        private static final Pattern CHAT = Pattern.compile("-?[0-9]{1,19}|@\\w{4,32}");
        private static final Duration LONGEST = Duration.ofMinutes(1);

        private final Token token;
        private final Set<String> chats = new LinkedHashSet<>();
        private HttpUrl baseUrl = HttpUrl.get("https://api.telegram.org");
        private OkHttpClient http = new OkHttpClient();
        private Duration timeout = Duration.ofSeconds(30);

        private Builder(String chat, Token token) {
            this.token = token;
            and(chat);
        }

        /**
         * Adds chats to tell, written as the first one is. One that is there already counts once. Default: none but the first.
         *
         * @throws SettingsException if one cannot be the id of a chat
         */
        public Builder and(String... chatIds) {
            for (String given : chatIds) {
                String chat = given.strip();
                if (!CHAT.matcher(chat).matches()) {
                    throw SettingsException.wrong("chatId", chat, "it must be a number, or @name of a channel");
                }
                chats.add(chat);
            }
            return this;
        }

        /**
         * Sets the address of the Bot API, for example of a server of one's own. The token is sent there. Default:
         * {@code https://api.telegram.org}.
         *
         * @throws SettingsException if it is no address of the web
         */
        public Builder baseUrl(String address) {
            HttpUrl parsed = HttpUrl.parse(address.strip());
            if (parsed == null) {
                throw SettingsException.wrongSecret("baseUrl", "it must read like https://api.telegram.org");
            }
            this.baseUrl = parsed;
            return this;
        }

        /**
         * Sets the client whose connections, proxy and certificates are used. Redirects are not followed, whatever it says.
         * It sees the token: one that logs addresses logs it. Default: one of its own.
         */
        public Builder http(OkHttpClient client) {
            this.http = Objects.requireNonNull(client, "client");
            return this;
        }

        /**
         * Sets how long one request may take. Default: thirty seconds.
         *
         * @throws SettingsException if it is not positive, or longer than a minute
         */
        public Builder timeout(Duration time) {
            if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
                throw SettingsException.wrong("timeout", time, "it must be positive, and a minute at most");
            }
            this.timeout = time;
            return this;
        }

        /** Builds the notifier. Telegram is not asked yet; {@link #check} does that. */
        public TelegramNotifier build() {
            return new TelegramNotifier(this);
        }
    }
}
