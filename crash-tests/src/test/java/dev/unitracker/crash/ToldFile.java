package dev.unitracker.crash;

import dev.unitracker.model.Change;
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

/** Tells by writing a line for each change to a file, which stays written whatever happens next. */
record ToldFile(Path file, KillPoints points) implements Notifier {

    @Override
    public String name() {
        return "told-file";
    }

    @Override
    public void tell(List<Change> changes) {
        List<String> lines = changes.stream().map(ToldFile::line).toList();
        int half = lines.size() / 2;
        points.tells(lines);
        points.pass("before telling");
        append(lines.subList(0, half));
        points.pass("in the middle of telling");
        append(lines.subList(half, lines.size()));
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

    private static String line(Change change) {
        return change.number() + " " + change.kind() + " " + change.item();
    }

    private void append(List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        String text = String.join("\n", lines) + "\n";
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
