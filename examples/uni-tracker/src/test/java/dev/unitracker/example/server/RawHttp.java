package dev.unitracker.example.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Sends bytes over a socket as they are, so that also what no client would send is sent. */
public final class RawHttp {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int PATIENCE = 60_000;
    private static final String END = "\r\n";

    private final int port;

    private RawHttp(int port) {
        this.port = port;
    }

    /** Returns one that asks the server at a port of this machine. */
    public static RawHttp at(int port) {
        return new RawHttp(port);
    }

    /**
     * What came back.
     *
     * @param status the status
     * @param headers the lines of the head after the first
     * @param body the body, unzipped
     */
    public record Answered(int status, List<String> headers, String body) {

        /** Returns the first header of a name; empty if there is none. */
        public Optional<String> header(String name) {
            String begin = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(begin))
                    .map(line -> line.substring(begin.length()).strip())
                    .findFirst();
        }

        /** Returns the body, which must be JSON. */
        public JsonNode json() {
            try {
                return MAPPER.readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError("no JSON (" + status + "): " + body, e);
            }
        }

        /** Returns a text within the body by its path, for example {@code /0/title}. */
        public String text(String pointer) {
            return json().at(pointer).asText();
        }
    }

    /** Asks for a path, with more headers. */
    public Answered ask(String method, String path, String... headers) {
        StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1" + END);
        request.append("Host: 127.0.0.1:")
                .append(port)
                .append(END)
                .append("Connection: close")
                .append(END);
        for (String header : headers) {
            request.append(header).append(END);
        }
        return send(request.append(END).toString());
    }

    /** Sends some text, a byte for each of its characters, and reads until the server ends. */
    public Answered send(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            write(socket, request.getBytes(StandardCharsets.ISO_8859_1));
            return parsed(all(socket.getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server that has read enough answers and hangs up. */
    private static void write(Socket socket, byte[] request) {
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // What was answered before may still be read.
        }
    }

    private static byte[] all(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] some = new byte[8192];
        try {
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                read.write(some, 0, count);
            }
        } catch (IOException e) {
            if (read.size() == 0) {
                throw e;
            }
        }
        return read.toByteArray();
    }

    private static Answered parsed(byte[] answer) throws IOException {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int head = text.indexOf(END + END);
        if (head < 0) {
            throw new AssertionError("no answer of HTTP: '" + text + "'");
        }
        List<String> lines = new ArrayList<>(List.of(text.substring(0, head).split(END, -1)));
        int status = Integer.parseInt(lines.remove(0).split(" ", 3)[1]);
        Answered plain = new Answered(status, lines, "");
        byte[] body = text.substring(head + 2 * END.length()).getBytes(StandardCharsets.ISO_8859_1);
        if (plain.header("Transfer-Encoding").filter("chunked"::equals).isPresent()) {
            body = unchunked(body);
        }
        if (plain.header("Content-Encoding").filter("gzip"::equals).isPresent()) {
            body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
        }
        return new Answered(status, List.copyOf(lines), new String(body, StandardCharsets.UTF_8));
    }

    private static byte[] unchunked(byte[] chunked) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        String text = new String(chunked, StandardCharsets.ISO_8859_1);
        int at = 0;
        while (true) {
            int end = text.indexOf(END, at);
            int length = Integer.parseInt(text.substring(at, end), 16);
            if (length == 0) {
                return whole.toByteArray();
            }
            whole.write(chunked, end + END.length(), length);
            at = end + 2 * END.length() + length;
        }
    }
}
