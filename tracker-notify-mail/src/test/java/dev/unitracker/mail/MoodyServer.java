package dev.unitracker.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server that answers what a test says, and keeps what it was told. */
final class MoodyServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final @Nullable SSLContext identity;
    private final boolean fromTheFirstByteOn;
    private volatile boolean silent;
    private volatile boolean dripping;

    MoodyServer() {
        this(null);
    }

    /** Makes a server that can encrypt by STARTTLS. */
    MoodyServer(@Nullable SSLContext identity) {
        this(identity, false);
    }

    private MoodyServer(@Nullable SSLContext identity, boolean fromTheFirstByteOn) {
        this.identity = identity;
        this.fromTheFirstByteOn = fromTheFirstByteOn;
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** Makes a server that says nothing in the clear. */
    static MoodyServer encrypted(SSLContext identity) {
        return new MoodyServer(identity, true);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Sets what it answers to a command, in place of what a server in good mood says. */
    MoodyServer answers(String command, String reply) {
        answers.put(command, reply);
        return this;
    }

    /** Lets it greet nobody. */
    void beSilent() {
        silent = true;
    }

    /** Lets it greet with a letter at a time, for ever. */
    void drip() {
        dripping = true;
    }

    /** Returns the commands that it heard, without what follows them but for the text of mails. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "moody server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket one = socket.accept();
                start(() -> serve(one));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket one) {
        try (one) {
            if (silent) {
                one.getInputStream().transferTo(OutputStream.nullOutputStream());
            } else if (dripping) {
                dripTo(one);
            } else {
                Socket line = fromTheFirstByteOn ? secure(one) : one;
                say(line, answers.getOrDefault("greeting", "220 moody"));
                talk(line);
            }
        } catch (IOException e) {
            // Whoever was there has left.
        }
    }

    /** It waits for nobody's answer, so only a limit on the whole ends it. */
    private static void dripTo(Socket one) throws IOException {
        one.setSoTimeout(50);
        InputStream in = one.getInputStream();
        while (true) {
            one.getOutputStream().write("220-and so on\r\n".getBytes(StandardCharsets.US_ASCII));
            try {
                if (in.read() < 0) {
                    return;
                }
            } catch (SocketTimeoutException e) {
                // The next letter.
            }
        }
    }

    private void talk(Socket one) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(one.getInputStream(), StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.split("[ :]", -1)[0].toUpperCase(Locale.ROOT);
            heard.add(command.equals("AUTH") ? line : command);
            if (command.equals("STARTTLS") && identity != null) {
                say(one, "220 go on");
                talk(secure(one));
                return;
            }
            say(one, answers.getOrDefault(command, usual(command, one instanceof SSLSocket)));
            if (command.equals("DATA") && !answers.containsKey("DATA")) {
                take(in);
                say(one, answers.getOrDefault("text", "250 taken"));
            }
            if (command.equals("QUIT")) {
                return;
            }
        }
    }

    private SSLSocket secure(Socket one) throws IOException {
        SSLSocket secure = (SSLSocket)
                Objects.requireNonNull(identity).getSocketFactory().createSocket(one, "localhost", one.getPort(), true);
        secure.setUseClientMode(false);
        heard.add("encrypted");
        return secure;
    }

    private String usual(String command, boolean encrypted) {
        return switch (command) {
            case "EHLO" ->
                identity != null && !encrypted
                        ? "250-moody\r\n250-STARTTLS\r\n250 AUTH PLAIN"
                        : "250-moody\r\n250 AUTH PLAIN";
            case "AUTH" -> "235 welcome";
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            default -> "250 fine";
        };
    }

    private void take(BufferedReader in) throws IOException {
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            heard.add("> " + line);
        }
    }

    private static void say(Socket one, String reply) throws IOException {
        one.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
