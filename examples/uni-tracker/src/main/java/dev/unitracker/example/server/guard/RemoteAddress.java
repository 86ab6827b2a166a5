package dev.unitracker.example.server.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** By what somebody is known who says nothing of himself. Pure. */
final class RemoteAddress {

    private static final int NET = 8;
    private static final int LONGEST = 45;

    private RemoteAddress() {}

    /**
     * Returns it.
     *
     * @param peer the address that the request came from
     * @param forwarded what the server before this one says of where it had it from, if that server is on this machine; else null
     */
    static String of(String peer, @Nullable String forwarded) {
        if (forwarded == null) {
            return net(peer);
        }
        // Whoever asks may write more before it; what stands last the server before this one has seen.
        String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return last.isEmpty() || last.length() > LONGEST ? net(peer) : net(last);
    }

    /** Whoever has an address of version 6 has as many as he likes that begin with the same eight bytes. */
    private static String net(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NET)));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
