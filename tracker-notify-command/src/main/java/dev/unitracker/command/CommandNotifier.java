package dev.unitracker.command;

import dev.unitracker.action.ActionLinks;
import dev.unitracker.command.Execution.Result;
import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.notice.Delivery.Address;
import dev.unitracker.notice.Message;
import dev.unitracker.spi.Notifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells people by a command of the host's choice, which gets each message on its standard input, as text in UTF-8. Safe for use
 * by several threads.
 *
 * <pre>{@code
 * CommandNotifier apprise = CommandNotifier.running("apprise", "--title={subject}", "discord://…").build();
 * }</pre>
 *
 * <p>No shell is between: a text of a source is never read as a command. In an argument, {@code {subject}} stands for what the
 * message is about, in one line; {@code {recipient}}, {@code {language}}, {@code {kind}}, {@code {severity}}, {@code {url}} and
 * {@code {id}} (the same if the same message comes again) stand for the rest. The environment has the same as
 * {@code UNI_TRACKER_SUBJECT} and so on, in the machine's encoding as far as that goes; of this process's own variables only
 * harmless ones are handed on, so that no secret is.
 *
 * <p>Exit status 0 means that the message was sent. Any other means that it was not: it is tried again later. A command that takes
 * too long is ended, with all that it started; since it may have sent the message before, that may come twice. Of what it prints the
 * last line is kept, for the words of a failure, without its arguments that hold an address.
 */
public final class CommandNotifier implements Notifier {

    private static final String NAME = "command";
    private static final int LONGEST_WORDS = 200;

    private final List<String> command;
    private final List<String> recipients;
    private final Map<String, String> environment;
    private final ActionLinks actions;
    private final Duration limit;
    private final Concealed concealed;

    private CommandNotifier(Builder settings) {
        this.command = settings.command;
        this.recipients = settings.recipients.isEmpty() ? List.of("") : List.copyOf(settings.recipients);
        this.environment = Map.copyOf(settings.environment);
        this.actions = settings.actions;
        this.limit = settings.limit;
        this.concealed = Concealed.of(command, environment.values());
    }

    /**
     * Starts building a notifier.
     *
     * @param command the program, by its path or as it is found by {@code PATH}, and its arguments
     * @throws SettingsException if there is no program, if it is to be chosen by what a message says, or if an argument has a place
     *     for something that no message has
     */
    public static Builder running(String... command) {
        return new Builder(List.of(command));
    }

    /** Returns {@code command}. */
    @Override
    public String name() {
        return NAME;
    }

    /** Returns the recipients in the order in which they were given; one without a name if none was. */
    @Override
    public List<String> recipients() {
        return recipients;
    }

    /**
     * {@inheritDoc}
     *
     * @throws NotDeliveredException for now if the command cannot be started, does not end in time or says that it failed
     * @throws IllegalArgumentException if the recipient is none of those that it was built with
     */
    @Override
    public void send(Message message, String recipient) {
        if (!recipients.contains(recipient)) {
            throw new IllegalArgumentException("not a recipient of this notifier: " + recipient);
        }
        Fields fields = Fields.of(message, recipient);
        try {
            check(new Execution(process(fields), limit).on(text(message, recipient)));
        } catch (IOException e) {
            // What it says holds the arguments.
            throw NotDeliveredException.forNow(program() + " could not be started; is it there?", null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NotDeliveredException.forNow(program() + " was ended, because this process ends", null);
        }
    }

    private ProcessBuilder process(Fields fields) {
        ProcessBuilder process =
                new ProcessBuilder(command.stream().map(fields::in).toList());
        Map<String, String> variables = process.environment();
        variables.keySet().retainAll(Inherited.NAMES);
        Inherited.complete(variables);
        variables.putAll(environment);
        fields.into(variables);
        return process;
    }

    private byte[] text(Message message, String recipient) {
        StringBuilder text = new StringBuilder(message.text()).append('\n');
        for (ActionLinks.Link link : actions.of(message, new Address(NAME, recipient))) {
            text.append('\n')
                    .append(link.label())
                    .append(": ")
                    .append(link.url())
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void check(Result result) {
        String said = concealed.in(result.lastLine());
        String end = said.isEmpty() ? "" : ": " + said.substring(0, Math.min(said.length(), LONGEST_WORDS));
        if (!result.ended()) {
            throw NotDeliveredException.forNow(
                    program() + " took longer than " + limit.toSeconds() + " s and was ended" + end, null);
        }
        if (result.status() != 0) {
            throw NotDeliveredException.forNow(program() + " ended with status " + result.status() + end, null);
        }
    }

    /** Where it lies, and its arguments, are left out. */
    private String program() {
        return String.valueOf(Path.of(command.get(0)).getFileName());
    }

    /** Returns the name of the program and the recipients, without the arguments, which may hold secrets. */
    @Override
    public String toString() {
        return "command " + program() + " to " + recipients;
    }

    /** Settings of a notifier. Each method checks at once. Not for use by several threads. */
    public static final class Builder {

        private static final Pattern VARIABLE = Pattern.compile("^[A-Za-z_][A-Za-z0-9_]{0,200}$");

        /** What was taken to be sent belongs to whoever sends it for five minutes. */
        private static final Duration LONGEST = Duration.ofMinutes(4);

        private final List<String> command;
        private final Set<String> recipients = new LinkedHashSet<>();
        private final Map<String, String> environment = new LinkedHashMap<>();
        private ActionLinks actions = ActionLinks.openingOnly();
        private Duration limit = Duration.ofSeconds(30);

        private Builder(List<String> command) {
            if (command.isEmpty() || command.get(0).isBlank()) {
                throw new SettingsException("command is missing: set a program and its arguments");
            }
            if (Fields.hasPlace(command.get(0))) {
                throw SettingsException.wrongSecret("command", "its program must be the same for every message");
            }
            for (String argument : command) {
                Fields.unknown(argument).ifPresent(name -> {
                    throw SettingsException.wrong("command", "{" + name + "}", "there are " + Fields.known());
                });
                if (argument.indexOf('\0') >= 0) {
                    throw SettingsException.wrongSecret("command", "no argument may have a NUL");
                }
            }
            this.command = new ArrayList<>(command);
        }

        /** Adds recipients, by names that the command understands. Default: one without a name. */
        public Builder to(String... names) {
            recipients.addAll(List.of(names));
            return this;
        }

        /**
         * Sets a variable of the command's environment, for example a secret. Default: none but harmless ones of this process.
         *
         * @throws SettingsException if the name cannot be one, or the value has a NUL
         */
        public Builder environment(String name, String value) {
            if (!VARIABLE.matcher(name).matches() || value.indexOf('\0') >= 0) {
                throw SettingsException.wrongSecret("environment", "a name has letters, digits and _, a value no NUL");
            }
            environment.put(name, value);
            return this;
        }

        /** Sets the links by which a recipient answers; they follow the text. Default: only the one that opens what it is about. */
        public Builder links(ActionLinks links) {
            actions = Objects.requireNonNull(links, "links");
            return this;
        }

        /**
         * Sets how long the command may take. Default: thirty seconds.
         *
         * @param time more than zero, at most four minutes
         * @throws SettingsException if it is not
         */
        public Builder timeout(Duration time) {
            if (time.isZero() || time.isNegative() || time.compareTo(LONGEST) > 0) {
                throw SettingsException.wrong("timeout", time, "it must be more than zero and at most " + LONGEST);
            }
            limit = time;
            return this;
        }

        /** Builds the notifier. Nothing is started yet. */
        public CommandNotifier build() {
            return new CommandNotifier(this);
        }
    }
}
