package dev.unitracker.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.Account;
import dev.unitracker.Notebook;
import dev.unitracker.error.StoreException;
import dev.unitracker.notice.Delivery;
import dev.unitracker.telegram.Command.Asked;
import dev.unitracker.telegram.Outcome.Kind;
import dev.unitracker.telegram.Update.Press;
import dev.unitracker.words.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is asked in chats and answers it. What is done, and that it was handled, is written in one transaction. Not for
 * use by several threads.
 */
final class Desk {

    private static final Logger log = LoggerFactory.getLogger("unitracker.telegram");

    /** The notes of groups that have a new id, by the old one. */
    private static final String MOVED = "moved/";

    private final TelegramNotifier notifier;
    private final Account account;
    private final Texts words;
    private final Notebook notes;
    private final Offset offset;
    private final Deeds deeds;
    private final Answers answers;
    private final Replies replies;

    Desk(TelegramBot.Builder settings) {
        this.notifier = settings.notifier;
        this.account = settings.account;
        this.notes = account.notebook("telegram");
        this.offset = new Offset(notifier.api().bot());
        this.deeds = new Deeds(account);
        this.words = TelegramNotifier.words(account.language());
        Overview overview = new Overview(account, settings.zone(), words);
        this.answers = new Answers(overview, settings.digest, words, account::now);
        this.replies = new Replies(account::now);
    }

    /** Returns the number of the first update that was not handled; 0 if any may be new. */
    long next() {
        return offset.next(notes, account.now());
    }

    /** Tells whether a chat is one of the account's. */
    boolean tells(String chat) {
        return notifier.chats().areTold(chat);
    }

    /** Learns that a group has a new id. */
    void moved(Update.Move move) {
        boolean unusedWhetherNews = notifier.chats().move(move.from(), move.to());
    }

    /** Notes that an update was handled; returns false if it was before. */
    boolean take(Update update) {
        return account.together(() -> offset.take(update.id(), notes, account.now()));
    }

    /** Sends what is left to answer. */
    void reply() {
        replies.send();
    }

    /** Learns which groups got a new id before this program was started, and keeps what was learnt since. */
    void recallMoves() {
        Map<String, String> moved = notifier.chats().moved();
        Map<String, String> known = account.together(() -> {
            Map<String, String> all = notes.all();
            moved.forEach((from, to) -> {
                if (!to.equals(all.get(MOVED + from))) {
                    notes.put(MOVED + from, to);
                }
            });
            return all;
        });
        for (String chat : notifier.recipients()) {
            String to = known.get(MOVED + chat);
            if (to != null && !moved.containsKey(chat)) {
                notifier.chats().move(chat, to);
            }
        }
    }

    /** Does what was asked in a chat, unless it was done before, and puts off the answer until {@link #reply}. */
    void handle(Update update) {
        Press press = update.press();
        if (press != null) {
            pressed(update, press);
            return;
        }
        Optional<Asked> asked = Command.read(update, notifier::botName);
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
        List<Delivery.Address> chat = notifier.chats().recipients(update.chat()).stream()
                .map(id -> new Delivery.Address(notifier.name(), id))
                .toList();
        done(update, () -> data.map(button -> deeds.pressed(button, chat)).orElse(Outcome.of(Kind.UNKNOWN)))
                .ifPresent(outcome -> {
                    boolean well = outcome.kind() == Kind.DONE || outcome.kind() == Kind.DONE_ALREADY;
                    String said = words.text(outcome.pressed(data.map(ButtonData::action)));
                    ObjectNode toast = BotApi.object()
                            .put("callback_query_id", press.query())
                            .put("text", said);
                    replies.add(() -> notifier.api().call("answerCallbackQuery", toast));
                    if (well) {
                        PressedMessage.Edit edit =
                                PressedMessage.after(data.orElseThrow().action(), press.message(), said);
                        replies.add(() -> notifier.api().call(edit.method(), edit.parameters()));
                    }
                });
    }

    /** What is asked to be done, within a transaction. */
    private interface Deed {
        Outcome done();
    }

    /** Does something and notes that it is handled, both or neither; empty if it was handled before. */
    private Optional<Outcome> done(Update update, Deed deed) {
        try {
            return account.together(
                    () -> offset.take(update.id(), notes, account.now()) ? Optional.of(deed.done()) : Optional.empty());
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            // It would go wrong again, for ever, and nothing else would be answered.
            log.warn("what was asked could not be done", e);
            return take(update) ? Optional.of(Outcome.of(Kind.FAILED)) : Optional.empty();
        }
    }
}
