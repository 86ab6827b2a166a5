package dev.unitracker.testkit;

import dev.unitracker.notice.Message;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.spi.Notifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Notifiers that each break one promise; the contract is run against them to see that it notices. */
final class BrokenNotifiers {

    private BrokenNotifiers() {}

    /** A good one, of which each other one changes something. */
    static class Good extends FallibleNotifierContract implements Notifier {
        private final Map<String, String> arrived = new TreeMap<>();
        boolean broken;

        @Override
        protected Notifier notifier() {
            return this;
        }

        @Override
        protected String arrived(String recipient) {
            return arrived.getOrDefault(recipient, "");
        }

        @Override
        protected void breaks() {
            broken = true;
        }

        @Override
        protected void recovers() {
            broken = false;
        }

        @Override
        public String name() {
            return "good";
        }

        @Override
        public List<String> recipients() {
            return List.of("ana", "luis");
        }

        @Override
        public void send(Message message, String recipient) {
            if (broken) {
                throw new IllegalStateException("on purpose");
            }
            arrives(message.text(), recipient);
        }

        final void arrives(String text, String recipient) {
            arrived.merge(recipient, text, (one, other) -> one + "\n" + other);
        }
    }

    static class CutsLongTexts extends Good {
        @Override
        protected String arrived(String recipient) {
            String all = super.arrived(recipient);
            return all.substring(0, Math.min(all.length(), 4096));
        }
    }

    static class LeavesTheMarkupIn extends Good {
        @Override
        protected String arrived(String recipient) {
            return super.arrived(recipient).replace("&", "&amp;").replace("<", "&lt;");
        }
    }

    static class KnowsOnlyLatinLetters extends Good {
        @Override
        protected String arrived(String recipient) {
            return super.arrived(recipient).replaceAll("[^\\x00-\\xFF]", "?");
        }
    }

    static class TellsEverybody extends Good {
        @Override
        public void send(Message message, String recipient) {
            recipients().forEach(each -> super.send(message, each));
        }
    }

    static class TellsTheFirstOnly extends Good {
        @Override
        public void send(Message message, String recipient) {
            super.send(message, recipients().get(0));
        }
    }

    static class SaysNothingOfFailures extends Good {
        @Override
        public void send(Message message, String recipient) {
            if (!broken) {
                super.send(message, recipient);
            }
        }
    }

    static class SendsAndFails extends Good {
        @Override
        public void send(Message message, String recipient) {
            arrives(message.text(), recipient);
            if (broken) {
                throw new IllegalStateException("on purpose");
            }
        }
    }

    static class StaysBroken extends Good {
        @Override
        protected void recovers() {
            // It does not.
        }
    }

    static class LosesItsRecipients extends Good {
        @Override
        public List<String> recipients() {
            return broken ? List.of() : super.recipients();
        }
    }

    static class ChangesItsName extends Good {
        private final List<String> names = new ArrayList<>();

        @Override
        public String name() {
            names.add("name");
            return "channel-" + names.size();
        }
    }

    static class ShowsTheHeadingOnly extends Good {
        @Override
        public void send(Message message, String recipient) {
            arrives(message.lines().get(0).text(), recipient);
        }
    }

    static class DropsLinks extends Good {
        @Override
        public void send(Message message, String recipient) {
            super.send(withLinks(message, line -> null), recipient);
        }
    }

    static class LeadsToTheFirstLinkOnly extends Good {
        @Override
        public void send(Message message, String recipient) {
            String first = message.lines().get(0).link();
            super.send(withLinks(message, line -> line.link() == null ? null : first), recipient);
        }
    }

    static class PutsTheLastLineFirst extends Good {
        @Override
        public void send(Message message, String recipient) {
            List<Line> lines = new ArrayList<>(message.lines());
            lines.add(0, lines.remove(lines.size() - 1));
            super.send(with(message, lines), recipient);
        }
    }

    static class SendsTheEndOfLongMessagesFirst extends Good {
        private static final int LONG = 100;

        @Override
        public void send(Message message, String recipient) {
            List<Line> lines = message.lines();
            if (lines.size() > LONG) {
                super.send(with(message, lines.subList(LONG, lines.size())), recipient);
                super.send(with(message, lines.subList(0, LONG)), recipient);
            } else {
                super.send(message, recipient);
            }
        }
    }

    private static Message withLinks(Message message, Function<Line, @Nullable String> link) {
        return with(
                message,
                message.lines().stream()
                        .map(line -> new Line(line.style(), line.text(), link.apply(line)))
                        .toList());
    }

    private static Message with(Message message, List<Line> lines) {
        return new Message(
                message.key(), message.language(), message.kind(), message.severity(), lines, message.about());
    }
}
