package dev.unitracker.telegram;

import static dev.unitracker.telegram.BotApiSimulator.ANA;
import static dev.unitracker.telegram.BotApiSimulator.GROUP;
import static dev.unitracker.telegram.Conversation.DUE;
import static dev.unitracker.telegram.Conversation.ESSAY;
import static dev.unitracker.telegram.Conversation.assignment;
import static dev.unitracker.telegram.Conversation.essay;
import static dev.unitracker.telegram.Conversation.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.dates.Fact;
import dev.unitracker.dates.FactType;
import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.model.Completion;
import dev.unitracker.model.ItemType;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Message.Style;
import dev.unitracker.notice.NoticeKind;
import dev.unitracker.notice.Severity;
import dev.unitracker.spi.Sighting;
import dev.unitracker.testkit.Example;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramBotCommandsTest {

    private final Conversation conversation = new Conversation();
    private final BotApiSimulator telegram = conversation.telegram;
    private final TelegramBot bot = conversation.bot();

    @AfterEach
    void close() {
        conversation.close();
    }

    @Test
    void deadlines_are_listed_by_course_in_local_time_with_the_number_to_call_them_by() {
        conversation.look(essay(DUE), assignment(6, "Problem set & more", DUE.minus(Duration.ofDays(1))));

        List<String> answer = conversation.ask(bot, "/deadlines");

        assertThat(answer).containsExactly("""
                        Due in the next 14 days
                        Álgebra
                        • Wed 11 Mar 12:00 · Problem set & more #3
                        • Thu 12 Mar 12:00 · Essay <1> #2""");
        assertThat(conversation.ana().last().marked())
                .contains("text_link:Thu 12 Mar 12:00 · Essay <1> #2"
                        + "->https://campus.example.edu/mod/assign/view.php?id=5");
    }

    @Test
    void deadlines_can_be_asked_for_further_ahead() {
        conversation.look(assignment(5, "Thesis", DUE.plus(Duration.ofDays(20))));

        assertThat(conversation.ask(bot, "/deadlines")).containsExactly("Nothing is due in the next 14 days.");
        assertThat(conversation.ask(bot, "/deadlines 1")).containsExactly("Nothing is due in the next 1 day.");
        assertThat(conversation.ask(bot, "/deadlines 40").get(0)).contains("Thesis");
    }

    @Test
    void a_long_list_ends_after_twenty_lines() {
        conversation.look(IntStream.rangeClosed(1, 25)
                .mapToObj(number -> assignment(number, "Set " + number, DUE.plusSeconds(number)))
                .toArray(Sighting[]::new));

        List<String> lines = conversation.ask(bot, "/deadlines").get(0).lines().toList();

        assertThat(lines).hasSize(23);
        assertThat(lines.get(22)).isEqualTo("… and 5 more");
    }

    @Test
    void risks_say_why_they_are_some() {
        conversation.look(essay(DUE));

        assertThat(conversation.ask(bot, "/risks").get(0))
                .isEqualTo("Risks of the next 14 days\nÁlgebra\n• Thu 12 Mar 12:00 · due · Essay <1> #2");
    }

    @Test
    void an_exam_on_a_day_is_listed_by_its_name_and_without_a_time() {
        Fact exam =
                new Fact(FactType.EXAM_AT, "segundo parcial", "2026-03-09", 0.9, "date-grammar", "el parcial", null);
        conversation.look(Sighting.of("module:7", ItemType.MATERIAL)
                .course(Example.COURSE)
                .title("Dates")
                .facts(List.of(exam))
                .build());

        assertThat(conversation.ask(bot, "/risks").get(0))
                .isEqualTo("Risks of the next 14 days\nÁlgebra\n• Mon 9 Mar · exam (segundo parcial) · Dates #2");
    }

    @Test
    void changes_are_those_since_then_and_not_what_the_first_look_brought() {
        conversation.look(essay(DUE));
        assertThat(conversation.ask(bot, "/changes")).containsExactly("Nothing changed in the last 24 h.");

        conversation.look(essay(DUE.plusSeconds(60)));

        assertThat(conversation.ask(bot, "/changes 48"))
                .containsExactly("Changes of the last 48 h\nÁlgebra\n• Deadline moved: Essay <1> #3");
        conversation.clock.advance(Duration.ofHours(2));
        assertThat(conversation.ask(bot, "/changes 1")).containsExactly("Nothing changed in the last 1 h.");
    }

    @Test
    void a_first_look_at_a_thousand_things_hides_no_change_that_came_after_it() {
        Sighting[] many = IntStream.rangeClosed(1, 1100)
                .mapToObj(number -> assignment(number, "Set " + number, DUE))
                .toArray(Sighting[]::new);
        conversation.look(many);
        many[99] = assignment(100, "Set 100", DUE.plusSeconds(60));
        conversation.look(many);

        assertThat(conversation.ask(bot, "/changes").get(0))
                .startsWith("Changes of the last 24 h\nÁlgebra\n• Deadline moved: Set 100 #");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/done 2", "/done #2", "/DONE  #2 ", "/done@tracker_bot 2"})
    void what_is_called_done_by_its_number_is_done(String command) {
        conversation.look(essay(DUE));

        assertThat(conversation.ask(bot, command)).containsExactly("✅ Done: Essay <1>");
        assertThat(conversation.ask(bot, command)).containsExactly("Already done: Essay <1>");
        assertThat(conversation
                        .tracker
                        .account()
                        .item(id(ESSAY))
                        .orElseThrow()
                        .item()
                        .completion())
                .isEqualTo(Completion.COMPLETED);
    }

    @Test
    void a_number_stays_good_after_the_item_changed_again() {
        conversation.deadlineMoves();

        assertThat(conversation.ask(bot, "/done 2")).containsExactly("✅ Done: Essay <1>");
    }

    @Test
    void a_number_that_nothing_has_is_said_to_be_none() {
        assertThat(conversation.ask(bot, "/done 4711")).containsExactly("There is nothing with the number #4711.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/done",
                "/done essay",
                "/done 0",
                "/done -1",
                "/done 1 2",
                "/deadlines 366",
                "/changes 99999999999999999999",
                "/digest ٣"
            })
    void what_is_not_understood_is_said_with_how_it_is_written(String text) {
        List<String> answer = conversation.ask(bot, text);

        assertThat(answer)
                .singleElement()
                .satisfies(said -> assertThat(said)
                        .startsWith("I do not understand “" + text + "”")
                        .contains(text.split(" ", 2)[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/unknown", "hello", "/"})
    void help_is_what_else_is_answered_to(String text) {
        assertThat(conversation.ask(bot, text))
                .singleElement()
                .satisfies(said -> assertThat(said)
                        .startsWith("Commands")
                        .contains("/digest", "/risks", "/deadlines", "/changes", "/done <number>", "/help"));
    }

    @Test
    void a_start_is_welcomed() {
        assertThat(conversation.ask(bot, "/start").get(0))
                .startsWith("You will be told here what changes in your courses.\nCommands");
    }

    @Test
    void a_digest_is_the_trackers_unless_somebody_writes_a_better_one() {
        conversation.deadlineMoves();
        List<Duration> asked = new ArrayList<>();
        TelegramBot better = conversation
                .builder()
                .digest(time -> {
                    asked.add(time);
                    Line line = Line.of(Style.PLAIN, "all is well");
                    return new Message(
                            "digest", Language.ENGLISH, NoticeKind.DIGEST, Severity.INFORMATION, List.of(line), null);
                })
                .build();

        assertThat(conversation.ask(bot, "/digest").get(0))
                .contains("Urgent changes", "Essay <1>: deadline moved", "Action needed soon");
        assertThat(conversation.ask(better, "/digest 48")).containsExactly("all is well");
        assertThat(asked).containsExactly(Duration.ofDays(2));
    }

    @Test
    void an_answer_that_cannot_be_made_is_apologised_for_and_the_next_is_made() {
        TelegramBot broken = conversation
                .builder()
                .digest(time -> {
                    throw new IllegalStateException("on purpose");
                })
                .build();
        telegram.write(ANA, "/digest");

        assertThat(conversation.ask(broken, "/start"))
                .hasSize(2)
                .first()
                .isEqualTo("Something went wrong. Please ask again later.");
    }

    @Test
    void times_are_those_of_the_accounts_zone_unless_somebody_sets_another() {
        conversation.look(essay(DUE));
        TelegramBot plain = TelegramBot.answering(conversation.tracker.account(), conversation.notifier)
                .build();
        TelegramBot inMadrid =
                conversation.builder().zone(ZoneId.of("Europe/Madrid")).build();

        assertThat(conversation.ask(plain, "/deadlines").get(0)).contains("Thu 12 Mar 12:00");
        assertThat(conversation.ask(inMadrid, "/deadlines").get(0)).contains("Thu 12 Mar 13:00");
    }

    @Test
    void the_id_of_a_chat_that_is_not_answered_is_told_once_to_who_sets_the_bot_up() {
        List<String> strangers = new ArrayList<>();
        TelegramBot attentive = conversation.builder().strangers(strangers::add).build();
        telegram.write("4711", "/start");
        telegram.write("4711", "hello?");
        telegram.write("-4712", "/start");
        telegram.write(ANA, "/help");

        attentive.poll();

        assertThat(strangers).containsExactly("4711", "-4712");
    }

    @Test
    void what_is_asked_of_another_bot_is_left_to_it() {
        conversation.look(essay(DUE));
        telegram.write(GROUP, "/done@other_bot 2");
        telegram.write(GROUP, "/digest@other_bot");
        telegram.write(GROUP, "/Done@Tracker_BOT 2");

        bot.poll();

        assertThat(telegram.chat(GROUP).texts()).hasSize(2).endsWith("✅ Done: Essay <1>");
    }

    @Test
    void a_command_that_nobody_knows_is_not_answered_in_a_group() {
        telegram.write(GROUP, "/poll");
        telegram.write(GROUP, "/poll@tracker_bot");

        bot.poll();

        assertThat(telegram.chat(GROUP).texts())
                .singleElement()
                .satisfies(said -> assertThat(said).startsWith("Commands"));
    }

    @Test
    void an_addressed_command_waits_until_telegram_says_who_the_bot_is() {
        conversation.look(essay(DUE));
        telegram.write(ANA, "/done@tracker_bot 2");
        telegram.failsOnce(502, "<html>Bad Gateway</html>");

        assertThatThrownBy(bot::poll).isInstanceOf(SourceUnavailableException.class);
        bot.poll();

        assertThat(conversation.ana().last().text).isEqualTo("✅ Done: Essay <1>");
    }

    @Test
    void nobody_else_is_answered_and_nobody_waits_for_it() {
        telegram.write("4711", "/help");
        telegram.write("4711", "/done 2");
        telegram.write(ANA, "/help");

        bot.poll();
        bot.poll();

        assertThat(conversation.ana().messages).hasSize(1);
        assertThat(telegram.calls("sendMessage")).hasSize(1);
        assertThat(telegram.updates().unconfirmed()).isEmpty();
    }

    @Test
    void buttons_in_foreign_chats_do_nothing() {
        conversation.deadlineMoves();
        telegram.pressed("4711", conversation.ana().last(), "d:2");

        bot.poll();

        assertThat(telegram.toasts()).isEmpty();
        assertThat(conversation
                        .tracker
                        .account()
                        .item(id(ESSAY))
                        .orElseThrow()
                        .item()
                        .completion())
                .isNotEqualTo(Completion.COMPLETED);
    }

    @Test
    void what_people_say_to_each_other_in_a_group_is_not_answered() {
        telegram.write(GROUP, "who has done the essay?");
        telegram.write(GROUP, "/help@tracker_bot");

        bot.poll();

        assertThat(telegram.chat(GROUP).texts())
                .singleElement()
                .satisfies(said -> assertThat(said).startsWith("Commands"));
    }
}
