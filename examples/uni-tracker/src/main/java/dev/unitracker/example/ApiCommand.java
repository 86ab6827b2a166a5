package dev.unitracker.example;

import picocli.CommandLine.Command;

/** Answers over HTTP and leaves the looks to workers. */
@Command(
        name = "api",
        description = {
            "Answers over HTTP what is known of all accounts, until it is interrupted (Ctrl-C). It looks when it is asked to;"
                    + " again and again looks a worker."
        },
        footer = {"", "The settings are those of serve."})
final class ApiCommand extends ServeCommand {

    ApiCommand(Console console, Surroundings surroundings) {
        super(console, surroundings, false);
    }
}
