package dev.unitracker.documents;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadView;

/** A document in memory that cannot be read any more by a thread that was interrupted. */
final class InterruptibleBytes extends RandomAccessReadBuffer {
    InterruptibleBytes(byte[] bytes) {
        super(bytes);
    }

    @Override
    public int read() throws IOException {
        checkTime();
        return super.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        checkTime();
        return super.read(target, offset, length);
    }

    // The buffer's own view would read a copy, past the check above.
    @Override
    public RandomAccessReadView createView(long startPosition, long streamLength) {
        return new RandomAccessReadView(this, startPosition, streamLength);
    }

    private static void checkTime() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("the time for reading the PDF is over");
        }
    }
}
