package dev.unitracker.documents;

import dev.unitracker.documents.Extraction.Failure;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Finds PDF streams that would fill the memory when they are unfolded, which a PDF reader does without a limit. */
final class UnfoldedSize {
    private static final byte[] KEYWORD = "stream".getBytes(StandardCharsets.US_ASCII);
    // Readers skip the two bytes of a compressed stream's header without looking at them, and so it is done here.
    private static final int HEADER = 2;

    private UnfoldedSize() {}

    static void check(byte[] pdf, long limit) throws IOException {
        byte[] scratch = new byte[1 << 16];
        Inflater inflater = new Inflater(true);
        try {
            for (int i = 0; i < pdf.length - KEYWORD.length; i++) {
                int start = pdf[i] == 's' ? streamStart(pdf, i) : -1;
                if (start >= 0) {
                    inflater.reset();
                    inflater.setInput(pdf, start, pdf.length - start);
                    check(inflater, scratch, limit);
                }
            }
        } finally {
            inflater.end();
        }
    }

    private static int streamStart(byte[] pdf, int index) {
        for (int i = 0; i < KEYWORD.length; i++) {
            if (pdf[index + i] != KEYWORD[i]) {
                return -1;
            }
        }
        int start = index + KEYWORD.length;
        while (start < pdf.length && (pdf[start] == '\r' || pdf[start] == '\n' || pdf[start] == ' ')) {
            start++;
        }
        boolean end = index > 0 && pdf[index - 1] == 'd';
        return end || start + HEADER >= pdf.length ? -1 : start + HEADER;
    }

    private static void check(Inflater inflater, byte[] scratch, long limit) throws IOException {
        try {
            while (inflater.inflate(scratch) > 0) {
                if (inflater.getBytesWritten() > limit) {
                    throw new UnreadableException(Failure.TOO_BIG, "a part of the PDF unfolds without end");
                }
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("the time for reading the PDF is over");
                }
            }
        } catch (DataFormatException e) {
            // Not a compressed stream, or a damaged one: the reader will find out.
            return;
        }
    }
}
