package dev.unitracker.action;

import dev.unitracker.notice.Delivery.Address;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.Message.Action;
import dev.unitracker.words.Texts;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a recipient can answer to a message, as links. A notifier whose channel has no buttons of its own takes one of
 * these in its builder and shows the links below the message. Safe for use by several threads.
 */
@FunctionalInterface
public interface ActionLinks {

    /**
     * A link below a message.
     *
     * @param action what following it does
     * @param label what it is called, in the message's language
     * @param url an absolute address of the web. For all actions but {@link Action#OPEN} it is a secret of the recipient:
     *     whoever has it can answer in the recipient's name
     */
    record Link(Action action, String label, String url) {

        /** Null is refused. */
        public Link {
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(url, "url");
        }

        /** Returns the action and the label, without the address. */
        @Override
        public String toString() {
            return action + " " + label;
        }
    }

    /**
     * Returns the links of a message, in the order in which its actions are to be shown. It asks nobody and never fails.
     *
     * @param recipient to whom the message is sent; whoever follows a link answers in this recipient's name
     * @return at most one for each of the message's actions; empty if there is nothing to follow
     */
    List<Link> of(Message message, Address recipient);

    /** Returns what needs no host: the link that opens what a message is about, if it has one, and nothing to answer. */
    static ActionLinks openingOnly() {
        return (message, recipient) -> opening(message).stream().toList();
    }

    /** Returns the link that opens what a message is about; empty if it has none, or none that leads into the web. */
    static Optional<Link> opening(Message message) {
        Message.Subject about = message.about();
        if (about == null || !about.actions().contains(Action.OPEN)) {
            return Optional.empty();
        }
        return webAddress(about.url())
                .map(url -> new Link(Action.OPEN, label(Action.OPEN, Texts.in(message.language())), url));
    }

    /** Returns what an action is called where it can be chosen, for example on a button. */
    static String label(Action action, Texts words) {
        return words.text("button." + action.name().toLowerCase(Locale.ROOT));
    }

    private static Optional<String> webAddress(@Nullable String url) {
        if (url == null) {
            return Optional.empty();
        }
        try {
            URI parsed = new URI(url);
            boolean web = "https".equalsIgnoreCase(parsed.getScheme()) || "http".equalsIgnoreCase(parsed.getScheme());
            return web && parsed.getHost() != null ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
