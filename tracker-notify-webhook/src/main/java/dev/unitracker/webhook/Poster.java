package dev.unitracker.webhook;

import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.http.HttpAnswer;
import dev.unitracker.http.HttpDoor;
import dev.unitracker.http.NoAnswerException;
import dev.unitracker.notice.Message;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Posts messages to places; the only class here that does. Each part is sent once, for it may have arrived though no answer
 * came. A part that failed is where the next try of the same message goes on. Safe for use by several threads.
 */
final class Poster {

    private static final int LARGEST_ANSWER = 256 * 1024;
    private static final int MOST_UNFINISHED = 200;

    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, HttpDoor> doors = new TreeMap<>();

    /** What is left to post of messages that were posted in part, by place and message. */
    private final Map<String, Deque<Request>> unfinished = new LinkedHashMap<>();

    /** What is wrong with a place, from its latest failure to its next success. */
    private final Map<String, String> troubles = new TreeMap<>();

    Poster(List<? extends Place> all, PostSettings settings) {
        for (Place place : all) {
            if (places.putIfAbsent(place.name(), place) == null) {
                doors.put(place.name(), settings.door(place.server(), place.secrets(), LARGEST_ANSWER));
            }
        }
    }

    /** Returns the names of the places, in the order in which they were given. */
    List<String> names() {
        return List.copyOf(places.keySet());
    }

    /**
     * Posts all parts of a message, or those that an earlier try left.
     *
     * @throws NotDeliveredException if one was not taken
     * @throws IllegalArgumentException if there is no such place
     */
    void post(Message message, String name) {
        Place place = places.get(name);
        HttpDoor door = doors.get(name);
        if (place == null || door == null) {
            throw new IllegalArgumentException("not a recipient of this notifier: " + name);
        }
        String key = name + " " + message.key();
        Deque<Request> left = unfinished(key).orElseGet(() -> new ArrayDeque<>(place.posts(message)));
        int all = left.size();
        try {
            while (!left.isEmpty()) {
                post(left.getFirst(), place, door);
                left.removeFirst();
            }
            note(name, null);
        } catch (NotDeliveredException e) {
            if (!e.permanent() && left.size() < all) {
                keep(key, left);
            }
            note(name, e.getMessage());
            throw e;
        }
    }

    private static void post(Request request, Place place, HttpDoor door) {
        HttpAnswer answer;
        try {
            answer = door.ask(request);
        } catch (NoAnswerException e) {
            throw NotDeliveredException.forNow(String.valueOf(e.getMessage()), e);
        }
        if (!answer.ok()) {
            throw place.refusal(answer);
        }
    }

    /** Returns what is wrong with which place; empty if the latest message to each was taken. */
    Optional<String> trouble() {
        synchronized (troubles) {
            return troubles.isEmpty()
                    ? Optional.empty()
                    : Optional.of(String.join(
                            "; ", troubles.values().stream().distinct().toList()));
        }
    }

    private Optional<Deque<Request>> unfinished(String key) {
        synchronized (unfinished) {
            return Optional.ofNullable(unfinished.remove(key));
        }
    }

    private void keep(String key, Deque<Request> left) {
        synchronized (unfinished) {
            unfinished.put(key, left);
            if (unfinished.size() > MOST_UNFINISHED) {
                unfinished.remove(unfinished.keySet().iterator().next());
            }
        }
    }

    private void note(String name, @Nullable String trouble) {
        synchronized (troubles) {
            if (trouble == null) {
                troubles.remove(name);
            } else {
                troubles.put(name, trouble);
            }
        }
    }
}
