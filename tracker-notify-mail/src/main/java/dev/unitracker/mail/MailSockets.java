package dev.unitracker.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/**
 * The connections of one sending. When its time is over they are closed, whatever is waited for: a server that says a
 * letter each few seconds never exceeds a limit of its own.
 */
final class MailSockets extends SocketFactory implements AutoCloseable {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "uni-tracker mail limit");
        thread.setDaemon(true);
        return thread;
    });

    private final ScheduledFuture<?> end;
    private final List<Socket> open = new ArrayList<>();
    private boolean over;

    MailSockets(Duration limit) {
        this.end = timer.schedule(this::breakOff, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Tells whether the time was over before all was done. */
    synchronized boolean isOver() {
        return over;
    }

    private synchronized void breakOff() {
        over = true;
        open.forEach(MailSockets::close);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more in any case.
        }
    }

    private synchronized Socket watched(Socket socket) {
        open.add(socket);
        if (over) {
            close(socket);
        }
        return socket;
    }

    @Override
    public Socket createSocket() {
        return watched(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw unasked();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress here, int localPort) throws IOException {
        throw unasked();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw unasked();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress here, int localPort) throws IOException {
        throw unasked();
    }

    private static IOException unasked() {
        return new IOException("a connection is made within a time, so not at once with its socket");
    }

    /** Returns a factory that encrypts connections, and has them closed with the others. */
    SSLSocketFactory encrypting(SSLSocketFactory by) {
        return new Encrypting(by);
    }

    /** Encrypts connections that are there. */
    private final class Encrypting extends SSLSocketFactory {

        private final SSLSocketFactory by;

        private Encrypting(SSLSocketFactory by) {
            this.by = by;
        }

        @Override
        public Socket createSocket(Socket connected, String host, int port, boolean closeToo) throws IOException {
            return by.createSocket(watched(connected), host, port, closeToo);
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            throw unasked();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress here, int localPort) throws IOException {
            throw unasked();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            throw unasked();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress here, int localPort) throws IOException {
            throw unasked();
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return by.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return by.getSupportedCipherSuites();
        }
    }

    @Override
    public void close() {
        end.cancel(false);
        timer.shutdownNow();
    }
}
