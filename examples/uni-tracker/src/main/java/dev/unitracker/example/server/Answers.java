package dev.unitracker.example.server;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The latest answers, kept while they are true: an answer with an entity tag is the same as long as its tag is. A page that is asked for
 * again and again costs its query once. Safe for use by several threads.
 */
final class Answers {

    /** How many bytes of answers are kept; whatever was not asked for longest goes first. */
    static final int MOST_BYTES = 16 * 1024 * 1024;

    /** A single answer that is larger is made anew each time, for it would drive out too many others. */
    private static final int LARGEST = MOST_BYTES / 8;

    /** About what an answer needs beside its body. */
    private static final int BESIDE = 1024;

    private final Map<Question, Kept> latest = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /**
     * What was asked.
     *
     * @param account the name of the account
     * @param path the path as it was asked for, which the addresses in an answer begin with
     * @param query the parameters by name
     */
    record Question(String account, String path, Map<String, String> query) {

        Question {
            query = Map.copyOf(query);
        }
    }

    private record Kept(Stamp stamp, Answer answer) {
        int size() {
            return BESIDE + answer.length();
        }
    }

    /** Returns the answer to a question, as it was given before if its stamp is the same. */
    Answer of(Question question, Stamp stamp, Supplier<Answer> otherwise) {
        Answer known = find(question, stamp);
        if (known != null) {
            return known;
        }
        Answer made = otherwise.get();
        if (made.length() <= LARGEST) {
            keep(question, new Kept(stamp, made));
        }
        return made;
    }

    private synchronized @Nullable Answer find(Question question, Stamp stamp) {
        Kept kept = latest.get(question);
        return kept != null && kept.stamp().equals(stamp) ? kept.answer() : null;
    }

    private synchronized void keep(Question question, Kept kept) {
        Kept before = latest.put(question, kept);
        bytes += kept.size() - (before == null ? 0 : before.size());
        Iterator<Kept> eldest = latest.values().iterator();
        while (bytes > MOST_BYTES) {
            bytes -= eldest.next().size();
            eldest.remove();
        }
    }
}
