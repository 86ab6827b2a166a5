package dev.unitracker.telegram;

import static dev.unitracker.telegram.BotApiSimulator.BRUNO;
import static dev.unitracker.telegram.BotApiSimulator.GROUP;
import static dev.unitracker.telegram.Conversation.DUE;
import static dev.unitracker.telegram.Conversation.assignment;
import static dev.unitracker.telegram.Conversation.essay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.Account;
import dev.unitracker.Accounts;
import dev.unitracker.Tracker;
import dev.unitracker.error.SettingsException;
import dev.unitracker.model.Completion;
import dev.unitracker.testkit.Example;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.words.Language;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One bot that tells two accounts, and answers for each in its own chats. */
class SharedBotTest {

    private final Conversation conversation = new Conversation();
    private final BotApiSimulator telegram = conversation.telegram;
    private Account bruno = conversation.tracker.account();

    @BeforeEach
    void two_students() {
        conversation.look(essay(DUE));
        FakeCollector collector = new FakeCollector("example");
        collector.shows("contents", assignment(7, "Tesis", DUE));
        Tracker other = Tracker.of(Accounts.in(conversation.store).create("bruno", ZoneOffset.UTC, Language.SPANISH))
                .collector(collector)
                .clock(conversation.clock)
                .build();
        other.sync();
        bruno = other.account();
    }

    @AfterEach
    void close() {
        conversation.close();
    }

    private TelegramNotifier notifier(String token, String... chats) {
        return TelegramNotifier.to(chats[0], token)
                .and(chats)
                .baseUrl(telegram.url())
                .build();
    }

    private TelegramBot bot(String... chats) {
        return conversation
                .builder()
                .and(bruno, notifier(BotApiSimulator.TOKEN, chats))
                .build();
    }

    @Test
    void each_is_answered_in_its_own_chat_and_language() {
        TelegramBot bot = bot(BRUNO);

        telegram.write(BRUNO, "/deadlines");
        telegram.write(BotApiSimulator.ANA, "/deadlines");
        bot.poll();

        assertThat(telegram.chat(BRUNO).last().text).contains("Tesis").doesNotContain("Essay");
        assertThat(conversation.ana().last().text).contains("Essay <1>").doesNotContain("Tesis");
    }

    @Test
    void what_was_handled_for_one_is_not_handled_again_for_the_other_by_a_program_that_was_started_anew() {
        telegram.write(BRUNO, "/deadlines");
        telegram.write(BotApiSimulator.ANA, "/deadlines");
        bot(BRUNO).poll();
        int answered = telegram.calls("sendMessage").size();

        bot(BRUNO).poll();

        assertThat(telegram.calls("sendMessage")).hasSize(answered);
    }

    @Test
    void a_chat_of_both_is_answered_for_neither() {
        TelegramBot bot = bot(BRUNO, GROUP);
        int told = telegram.calls("sendMessage").size();

        telegram.write(GROUP, "/done 2");
        bot.poll();

        assertThat(telegram.calls("sendMessage")).hasSize(told);
        assertThat(conversation
                        .tracker
                        .account()
                        .item(Example.id("module:5"))
                        .orElseThrow()
                        .item()
                        .completion())
                .isNotEqualTo(Completion.COMPLETED);
    }

    @Test
    void another_bot_is_refused() {
        TelegramNotifier other = notifier("4242424242:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0", BRUNO);

        assertThatThrownBy(() -> conversation.builder().and(bruno, other))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("bruno is told by another");
    }
}
