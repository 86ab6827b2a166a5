package dev.unitracker.custom.notifier;

import dev.unitracker.spi.Notifier;
import dev.unitracker.testkit.FallibleNotifierContract;
import org.junit.jupiter.api.AutoClose;

class MatrixRoomContractTest extends FallibleNotifierContract {

    @AutoClose
    private final MatrixServer server = new MatrixServer();

    private final Notifier notifier = MatrixRoom.at(server.url(), MatrixServer.ROOM, MatrixServer.TOKEN);

    @Override
    protected Notifier notifier() {
        return notifier;
    }

    @Override
    protected String arrived(String recipient) {
        return server.text();
    }

    @Override
    protected void breaks() {
        server.answers(502);
    }

    @Override
    protected void recovers() {
        server.answers(200);
    }
}
