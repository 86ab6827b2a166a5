package dev.unitracker.action;

import dev.unitracker.notice.Delivery.Address;
import dev.unitracker.notice.Message.Action;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;

/** Writes a ticket in few bytes, since a link has to be short, and reads it again. */
final class TicketBytes {

    private TicketBytes() {}

    static byte[] of(ActionTicket ticket) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(letter(ticket.action()));
            out.writeLong(ticket.number());
            out.writeLong(ticket.validUntil().getEpochSecond());
            out.writeUTF(ticket.nonce());
            out.writeUTF(ticket.account());
            out.writeUTF(ticket.recipient().channel());
            out.writeUTF(ticket.recipient().recipient());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #of} wrote.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    static ActionTicket read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Action action = action(in.readByte());
            long number = in.readLong();
            Instant until = Instant.ofEpochSecond(in.readLong());
            String nonce = in.readUTF();
            String account = in.readUTF();
            Address recipient = new Address(in.readUTF(), in.readUTF());
            return new ActionTicket(account, action, number, recipient, until, nonce);
        } catch (IOException | DateTimeException e) {
            throw new IllegalArgumentException("no ticket", e);
        }
    }

    private static Action action(int letter) {
        return Arrays.stream(Action.values())
                .filter(action -> letter(action) == letter)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no action: " + letter));
    }

    private static int letter(Action action) {
        return switch (action) {
            case ACKNOWLEDGE -> 'a';
            case DONE -> 'd';
            case SNOOZE -> 's';
            case OPEN -> 'o';
        };
    }
}
