package dev.unitracker.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.LoginRefusedException;
import dev.unitracker.SourceUnavailableException;
import dev.unitracker.StoreException;
import dev.unitracker.Tracker;
import dev.unitracker.spi.Message;
import dev.unitracker.spi.Message.Action;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoreSession;
import dev.unitracker.telegram.Command.Asked;
import dev.unitracker.telegram.Outcome.Kind;
import dev.unitracker.telegram.RefusedException.Reason;
import dev.unitracker.telegram.Update.Press;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what people write to the bot and which buttons they press, in the chats of a {@link TelegramNotifier} and in no
 * other: others get no answer at all. It receives by long polling, so the host needs no address of its own.
 *
 * <p>What is asked to be done, and that it was handled, is written in one transaction: no command is lost, and none is done
 * twice, whenever the program dies. Only the words that answer it are lost if it dies before they are sent.
 *
 * <p>To be run by one thread; {@link #stop} and {@link #trouble} may be called by any. One program at a time can receive what
 * is written to a bot.
 */
public final class TelegramBot {

    private static final Logger log = LoggerFactory.getLogger("unitracker.telegram");

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 9;

    private final TelegramNotifier notifier;
    private final BotApi api;
    private final Store store;
    private final String account;
    private final Offset offset;
    private final Deeds deeds;
    private final Answers answers;
    private final Replies replies;
    private final InstantSource clock;
    private final Duration pollFor;
    private final Waiter waiter;
    private volatile boolean stopped;
    private volatile @Nullable String trouble;

    private TelegramBot(Builder settings) {
        this.notifier = settings.notifier;
        this.api = notifier.api();
        this.store = settings.store;
        this.account = settings.account;
        this.clock = settings.clock;
        this.pollFor = settings.pollFor;
        this.waiter = settings.waiter;
        this.offset = new Offset(api.bot());
        this.deeds = new Deeds(settings.tracker, account);
        Overview overview = new Overview(settings.tracker, store, account, settings.zone, notifier.words());
        this.answers = new Answers(overview, settings.digest, notifier.words(), clock);
        this.replies = new Replies(clock);
    }

    /**
     * Starts building a bot.
     *
     * @param tracker what is asked and told
     * @param notifier the bot's token, chats, address and language
     * @param store the tracker's store, in which it is remembered what was handled
     * @param account the tracker's account
     */
    public static Builder answering(Tracker tracker, TelegramNotifier notifier, Store store, String account) {
        return new Builder(tracker, notifier, store, account);
    }

    /**
     * Answers until it is {@linkplain #stop stopped} or its thread is interrupted, which is noticed when the request that
     * waits is over. After a failure it waits, longer each time up to five minutes, and goes on.
     */
    public void run() {
        int failures = 0;
        while (!stopped && !Thread.currentThread().isInterrupted()) {
            try {
                round();
                failures = 0;
                trouble = null;
            } catch (RuntimeException e) {
                if (stopped || !pause(e, failures++)) {
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
            String words = Objects.requireNonNull(e.getMessage());
            throw e.reason() == Reason.WRONG_TOKEN
                    ? new LoginRefusedException(words)
                    : new SourceUnavailableException(words, e);
        }
    }

    /** Ends {@link #run} at once, though not while something is being handled. It stays stopped. */
    public void stop() {
        stopped = true;
        api.stopWaiting();
    }

    /** Returns why nothing can be received at the moment, in words for whoever runs the program; empty if all is well. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Waits after a failure; returns false if the thread was interrupted. */
    private boolean pause(RuntimeException failure, int failuresBefore) {
        String words = String.valueOf(failure.getMessage());
        if (!words.equals(trouble)) {
            log.warn("nothing is received from Telegram; it is tried again: {}", words);
            trouble = words;
        }
        Duration grown = FIRST_WAIT.multipliedBy(1L << Math.min(failuresBefore, DOUBLINGS));
        Duration own = grown.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : grown;
        Duration asked = failure instanceof RefusedException refused ? refused.retryAfter() : null;
        try {
            waiter.pause(asked == null || asked.compareTo(own) < 0 ? own : asked);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private int round() {
        replies.send();
        JsonNode updates = api.callAndWait("getUpdates", parameters(), pollFor);
        for (JsonNode json : updates) {
            Update update = Update.read(json);
            if (notifier.recipients().contains(update.chat())) {
                handle(update);
                replies.send();
            } else {
                take(update);
            }
        }
        return updates.size();
    }

    private ObjectNode parameters() {
        long next = inTransaction(session -> offset.next(session.notes(), now()));
        ObjectNode parameters = BotApi.object().put("timeout", pollFor.toSeconds());
        if (next > 0) {
            parameters.put("offset", next);
        }
        parameters.putArray("allowed_updates").add("message").add("callback_query");
        return parameters;
    }

    private boolean take(Update update) {
        return inTransaction(session -> offset.take(update.id(), session.notes(), now()));
    }

    private void handle(Update update) {
        Press press = update.press();
        if (press != null) {
            pressed(update, press);
            return;
        }
        Optional<Asked> asked = Command.read(update);
        if (asked.isEmpty()) {
            take(update);
            return;
        }
        done(update, () -> deeds.asked(asked.get())).ifPresent(outcome -> {
            Runnable apology = () -> notifier.deliver(answers.apology(update), update.chat());
            replies.add(() -> notifier.deliver(answers.to(update, asked.get(), outcome), update.chat()), apology);
        });
    }

    private void pressed(Update update, Press press) {
        Optional<ButtonData> data = ButtonData.parse(press.data());
        done(update, () -> data.map(deeds::pressed).orElse(Outcome.of(Kind.UNKNOWN)))
                .ifPresent(outcome -> {
                    boolean well = outcome.kind() == Kind.DONE || outcome.kind() == Kind.DONE_ALREADY;
                    String words = words(well ? data.map(ButtonData::action) : Optional.empty(), outcome);
                    ObjectNode toast = BotApi.object()
                            .put("callback_query_id", press.query())
                            .put("text", words);
                    replies.add(() -> api.call("answerCallbackQuery", toast));
                    if (well) {
                        PressedMessage.Edit edit =
                                PressedMessage.after(data.orElseThrow().action(), press.message(), words);
                        replies.add(() -> api.call(edit.method(), edit.parameters()));
                    }
                });
    }

    private String words(Optional<Action> pressed, Outcome outcome) {
        String other = outcome.kind() == Kind.FAILED ? "failed" : "pressed.unknown";
        return notifier.words()
                .text(pressed.map(action -> "pressed." + action.name().toLowerCase(Locale.ROOT))
                        .orElse(other));
    }

    /** What is asked to be done, within a transaction. */
    private interface Deed {
        Outcome done();
    }

    /** Does something and notes that it is handled, both or neither; empty if it was handled before. */
    private Optional<Outcome> done(Update update, Deed deed) {
        try {
            return inTransaction(session ->
                    offset.take(update.id(), session.notes(), now()) ? Optional.of(deed.done()) : Optional.empty());
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            // It would go wrong again, for ever, and nothing else would be answered.
            log.warn("what was asked could not be done", e);
            return take(update) ? Optional.of(Outcome.of(Kind.FAILED)) : Optional.empty();
        }
    }

    private <T> T inTransaction(Store.Work<T> work) {
        return store.inTransaction(account, (StoreSession session) -> work.in(session));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Waits; a test does not. */
    @FunctionalInterface
    interface Waiter {
        void pause(Duration time) throws InterruptedException;
    }

    /** Collects what a bot is made of. Not for use by several threads. */
    public static final class Builder {
        private final Tracker tracker;
        private final TelegramNotifier notifier;
        private final Store store;
        private final String account;
        private ZoneId zone = ZoneId.of("America/Argentina/Buenos_Aires");
        private InstantSource clock = InstantSource.system();
        private Duration pollFor = Duration.ofSeconds(25);
        private Waiter waiter = time -> Thread.sleep(time.toMillis());
        private @Nullable Function<Duration, Message> digest;

        private Builder(Tracker tracker, TelegramNotifier notifier, Store store, String account) {
            this.tracker = Objects.requireNonNull(tracker, "tracker");
            this.notifier = Objects.requireNonNull(notifier, "notifier");
            this.store = Objects.requireNonNull(store, "store");
            this.account = Objects.requireNonNull(account, "account");
        }

        /** Sets the zone that times are shown in. Default: {@code America/Argentina/Buenos_Aires}. */
        public Builder zone(ZoneId zone) {
            this.zone = Objects.requireNonNull(zone, "zone");
            return this;
        }

        /** Sets the clock, which should be the tracker's. Default: the system's. */
        public Builder clock(InstantSource clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Sets who writes the digest of some time back from now. Default: what changed in that time, then what is due in the
         * next fourteen days.
         */
        public Builder digest(Function<Duration, Message> digest) {
            this.digest = Objects.requireNonNull(digest, "digest");
            return this;
        }

        /** Sets how long one request waits for something to happen, in whole seconds. Default: 25 seconds. */
        public Builder pollFor(Duration time) {
            if (time.isNegative() || time.compareTo(Duration.ofSeconds(50)) > 0) {
                throw new IllegalArgumentException("a request waits for 0 to 50 seconds: " + time);
            }
            this.pollFor = time;
            return this;
        }

        Builder waiter(Waiter waiter) {
            this.waiter = waiter;
            return this;
        }

        /** Builds the bot. */
        public TelegramBot build() {
            return new TelegramBot(this);
        }
    }
}
