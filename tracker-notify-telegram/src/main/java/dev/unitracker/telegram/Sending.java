package dev.unitracker.telegram;

import dev.unitracker.telegram.RefusedException.Reason;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A message on its way to a chat, part by part. Not for use by several threads. */
final class Sending {

    private final Deque<Page> left;
    private boolean begun;

    Sending(List<Page> pages) {
        this.left = new ArrayDeque<>(pages);
    }

    /**
     * Sends what is left.
     *
     * @throws RefusedException if a part was not sent; it and what follows is left
     */
    void go(BotApi api, String chat) {
        while (!left.isEmpty()) {
            send(left.getFirst(), api, chat);
        }
    }

    /** Tells whether some of it was sent. */
    boolean begun() {
        return begun;
    }

    private void send(Page page, BotApi api, String chat) {
        try {
            api.call("sendMessage", page.to(chat));
            left.removeFirst();
            begun = true;
        } catch (RefusedException e) {
            if (e.reason() != Reason.UNACCEPTABLE || page.form() == Form.PLAIN) {
                throw e;
            }
            replaceFirst(page.plainly());
        }
    }

    private void replaceFirst(List<Page> pages) {
        left.removeFirst();
        for (int i = pages.size() - 1; i >= 0; i--) {
            left.addFirst(pages.get(i));
        }
    }
}
