package dev.unitracker.telegram;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** What can be asked of the bot by writing to it. */
enum Command {
    DIGEST(24, 24 * 31),
    RISKS(14, 14),
    DEADLINES(14, 365),
    CHANGES(24, 24 * 31),
    /** The number is that of a change of the item. */
    DONE(0, Long.MAX_VALUE),
    HELP(0, 0),
    START(0, 0);

    /** How many of its unit it is about, unless somebody says so. */
    private final long usual;

    private final long most;

    Command(long usual, long most) {
        this.usual = usual;
        this.most = most;
    }

    /**
     * A command as it was written.
     *
     * @param command what is asked
     * @param written all that was written
     * @param number how many hours or days, or the number of what is done; 0 if that cannot be understood
     */
    record Asked(Command command, String written, long number) {}

    /**
     * Reads what was written in a chat; empty if it asks for nothing. What is not known asks for help, unless it was written
     * in a group and does not name this bot: then it was said to somebody else.
     *
     * @param botName asked for the bot's name if a command is addressed to one
     */
    static Optional<Asked> read(Update update, Supplier<String> botName) {
        String text = update.text().strip();
        if (text.isEmpty() || !(text.startsWith("/") || update.direct())) {
            return Optional.empty();
        }
        String[] words = text.split("\\s+", 3);
        // In a group a command may be addressed, as in /help@name_bot; a bot that is an administrator, or that sees all
        // messages, gets those of others too (https://core.telegram.org/bots/features#privacy-mode).
        String[] called = words[0].split("@", 2);
        boolean addressed = called.length == 2;
        if (addressed && !called[1].equalsIgnoreCase(botName.get())) {
            return Optional.empty();
        }
        Optional<Command> known = Arrays.stream(values())
                .filter(command -> called[0].toLowerCase(Locale.ROOT).equals(command.word()))
                .findFirst();
        return known.or(() -> addressed || update.direct() ? Optional.of(HELP) : Optional.empty())
                .map(command -> new Asked(command, text, command.number(words)));
    }

    /** Returns how it is written, for example {@code /help}. */
    String word() {
        return "/" + name().toLowerCase(Locale.ROOT);
    }

    private long number(String[] words) {
        if (words.length == 1 || most == usual) {
            return usual;
        }
        String digits = words[1].startsWith("#") ? words[1].substring(1) : words[1];
        boolean number = words.length == 2 && digits.matches("[0-9]{1,18}");
        long value = number ? Long.parseLong(digits) : 0;
        return value <= most ? value : 0;
    }
}
