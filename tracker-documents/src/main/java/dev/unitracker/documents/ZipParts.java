package dev.unitracker.documents;

import dev.unitracker.documents.Extraction.Failure;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The parts of a document that is a ZIP file. Reads them one by one, none further than allowed. */
final class ZipParts implements Closeable {
    private static final int MAX_ENTRIES = 5_000;
    private static final long MAX_RATIO = 200;
    // Small parts may be folded tightly; they cannot do harm.
    private static final long RATIO_FROM = 1 << 20;

    private final ZipFile zip;
    private final long limit;

    ZipParts(Path file, long limit) throws IOException {
        this.zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        this.limit = limit;
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    boolean hasFolder(String name) {
        return zip.stream().anyMatch(entry -> entry.getName().startsWith(name + "/"));
    }

    /**
     * Opens a part.
     *
     * @throws UnreadableException if it is missing or there are far too many parts; reading throws it for a part that
     *     unfolds to more than the limit or to 200 times its size
     */
    InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new UnreadableException(Failure.CORRUPT, "the part " + name + " is missing");
        }
        if (zip.size() > MAX_ENTRIES) {
            throw new UnreadableException(Failure.TOO_BIG, "the file has " + zip.size() + " parts");
        }
        long allowed = Math.min(limit, Math.max(RATIO_FROM, MAX_RATIO * entry.getCompressedSize()));
        return new Limited(zip.getInputStream(entry), allowed);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static final class Limited extends FilterInputStream {
        private long left;

        private Limited(InputStream in, long allowed) {
            super(in);
            this.left = allowed;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count(read);
            return read;
        }

        private void count(int read) throws IOException {
            left -= Math.max(read, 0);
            if (left < 0) {
                throw new UnreadableException(Failure.TOO_BIG, "a part of the file unfolds without end");
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("the time for reading the file is over");
            }
        }
    }
}
