package dev.unitracker.moodle.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The recorded answers that were read last, since the same ones are asked for again and again. Whoever gets one leaves it as
 * it is. Safe for use by several threads.
 */
final class Parsed {
    /** More than one look asks for. */
    private static final int MOST = 300;

    private final Map<Supplier<byte[]>, JsonNode> answers = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Supplier<byte[]>, JsonNode> eldest) {
            return size() > MOST;
        }
    };

    /** Returns an answer that is the same as long as the recording has the same one, whatever the step. */
    synchronized JsonNode get(Supplier<byte[]> recorded, Function<byte[], JsonNode> reading) {
        return answers.computeIfAbsent(recorded, any -> reading.apply(recorded.get()));
    }
}
