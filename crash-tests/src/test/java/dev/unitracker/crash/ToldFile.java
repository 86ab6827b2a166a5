package dev.unitracker.crash;

import dev.unitracker.notice.Message;
import dev.unitracker.spi.Notifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Tells by writing the key of each message to a file, which stays written whatever happens next. */
record ToldFile(Path file, KillPoints points) implements Notifier {

    @Override
    public String name() {
        return "told-file";
    }

    @Override
    public void send(Message message, String recipient) {
        points.tells(message.key());
        points.pass("before telling");
        append(message.key());
        points.pass("after telling");
    }

    /** Returns what was told, in the order in which it was. */
    static List<String> read(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(String key) {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap((key + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
