package dev.unitracker.s3.server;

import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The server's process. It says when it is up, and ends when whoever started it closes its standard input or is gone. */
final class S3ServerProcess {

    /** What it says when it is up; the port follows. */
    static final String UP = "the S3 server listens on port ";

    private S3ServerProcess() {}

    /**
     * Runs the server until the end of standard input.
     *
     * @param arguments the access key and its secret
     */
    public static void main(String[] arguments) throws Exception {
        int port = freePort();
        start(port, arguments[0], arguments[1]);
        System.out.println(UP + port);
        System.out.flush();
        int read = System.in.read();
        System.exit(read < 0 ? 0 : 1);
    }

    private static void start(int port, String accessKey, String secret) throws Exception {
        Properties settings = new Properties();
        settings.setProperty("s3proxy.endpoint", "http://127.0.0.1:" + port);
        settings.setProperty("s3proxy.authorization", "aws-v2-or-v4");
        settings.setProperty("s3proxy.identity", accessKey);
        settings.setProperty("s3proxy.credential", secret);
        settings.setProperty("jclouds.provider", "transient-nio2");
        Path file = Files.createTempFile("s3-server", ".properties");
        try {
            try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.ISO_8859_1)) {
                settings.store(writer, null);
            }
            org.gaul.s3proxy.Main.main(new String[] {"--properties", file.toString()});
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** The server does not say which port it took, so it is given one. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
