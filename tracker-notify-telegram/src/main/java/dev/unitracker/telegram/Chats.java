package dev.unitracker.telegram;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The chats that are told, by the ids that somebody configured, and where Telegram has them now: a group that becomes a
 * supergroup gets a new id (<a href="https://core.telegram.org/bots/api#responseparameters">Bot API, migrate_to_chat_id</a>).
 * Safe for use by several threads.
 */
final class Chats {

    private static final Set<String> GROUPS = Set.of("group", "supergroup");

    private final List<String> configured;
    private final Map<String, String> moved = new TreeMap<>();

    /** What Telegram calls the chats that it was asked about, by where it has them. */
    private final Map<String, String> types = new TreeMap<>();

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

    /** Returns the ids that were configured for a chat, given by its old id or its new one; empty if it is not told. */
    synchronized List<String> recipients(String chat) {
        return configured.stream()
                .filter(id -> address(id).equals(address(chat)))
                .toList();
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

    /** Notes what Telegram calls a chat (<a href="https://core.telegram.org/bots/api#chat">Bot API, Chat, type</a>). */
    synchronized void learn(String chat, String type) {
        types.put(address(chat), type);
    }

    /** Tells whether only Telegram can tell what a chat is: people have positive ids, groups and channels negative ones. */
    synchronized boolean isToBeLearnt(String chat) {
        return address(chat).startsWith("-") && !types.containsKey(address(chat));
    }

    /**
     * Tells whether a chat is a channel, for all that is known: whoever reads one sees the buttons below its messages and could
     * press them, so there are none to answer with.
     */
    synchronized boolean mayBeChannel(String chat) {
        String address = address(chat);
        return address.startsWith("@")
                || (address.startsWith("-") && !GROUPS.contains(types.getOrDefault(address, "")));
    }
}
