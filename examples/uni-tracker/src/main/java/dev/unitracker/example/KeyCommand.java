package dev.unitracker.example;

import dev.unitracker.example.account.Vault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes the key that credentials are encrypted under. */
@Command(name = "key", mixinStandardHelpOptions = true, description = "Makes the key for the credentials in the store.")
final class KeyCommand implements Runnable {

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli before the command runs.
    private CommandSpec spec;

    KeyCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what: account key new.");
    }

    @Command(
            name = "new",
            mixinStandardHelpOptions = true,
            description = {
                "Prints a new key, as a line of .env. Keep it elsewhere, too: without it the",
                "credentials in the store are lost, and backups of the store do not hold it."
            })
    int create() {
        console.line(Vault.KEY + "=" + Vault.newKey());
        return ExitStatus.COMPLETE;
    }
}
