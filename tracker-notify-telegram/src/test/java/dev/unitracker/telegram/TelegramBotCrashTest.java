package dev.unitracker.telegram;

import static dev.unitracker.telegram.BotApiSimulator.ANA;
import static dev.unitracker.telegram.Conversation.DUE;
import static dev.unitracker.telegram.Conversation.essay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.error.StoreException;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Store;
import dev.unitracker.testkit.Example;
import dev.unitracker.testkit.ForwardingStore;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever fails and whenever the program dies, what was asked is done once. */
class TelegramBotCrashTest {

    private static final String OUT_OF_ORDER =
            "{\"ok\":false,\"error_code\":500,\"description\":\"Internal Server Error\"}";

    private final FailingStore store = new FailingStore(new InMemoryStore());
    private final Conversation conversation = new Conversation(store);
    private final BotApiSimulator telegram = conversation.telegram;

    @BeforeEach
    void look() {
        conversation.look(essay(DUE));
    }

    @AfterEach
    void close() {
        conversation.close();
    }

    @Test
    void what_could_not_be_written_is_neither_done_nor_forgotten() {
        telegram.write(ANA, "/done 2");
        store.failsAtCommitAfter(1);
        assertThatThrownBy(() -> conversation.bot().poll()).isInstanceOf(StoreException.class);
        int doneBefore = timesDone();

        conversation.bot().poll();

        assertThat(doneBefore).isZero();
        assertThat(timesDone()).isEqualTo(1);
        assertThat(conversation.ana().last().text).isEqualTo("✅ Done: Essay <1>");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whichever_commit_fails_it_is_done_once(int good) {
        telegram.write(ANA, "/done 2");
        store.failsAtCommitAfter(good);
        Throwable failure = catchThrowable(() -> conversation.bot().poll());
        store.works();

        conversation.bot().poll();

        assertThat(timesDone()).isEqualTo(1);
        assertThat(failure == null || failure instanceof StoreException).isTrue();
        assertThat(conversation.ana().last().text).startsWith("✅ Done");
    }

    @Test
    void after_a_crash_before_the_answer_it_is_not_done_again_and_later_commands_are() {
        telegram.write(ANA, "/done 2");
        telegram.write(ANA, "/start");
        telegram.failsOnce(500, OUT_OF_ORDER);
        TelegramBot dies = conversation.bot();
        assertThatThrownBy(dies::poll).isInstanceOf(SourceUnavailableException.class);
        conversation.tracker.account().markOpen(Conversation.id(Conversation.ESSAY));

        conversation.bot().poll();

        assertThat(timesDone()).isEqualTo(2);
        assertThat(conversation.ana().texts())
                .noneMatch(text -> text.contains("✅"))
                .last()
                .asString()
                .startsWith("You will be told here");
    }

    @Test
    void an_answer_that_failed_is_sent_by_the_next_round_before_anything_else() {
        telegram.write(ANA, "/done 2");
        telegram.write(ANA, "/start");
        telegram.failsOnce(500, OUT_OF_ORDER);
        TelegramBot bot = conversation.bot();
        assertThatThrownBy(bot::poll).isInstanceOf(SourceUnavailableException.class);
        boolean said = bot.trouble().isPresent();

        bot.poll();

        assertThat(said).isTrue();
        assertThat(bot.trouble()).isEmpty();
        assertThat(timesDone()).isEqualTo(1);
        assertThat(conversation.ana().texts())
                .extracting(text -> text.lines().findFirst().orElse(""))
                .endsWith("✅ Done: Essay <1>", "You will be told here what changes in your courses.");
    }

    @Test
    void an_answer_for_which_nobody_waits_any_more_is_dropped() {
        telegram.write(ANA, "/start");
        telegram.failsOnce(500, OUT_OF_ORDER);
        telegram.failsOnce(500, OUT_OF_ORDER);
        TelegramBot bot = conversation.bot();
        assertThatThrownBy(bot::poll).isInstanceOf(SourceUnavailableException.class);
        conversation.clock.advance(Duration.ofHours(2));
        assertThatThrownBy(bot::poll).isInstanceOf(SourceUnavailableException.class);

        bot.poll();

        assertThat(conversation.ana().texts()).noneMatch(text -> text.startsWith("You will be told here"));
    }

    @Test
    void a_chat_that_blocked_the_bot_does_not_keep_others_waiting() {
        conversation.ana().blocked = true;
        telegram.write(ANA, "/done 2");
        telegram.write(BotApiSimulator.GROUP, "/start");

        conversation.bot().poll();

        assertThat(timesDone()).isEqualTo(1);
        assertThat(telegram.chat(BotApiSimulator.GROUP).messages).hasSizeGreaterThan(0);
    }

    @Test
    void what_was_answered_is_confirmed_even_by_another_process() {
        telegram.write(ANA, "/start");
        conversation.bot().poll();
        int unconfirmed = telegram.updates().unconfirmed().size();

        int updates = conversation.bot().poll();

        assertThat(unconfirmed).isEqualTo(1);
        assertThat(updates).isZero();
        assertThat(telegram.updates().unconfirmed()).isEmpty();
    }

    @Test
    void after_a_quiet_week_telegram_may_count_from_anywhere() {
        conversation.ask(conversation.bot(), "/start");
        conversation.bot().poll();
        conversation.clock.advance(Duration.ofDays(8));
        telegram.updates().continueAt(17);

        assertThat(conversation.ask(conversation.bot(), "/done 2")).containsExactly("✅ Done: Essay <1>");
        assertThat(conversation.bot().poll()).isZero();
    }

    @Test
    void where_it_is_is_remembered_for_each_bot_and_without_the_token() {
        conversation.ask(conversation.bot(), "/start");

        Map<String, String> notes =
                store.inTransaction(Example.ACCOUNT, session -> session.notes().all(NoteOwner.host("telegram")));
        assertThat(notes).containsKey("offset/123456");
        assertThat(notes.toString()).doesNotContain(BotApiSimulator.TOKEN.substring(7));
    }

    @Test
    void what_goes_wrong_each_time_is_apologised_for_and_not_tried_for_ever() {
        telegram.write(ANA, "/done 2");
        store.breaksWork(new IllegalStateException("on purpose"));
        TelegramBot bot = conversation.bot();

        bot.poll();

        assertThat(timesDone()).isZero();
        assertThat(conversation.ana().last().text).startsWith("Something went wrong");
        assertThat(bot.poll()).isZero();
    }

    @Test
    void a_press_that_goes_wrong_each_time_is_answered_and_not_tried_for_ever() {
        telegram.pressed(ANA, conversation.ana().last(), "d:2");
        store.breaksWork(new IllegalStateException("on purpose"));
        TelegramBot bot = conversation.bot();

        bot.poll();

        assertThat(timesDone()).isZero();
        assertThat(telegram.toasts()).containsExactly("Something went wrong. Please ask again later.");
        assertThat(conversation.ana().last().text).doesNotContain("Something went wrong");
        assertThat(bot.poll()).isZero();
    }

    private int timesDone() {
        return (int) conversation.tracker.account().changes().after(0, 100).stream()
                .filter(change -> change.evidence().get(0).collector().equals("student"))
                .count();
    }

    /** A store that fails when it should commit, or in the work itself. */
    private static final class FailingStore extends ForwardingStore {
        private final AtomicInteger good = new AtomicInteger(Integer.MAX_VALUE);
        private @Nullable RuntimeException broken;

        FailingStore(Store store) {
            super(store);
        }

        void failsAtCommitAfter(int transactions) {
            good.set(transactions);
        }

        void works() {
            good.set(Integer.MAX_VALUE);
        }

        /** Breaks the next work that writes a note. */
        void breaksWork(RuntimeException failure) {
            broken = failure;
        }

        @Override
        public <T> T inTransaction(String account, Work<T> work) {
            boolean fails = good.getAndUpdate(left -> left == 0 ? Integer.MAX_VALUE : left - 1) == 0;
            return super.inTransaction(account, session -> {
                Map<String, String> before = session.notes().all(NoteOwner.host("telegram"));
                T result = work.in(session);
                if (fails) {
                    throw new StoreException("the database went away");
                }
                RuntimeException failure = broken;
                if (failure != null && !before.equals(session.notes().all(NoteOwner.host("telegram")))) {
                    broken = null;
                    throw failure;
                }
                return result;
            });
        }
    }
}
