package dev.unitracker.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.Response;
import okio.BufferedSource;
import okio.ByteString;

/** Writes the body of an answer to a file. A file that cannot be written is no fault of the server, and told apart. */
final class SavedBody {

    private static final int HEAD = 1024;
    private static final int BUFFER = 64 * 1024;

    private SavedBody() {}

    /**
     * Writes the body.
     *
     * @return its first kilobyte
     * @throws TooLargeException if it has more bytes than it may
     * @throws UncheckedIOException if the file cannot be written
     */
    static ByteString write(Response response, Path target, long largest) throws IOException {
        BufferedSource body = response.body().source();
        body.request(HEAD);
        ByteString head =
                body.peek().readByteString(Math.min(HEAD, body.getBuffer().size()));
        OutputStream file = opened(target);
        try {
            copy(body, file, largest);
        } finally {
            close(file);
        }
        return head;
    }

    private static void copy(BufferedSource body, OutputStream file, long largest) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = largest;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            left -= read;
            if (left < 0) {
                throw new TooLargeException(largest);
            }
            write(file, buffer, read);
        }
    }

    private static OutputStream opened(Path target) {
        try {
            return Files.newOutputStream(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(OutputStream file, byte[] bytes, int count) {
        try {
            file.write(bytes, 0, count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(OutputStream file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
