package dev.unitracker.example.server.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Delivery.State;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What was to be told to somebody, and what became of it. */
final class DeliveryJson {

    /** JavaScript keeps whole numbers of so many bits. */
    private static final int BITS = 53;

    private final Frame frame;

    DeliveryJson(Frame frame) {
        this.frame = frame;
    }

    void fill(ObjectNode json, Delivery delivery) {
        boolean sent = delivery.state() == State.SENT;
        json.put("id", number(delivery.key()));
        json.put("severity", delivery.notice().severity().key());
        json.put("kind", delivery.notice().kind().key());
        frame.moment(json, "scheduled_for", delivery.notBefore());
        frame.moment(json, "sent_at", sent ? delivery.endedAt() : null);
        json.put("delivery_error", isTrouble(delivery) ? delivery.detail() : null);
        json.put("state", delivery.state().key()).put("attempts", delivery.attempts());
        json.put("channel", delivery.channel()).put("recipient", delivery.recipient());
        json.put("acknowledged", delivery.acknowledged());
    }

    private static boolean isTrouble(Delivery delivery) {
        boolean said = !delivery.detail().isEmpty();
        return said && (delivery.state() == State.FAILED || delivery.state() == State.PENDING);
    }

    /** A delivery is known by its key, which never changes; the number is the beginning of the key's hash. */
    static long number(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong() >>> (Long.SIZE - BITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
