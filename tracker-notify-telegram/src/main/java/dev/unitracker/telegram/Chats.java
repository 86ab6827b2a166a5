package dev.unitracker.telegram;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The chats that are told, by the ids that somebody configured, and where Telegram has them now: a group that becomes a
 * supergroup gets a new id (<a href="https://core.telegram.org/bots/api#responseparameters">Bot API, migrate_to_chat_id</a>).
 * Safe for use by several threads.
 */
final class Chats {

    private final List<String> configured;
    private final Map<String, String> moved = new TreeMap<>();

    Chats(List<String> configured) {
        this.configured = List.copyOf(configured);
    }

    /** Returns the ids that were configured, in their order. */
    List<String> configured() {
        return configured;
    }

    /** Returns the id under which Telegram knows a chat now. */
    synchronized String address(String chat) {
        return moved.getOrDefault(chat, chat);
    }

    /** Tells whether a chat is one of those that are told, under its old id or its new one. */
    synchronized boolean areTold(String chat) {
        return configured.contains(chat) || moved.containsValue(chat);
    }

    /** Notes that a chat has a new id; returns whether that is news of a chat that is told. */
    synchronized boolean move(String from, String to) {
        return configured.contains(from) && !from.equals(to) && !to.equals(moved.put(from, to));
    }

    /** Returns the new ids by the configured ones. */
    synchronized Map<String, String> moved() {
        return Map.copyOf(moved);
    }

    /** Whoever reads a public channel could press its buttons, so there are none to answer with. */
    static boolean isPublic(String chat) {
        return chat.startsWith("@");
    }
}
