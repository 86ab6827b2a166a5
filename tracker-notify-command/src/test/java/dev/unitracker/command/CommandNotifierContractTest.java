package dev.unitracker.command;

import dev.unitracker.spi.Notifier;
import dev.unitracker.testkit.FallibleNotifierContract;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class CommandNotifierContractTest extends FallibleNotifierContract {

    @TempDir
    private Path folder = Path.of("");

    private Script script = new Script(folder);
    private Notifier notifier = CommandNotifier.running("true").build();

    @BeforeEach
    void a_program_that_appends_what_it_is_told_to_the_file_of_its_recipient() {
        script = new Script(folder);
        String program =
                script.saying("test -e \"$INBOX/broken\" && exit 1", "cat >> \"$INBOX/$UNI_TRACKER_RECIPIENT\"");
        notifier = CommandNotifier.running(program)
                .environment("INBOX", folder.toString())
                .to("ana", "juan")
                .build();
    }

    @Override
    protected Notifier notifier() {
        return notifier;
    }

    @Override
    protected String arrived(String recipient) {
        return script.file(recipient);
    }

    @Override
    protected void breaks() {
        script.write("broken");
    }

    @Override
    protected void recovers() {
        script.delete("broken");
    }
}
