package dev.unitracker.action;

import dev.unitracker.notice.Delivery.Address;
import dev.unitracker.notice.Message.Action;
import java.time.Instant;
import java.util.Objects;

/**
 * What a signed link stands for: one action of one recipient, once. Immutable.
 *
 * @param account the account in which it is done
 * @param action what is done, never {@link Action#OPEN}
 * @param number the ledger number of the change that is acknowledged; for other actions the number of the item
 * @param recipient in whose name it is done
 * @param validUntil the moment from which on it is worth nothing
 * @param nonce names the ticket: no other ticket of the account has the same. A host that did what a ticket says notes it
 *     until {@code validUntil}, so that the same link does nothing a second time
 */
public record ActionTicket(
        String account, Action action, long number, Address recipient, Instant validUntil, String nonce) {

    /**
     * Null is refused.
     *
     * @throws IllegalArgumentException if the action is to open something, which needs no ticket
     */
    public ActionTicket {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(validUntil, "validUntil");
        Objects.requireNonNull(nonce, "nonce");
        if (action == Action.OPEN) {
            throw new IllegalArgumentException("to open something needs no ticket");
        }
    }
}
