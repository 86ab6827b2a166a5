package dev.unitracker.example;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server on this machine that keeps what it gets, or refuses each login and repeats what was said at it. */
final class MailHost implements AutoCloseable {

    private final ServerSocket door;
    private final boolean refuses;
    private final List<String> letters = new CopyOnWriteArrayList<>();
    private final List<String> logins = new CopyOnWriteArrayList<>();

    private MailHost(boolean refuses) {
        this.refuses = refuses;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread serving = new Thread(this::serve, "mail host");
        serving.setDaemon(true);
        serving.start();
    }

    /** Starts one that takes what comes. */
    static MailHost taking() {
        return new MailHost(false);
    }

    /** Starts one that knows nobody. */
    static MailHost refusing() {
        return new MailHost(true);
    }

    /** Returns its address as a setting has it. */
    String url(String user, String password) {
        return "smtp://" + user + ":" + password + "@127.0.0.1:" + door.getLocalPort() + "?encryption=none";
    }

    /** Returns the mails as they came. */
    List<String> letters() {
        return List.copyOf(letters);
    }

    /** Returns what was said to log in. */
    List<String> logins() {
        return List.copyOf(logins);
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket socket = door.accept()) {
                talk(socket);
            } catch (IOException e) {
                // Whoever spoke went away, or it is over.
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        say(socket, "220 here");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("EHLO")) {
                say(socket, "250-here\r\n250 AUTH PLAIN");
            } else if (line.startsWith("AUTH")) {
                logins.add(line);
                say(socket, refuses ? "535 5.7.8 nobody is called " + line : "235 welcome");
            } else if (line.equals("DATA")) {
                say(socket, "354 go on");
                letters.add(letter(in));
                say(socket, "250 taken");
            } else {
                say(socket, line.startsWith("QUIT") ? "221 bye" : "250 well");
            }
        }
    }

    private static String letter(BufferedReader in) throws IOException {
        StringBuilder letter = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            letter.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
        }
        return letter.toString();
    }

    private static void say(Socket socket, String words) throws IOException {
        socket.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
