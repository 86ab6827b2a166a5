package dev.unitracker.action;

import dev.unitracker.notice.Delivery.Address;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.Message.Action;
import dev.unitracker.notice.Message.Subject;
import dev.unitracker.words.Texts;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Links to a host, each with a signed ticket; what opens something leads there at once. */
final class SignedLinks implements ActionLinks {

    private final ActionSigner signer;
    private final String base;
    private final String account;
    private final InstantSource clock;

    SignedLinks(ActionSigner signer, String base, String account, InstantSource clock) {
        this.signer = signer;
        this.base = base;
        this.account = account;
        this.clock = clock;
    }

    @Override
    public List<Link> of(Message message, Address recipient) {
        Subject about = message.about();
        if (about == null) {
            return List.of();
        }
        return about.actions().stream()
                .distinct()
                .flatMap(action -> link(action, about, message, recipient).stream())
                .toList();
    }

    private Optional<Link> link(Action action, Subject about, Message message, Address recipient) {
        if (action == Action.OPEN) {
            return ActionLinks.opening(message);
        }
        long number = action == Action.ACKNOWLEDGE ? about.change() : about.number();
        if (number == 0) {
            return Optional.empty();
        }
        Instant until = clock.instant().plus(ActionSigner.VALID).truncatedTo(ChronoUnit.SECONDS);
        String nonce = signer.nonce(action + "\n" + account + "\n" + recipient + "\n" + message.key());
        ActionTicket ticket = new ActionTicket(account, action, number, recipient, until, nonce);
        String label = ActionLinks.label(action, Texts.in(message.language()));
        return Optional.of(new Link(action, label, base + "/act/" + signer.sign(ticket)));
    }

    /** Returns where the links lead, without what makes them secret. */
    @Override
    public String toString() {
        return "links to " + base + "/act/";
    }
}
