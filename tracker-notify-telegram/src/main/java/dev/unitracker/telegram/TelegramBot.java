package dev.unitracker.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.Account;
import dev.unitracker.error.LoginRefusedException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.error.StoreException;
import dev.unitracker.http.RetryWaits;
import dev.unitracker.notice.Message;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what people write to the bot and which buttons they press, in the chats of a {@link TelegramNotifier} and in no
 * other: others get no answer at all, only their chat's id is logged. It receives by long polling (<a
 * href="https://core.telegram.org/bots/api#getupdates">getUpdates</a>), so the host needs no address of its own. Telegram
 * keeps what was written for 24 hours: after a longer stop, older commands are lost.
 *
 * <pre>{@code
 * TelegramBot bot = TelegramBot.answering(account, telegram).build();
 * new Thread(bot::run, "telegram").start();
 * }</pre>
 *
 * <p>What is asked to be done, and that it was handled, is written in one transaction: no command is lost, and none is done
 * twice, whenever the program dies. Only the words that answer it are lost if it dies before they are sent.
 *
 * <p>One thread calls {@link #run} or {@link #poll}; {@link #stop} and {@link #trouble} may be called by any. Telegram lets one
 * program at a time receive what is written to a bot, and answers others with 409. A bot with a webhook receives nothing here.
 */
public final class TelegramBot {

    private static final Logger log = LoggerFactory.getLogger("unitracker.telegram");

    /** It never gives up. */
    private static final RetryWaits WAITS =
            new RetryWaits(Integer.MAX_VALUE, Duration.ofSeconds(1), Duration.ofMinutes(5));

    private final TelegramNotifier notifier;

    /** One for each account that it answers for. */
    private final List<Desk> desks;

    private final Strangers strangers;
    private final Duration pollFor;
    private final @Nullable Waiter waiter;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable String trouble;

    private TelegramBot(Builder settings) {
        this.notifier = settings.notifier;
        this.pollFor = settings.pollFor;
        this.waiter = settings.waiter;
        this.desks = settings.accounts().map(Desk::new).toList();
        this.strangers = new Strangers(settings.strangers);
    }

    /**
     * Starts building a bot.
     *
     * @param account what is asked and told; what was handled is remembered with it
     * @param notifier the bot's token, chats and address
     */
    public static Builder answering(Account account, TelegramNotifier notifier) {
        return new Builder(account, notifier);
    }

    /**
     * Answers until it is {@linkplain #stop stopped} or its thread is interrupted. An interrupt is noticed when the request that
     * waits is over. After a failure it waits, a second at first and longer each time up to five minutes, or as long as Telegram
     * asks, and goes on. Nothing is thrown: each new reason is logged at level WARN and returned by {@link #trouble}.
     */
    public void run() {
        int failures = 0;
        while (!isStopped() && !Thread.currentThread().isInterrupted()) {
            try {
                round();
                failures = 0;
                trouble = null;
            } catch (RuntimeException | Error e) {
                if (isStopped() || !pause(e, failures++)) {
                    return;
                }
            }
        }
    }

    /**
     * Makes one round: sends what is left to answer, waits for something to happen until the poll time is over, and handles
     * it.
     *
     * @return how many updates came, those of foreign chats included
     * @throws LoginRefusedException if Telegram does not know the bot's token
     * @throws SourceUnavailableException if Telegram cannot be reached, asks for patience, or another program receives what
     *     is written to this bot, as the message says
     * @throws StoreException if the store cannot be read or written; what was not handled comes again
     */
    public int poll() {
        try {
            int updates = round();
            trouble = null;
            return updates;
        } catch (RefusedException e) {
            trouble = e.getMessage();
            throw e.told();
        }
    }

    /** Ends {@link #run} at once, though not while something is being handled. It stays stopped. */
    public void stop() {
        stopped.countDown();
        notifier.api().stopWaiting();
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /**
     * Returns why nothing can be received at the moment, in words for whoever runs the program. Empty if the latest round went
     * well, or there was none yet.
     */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Waits after a failure; returns false if the thread was interrupted. */
    private boolean pause(Throwable failure, int failuresBefore) {
        String words = String.valueOf(failure.getMessage());
        if (!words.equals(trouble)) {
            // What Telegram says explains itself; anything else needs to be looked into.
            Throwable unexpected = failure instanceof RefusedException ? null : failure;
            log.warn("nothing is received from Telegram; it is tried again: {}", words, unexpected);
            trouble = words;
        }
        Duration own = WAITS.after(failuresBefore + 1);
        Duration asked = failure instanceof RefusedException refused ? refused.retryAfter() : null;
        try {
            pause(asked == null || asked.compareTo(own) < 0 ? own : asked);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** {@link #stop} ends it at once. */
    private void pause(Duration time) throws InterruptedException {
        if (waiter != null) {
            waiter.pause(time);
        } else if (stopped.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            log.debug("stopped while waiting");
        }
    }

    private int round() {
        desks.forEach(Desk::recallMoves);
        desks.forEach(Desk::reply);
        JsonNode updates = notifier.api().callAndWait("getUpdates", parameters(), pollFor);
        for (JsonNode json : updates) {
            received(Update.read(json));
        }
        return updates.size();
    }

    private void received(Update update) {
        Update.Move move = update.move();
        if (move != null) {
            desks.forEach(desk -> desk.moved(move));
        }
        List<Desk> asked =
                desks.stream().filter(desk -> desk.tells(update.chat())).toList();
        if (asked.isEmpty() && !update.inChannel()) {
            strangers.wrote(update.chat());
        }
        if (asked.size() != 1 || update.inChannel()) {
            // In a channel nobody can be told from anybody, and in a chat of two accounts nobody knows whom it is
            // about.
            boolean unusedWhetherNew = desks.get(0).take(update);
            return;
        }
        asked.get(0).handle(update);
        asked.get(0).reply();
    }

    private ObjectNode parameters() {
        // What was handled for one account was handled: updates come in order.
        long next = desks.stream().mapToLong(Desk::next).max().orElse(0);
        ObjectNode parameters = BotApi.object().put("timeout", pollFor.toSeconds());
        if (next > 0) {
            parameters.put("offset", next);
        }
        parameters.putArray("allowed_updates").add("message").add("callback_query");
        return parameters;
    }

    /** Waits; a test does not. */
    @FunctionalInterface
    interface Waiter {
        void pause(Duration time) throws InterruptedException;
    }

    /** Settings of a bot. Not for use by several threads. */
    public static final class Builder {
        final Account account;
        final TelegramNotifier notifier;
        Function<Duration, Message> digest;
        private @Nullable ZoneId zone;
        private Duration pollFor = Duration.ofSeconds(25);
        private @Nullable Waiter waiter;
        private Consumer<String> strangers = chat -> {};
        private final List<Builder> others = new ArrayList<>();

        private Builder(Account account, TelegramNotifier notifier) {
            this.account = Objects.requireNonNull(account, "account");
            this.notifier = Objects.requireNonNull(notifier, "notifier");
            this.digest = account::digest;
        }

        /**
         * Adds another account that the same bot tells: each is answered in its own chats, in its own language and zone. A chat that
         * two accounts tell is answered for neither of them, since nobody could tell whom it is about. Default: none.
         *
         * @throws SettingsException if it is another bot
         */
        public Builder and(Account other, TelegramNotifier itsNotifier) {
            if (!itsNotifier.api().bot().equals(notifier.api().bot())) {
                throw new SettingsException(
                        "one TelegramBot answers for one bot; " + other.name() + " is told by another");
            }
            others.add(new Builder(other, itsNotifier));
            return this;
        }

        Stream<Builder> accounts() {
            return Stream.concat(Stream.of(this), others.stream());
        }

        ZoneId zone() {
            return zone == null ? account.zone() : zone;
        }

        /** Sets the zone that times are shown in. Default: the account's. */
        public Builder zone(ZoneId zone) {
            this.zone = Objects.requireNonNull(zone, "zone");
            return this;
        }

        /**
         * Sets who writes the digest that is asked for in a chat. It is given how far back from now to look, and is called by the
         * thread that runs the bot. Default: {@link Account#digest}.
         */
        public Builder digest(Function<Duration, Message> digest) {
            this.digest = Objects.requireNonNull(digest, "digest");
            return this;
        }

        /**
         * Sets who is told the id of each chat that wrote to the bot and is not answered. That is how one learns the id of a chat.
         * Each is named once, and no more than a hundred until the next start, since anybody can write to a bot. Default: nobody;
         * the id is logged at level INFO in any case.
         */
        public Builder strangers(Consumer<String> listener) {
            this.strangers = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /**
         * Sets how long one request waits for something to happen; parts of a second are dropped, and zero does not wait. Default:
         * 25 seconds.
         *
         * @throws SettingsException if it is negative, or more than 50 seconds
         */
        public Builder pollFor(Duration time) {
            if (time.isNegative() || time.compareTo(Duration.ofSeconds(50)) > 0) {
                throw SettingsException.wrong("pollFor", time, "it must be 0 to 50 seconds");
            }
            this.pollFor = time;
            return this;
        }

        Builder waiter(Waiter waiter) {
            this.waiter = waiter;
            return this;
        }

        /** Builds the bot. Nothing is received before {@link #run} or {@link #poll}. */
        public TelegramBot build() {
            return new TelegramBot(this);
        }
    }
}
