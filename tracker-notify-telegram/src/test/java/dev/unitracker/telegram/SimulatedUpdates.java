package dev.unitracker.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;

/** What waits for the bot. An update stays until a later offset is asked for; who asks while somebody waits throws him out. */
final class SimulatedUpdates {

    private final List<ObjectNode> waiting = new ArrayList<>();
    private int next = 700_000_001;
    private int receivers;
    private boolean patient;
    private boolean over;

    /** Keeps who asks waiting until there is something; else nothing is answered at once. */
    synchronized void keepWaiting() {
        patient = true;
    }

    /** Numbers what comes from now on differently, as Telegram does after a quiet week. */
    synchronized void continueAt(int id) {
        next = id;
    }

    synchronized void add(String kind, ObjectNode content) {
        ObjectNode update = JsonNodeFactory.instance.objectNode().put("update_id", next++);
        update.set(kind, content);
        waiting.add(update);
        notifyAll();
    }

    /** Returns the ids of what was not confirmed. */
    synchronized List<Integer> unconfirmed() {
        return waiting.stream().map(update -> update.path("update_id").asInt()).toList();
    }

    /** Returns how many have asked so far. */
    synchronized int receivers() {
        return receivers;
    }

    synchronized void end() {
        over = true;
        notifyAll();
    }

    synchronized MockResponse get(JsonNode parameters) {
        int me = ++receivers;
        notifyAll();
        int offset = parameters.path("offset").asInt(0);
        waiting.removeIf(update -> update.path("update_id").asInt() < offset);
        while (patient && waiting.isEmpty() && receivers == me && !over) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        if (receivers != me) {
            return BotApiSimulator.refused(
                    409,
                    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
        }
        ArrayNode found = JsonNodeFactory.instance.arrayNode();
        waiting.stream().limit(parameters.path("limit").asInt(100)).forEach(found::add);
        return BotApiSimulator.result(found);
    }

    /** Waits until somebody asks who is at least the given one. */
    synchronized void awaitReceiver(int number) throws InterruptedException {
        while (receivers < number) {
            wait();
        }
    }
}
