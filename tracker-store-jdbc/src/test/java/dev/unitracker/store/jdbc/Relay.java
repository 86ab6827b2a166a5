package dev.unitracker.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes on what is said to a server and back, until it falls silent: connections stay open, and nobody answers. */
final class Relay implements AutoCloseable {

    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ServerSocket door;
    private final int port;
    private volatile boolean silent;

    private Relay(ServerSocket door, int port) {
        this.door = door;
        this.port = port;
    }

    /** Starts one before a port of this machine. */
    static Relay before(int port) {
        try {
            Relay relay = new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
            inBackground(relay::welcome);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /** Passes nothing on any more, or again what comes from now on. */
    void silent(boolean now) {
        silent = now;
    }

    private void welcome() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
                sockets.addAll(List.of(client, server));
                inBackground(() -> pass(client, server));
                inBackground(() -> pass(server, client));
            }
        } catch (IOException e) {
            // It is closed.
        }
    }

    private void pass(Socket from, Socket to) {
        try (InputStream said = from.getInputStream();
                OutputStream heard = to.getOutputStream()) {
            byte[] some = new byte[8192];
            for (int length = said.read(some); length >= 0; length = said.read(some)) {
                if (!silent) {
                    heard.write(some, 0, length);
                }
            }
        } catch (IOException e) {
            // One side is gone.
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
