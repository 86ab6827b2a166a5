package dev.unitracker.telegram;

import static dev.unitracker.telegram.BotApiSimulator.ANA;
import static dev.unitracker.telegram.BotApiSimulator.NUMBERED_CHANNEL;
import static dev.unitracker.telegram.BotApiSimulator.TOKEN;
import static dev.unitracker.telegram.Conversation.ESSAY;
import static dev.unitracker.telegram.Conversation.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Completion;
import dev.unitracker.telegram.SimulatedChat.Shown;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TelegramBotButtonsTest {

    private static final String LINK = "https://campus.example.edu/mod/assign/view.php?id=5";

    private final Conversation conversation = new Conversation();
    private final BotApiSimulator telegram = conversation.telegram;
    private final TelegramBot bot = conversation.bot();

    @BeforeEach
    void tell() {
        conversation.deadlineMoves();
        assertThat(shown().text).startsWith("Deadline moved: Essay <1> (Álgebra)");
    }

    @AfterEach
    void close() {
        conversation.close();
    }

    @Test
    void what_is_acknowledged_says_so_keeps_its_looks_and_is_not_told_again() {
        List<String> marked = shown().marked();

        telegram.press(ANA, "✔ Got it");
        bot.poll();

        assertThat(telegram.toasts()).containsExactly("✔ acknowledged");
        assertThat(shown().text).endsWith("\n✔ acknowledged");
        assertThat(shown().marked()).isEqualTo(marked).isNotEmpty();
        assertThat(shown().buttons()).containsExactly("✅ Done=d:2", "⏰ Tomorrow=s:2", "Open=" + LINK);
        assertThat(toldAfter(Duration.ofHours(13))).isZero();
    }

    @Test
    void what_one_chat_acknowledges_is_told_another_again() {
        telegram.press(ANA, "✔ Got it");
        bot.poll();
        int before = telegram.chat(BotApiSimulator.GROUP).messages.size();

        toldAfter(Duration.ofHours(13));

        assertThat(telegram.chat(BotApiSimulator.GROUP).messages).hasSize(before + 1);
    }

    @Test
    void what_is_not_acknowledged_is_told_again() {
        assertThat(toldAfter(Duration.ofHours(13))).isEqualTo(1);
    }

    @Test
    void what_is_done_counts_as_completed_and_can_only_be_opened() {
        telegram.press(ANA, "✅ Done");
        bot.poll();

        assertThat(conversation
                        .tracker
                        .account()
                        .item(id(ESSAY))
                        .orElseThrow()
                        .item()
                        .completion())
                .isEqualTo(Completion.COMPLETED);
        assertThat(shown().text).endsWith("\n✅ done");
        assertThat(shown().buttons()).containsExactly("Open=" + LINK);
        assertThat(toldAfter(Duration.ofHours(13))).isZero();
    }

    @Test
    void what_is_snoozed_comes_again_in_a_day_and_not_before() {
        telegram.press(ANA, "⏰ Tomorrow");
        bot.poll();

        assertThat(shown().text).endsWith("\n⏰ you will be told again in 1 day");
        assertThat(shown().buttons()).containsExactly("✔ Got it=a:3", "✅ Done=d:2", "Open=" + LINK);
        assertThat(toldAfter(Duration.ofHours(23))).isZero();
        assertThat(toldAfter(Duration.ofHours(1))).isEqualTo(1);
    }

    @Test
    void what_is_due_before_it_would_come_again_is_not_put_off_and_that_is_said() {
        conversation.clock.advance(Duration.ofDays(10));

        telegram.press(ANA, "⏰ Tomorrow");
        bot.poll();

        assertThat(telegram.toasts()).containsExactly("It is due before then, so it is not put off.");
        assertThat(shown().text).doesNotContain("⏰");
    }

    @Test
    void pressing_twice_is_pressing_once() {
        telegram.press(ANA, "✅ Done");
        telegram.press(ANA, "✅ Done");
        bot.poll();

        long entries = conversation.tracker.account().changes().after(0, 100).stream()
                .filter(change -> change.evidence().get(0).collector().equals("student"))
                .count();
        assertThat(entries).isEqualTo(1);
        assertThat(shown().text).containsOnlyOnce("✅ done");
        assertThat(telegram.toasts()).hasSize(2);
    }

    @Test
    void a_text_without_room_only_loses_its_buttons() {
        Shown shown = shown();
        shown.text = "x".repeat(4095);
        shown.entities.removeAll();

        telegram.press(ANA, "✅ Done");
        bot.poll();

        assertThat(shown.text).hasSize(4095);
        assertThat(shown.buttons()).containsExactly("Open=" + LINK);
    }

    @Test
    void what_nobody_was_told_of_and_what_no_button_sends_changes_nothing() {
        String before = shown().text;

        for (String data : List.of("a:4711", "d:4711", "a:#1", "s:4711", "o:1", "x", "d:module:5", "d:", "d:x")) {
            telegram.pressed(ANA, shown(), data);
        }
        bot.poll();

        assertThat(telegram.toasts()).hasSize(9).containsOnly("That button no longer does anything.");
        assertThat(shown().text).isEqualTo(before);
        assertThat(bot.trouble()).isEmpty();
    }

    @Test
    void what_anybody_presses_in_a_channel_changes_nothing_and_is_not_answered() {
        TelegramNotifier channel = TelegramNotifier.to(NUMBERED_CHANNEL, TOKEN)
                .baseUrl(telegram.url())
                .build();
        TelegramBot there =
                TelegramBot.answering(conversation.tracker.account(), channel).build();
        telegram.pressed(NUMBERED_CHANNEL, shown(), "d:2");

        there.poll();

        assertThat(conversation
                        .tracker
                        .account()
                        .item(id(ESSAY))
                        .orElseThrow()
                        .item()
                        .completion())
                .isNotEqualTo(Completion.COMPLETED);
        assertThat(telegram.toasts()).isEmpty();
    }

    @Test
    void a_press_that_telegram_no_longer_waits_for_still_counts() {
        telegram.press(ANA, "✅ Done");
        telegram.failsOnce(
                400,
                "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: query is too old and response timeout expired or"
                        + " query ID is invalid\"}");

        bot.poll();

        assertThat(conversation
                        .tracker
                        .account()
                        .item(id(ESSAY))
                        .orElseThrow()
                        .item()
                        .completion())
                .isEqualTo(Completion.COMPLETED);
        assertThat(shown().text).endsWith("\n✅ done");
    }

    private Shown shown() {
        return telegram.chat(ANA).messages.get(1);
    }

    private int toldAfter(Duration time) {
        int before = telegram.chat(ANA).messages.size();
        conversation.clock.advance(time);
        conversation.tracker.dispatch();
        return telegram.chat(ANA).messages.size() - before;
    }
}
