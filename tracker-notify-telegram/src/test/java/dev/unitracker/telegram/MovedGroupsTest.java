package dev.unitracker.telegram;

import static dev.unitracker.telegram.BotApiSimulator.ANA;
import static dev.unitracker.telegram.BotApiSimulator.GROUP;
import static dev.unitracker.telegram.Conversation.DUE;
import static dev.unitracker.telegram.Conversation.essay;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.memory.InMemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A group that became a supergroup has another id, and is told and answered all the same. */
class MovedGroupsTest {

    private static final String NEW = "-1001234567890";

    private final Conversation conversation = new Conversation();
    private final BotApiSimulator telegram = conversation.telegram;
    private final TelegramBot bot = conversation.bot();

    @AfterEach
    void close() {
        conversation.close();
    }

    @Test
    void it_gets_what_it_would_have_got() {
        conversation.look(essay(DUE));
        telegram.move(GROUP, NEW);

        conversation.look(essay(DUE.plus(Duration.ofDays(1))));
        conversation.look(essay(DUE.plus(Duration.ofDays(2))));

        assertThat(telegram.chat(NEW).texts())
                .hasSize(2)
                .allMatch(text -> text.startsWith("Deadline moved: Essay <1> (Álgebra)"));
        assertThat(Stream.of("getChat", "sendMessage").map(telegram::calls).flatMap(List::stream))
                .as("asked at the old id only once after it moved")
                .filteredOn(call -> call.parameters().path("chat_id").asText().equals(GROUP))
                .hasSize(2);
        assertThat(conversation.notifier.trouble()).isEmpty();
    }

    @Test
    void it_is_answered_from_then_on_also_by_a_program_that_was_started_anew() {
        telegram.move(GROUP, NEW);
        conversation.deadlineMoves();
        bot.poll();
        TelegramNotifier again = TelegramNotifier.to(ANA, BotApiSimulator.TOKEN)
                .and(GROUP)
                .baseUrl(telegram.url())
                .build();
        TelegramBot startedAnew =
                TelegramBot.answering(conversation.tracker.account(), again).build();
        telegram.write(NEW, "/done 2");

        startedAnew.poll();

        assertThat(telegram.chat(NEW).last().text).isEqualTo("✅ Done: Essay <1>");
    }

    @Test
    void it_is_answered_as_soon_as_telegram_says_that_it_moved() {
        conversation.deadlineMoves();
        telegram.move(GROUP, NEW);
        telegram.writeMove(NEW, "migrate_from_chat_id", GROUP);
        telegram.write(NEW, "/done 2");

        bot.poll();

        assertThat(telegram.chat(NEW).texts()).containsExactly("✅ Done: Essay <1>");
    }

    @Test
    void who_presses_where_both_its_ids_are_told_answers_for_both() {
        try (Conversation twice = new Conversation(new InMemoryStore(), NEW)) {
            twice.telegram.move(GROUP, NEW);
            twice.deadlineMoves();
            SimulatedChat group = twice.telegram.chat(NEW);
            int told = group.messages.size();
            twice.telegram.press(NEW, "✔ Got it");
            twice.bot().poll();

            twice.clock.advance(Duration.ofHours(13));
            twice.tracker.dispatch();

            assertThat(twice.telegram.toasts()).containsExactly("✔ acknowledged");
            assertThat(group.messages).hasSize(told);
        }
    }

    @Test
    void a_foreign_group_that_says_that_it_was_another_foreign_one_stays_foreign() {
        telegram.writeMove(NEW, "migrate_from_chat_id", "-4711");
        telegram.write(NEW, "/help");

        bot.poll();

        assertThat(telegram.calls("sendMessage")).isEmpty();
    }
}
