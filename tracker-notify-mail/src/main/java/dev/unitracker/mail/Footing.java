package dev.unitracker.mail;

import dev.unitracker.action.ActionLinks;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Message;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What stands below what a mail says.
 *
 * @param actions what can be answered
 * @param unsubscribe where a recipient says that no more is wanted
 */
record Footing(ActionLinks actions, Function<String, Optional<URI>> unsubscribe) {

    /**
     * A link below a mail.
     *
     * @param label what it is called
     * @param url where it leads; a secret of the recipient
     */
    record Foot(String label, String url) {
        @Override
        public String toString() {
            return label;
        }
    }

    /** Returns where a recipient leaves by one click, which must be where nobody reads it on the way (RFC 8058). */
    Optional<URI> leaving(String recipient) {
        return unsubscribe.apply(recipient).filter(url -> "https".equalsIgnoreCase(url.getScheme()));
    }

    /** Returns the links in their order; empty if there are none. */
    List<Foot> of(Message message, String recipient) {
        List<Foot> below = new ArrayList<>();
        actions.of(message, new Delivery.Address(MailNotifier.NAME, recipient))
                .forEach(link -> below.add(new Foot(link.label(), link.url())));
        leaving(recipient)
                .ifPresent(url -> below.add(new Foot(
                        MailNotifier.words(message.language()).text("mail.unsubscribe"), url.toASCIIString())));
        return below;
    }
}
