package dev.unitracker.store.s3;

import dev.unitracker.s3.server.S3Server;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The bucket of this JVM's tests, each of which has a prefix of its own. */
final class TestBucket {

    private static final class Shared {
        static final String NAME = S3Server.shared().newBucket();
        static final S3Client CLIENT = S3Server.shared().client();
    }

    private TestBucket() {}

    /** Returns a prefix under which there is nothing yet. */
    static String newPrefix() {
        return "test-" + UUID.randomUUID();
    }

    /** Returns how to open the bucket under a prefix. */
    static S3ArtifactStoreBuilder at(String prefix) {
        return on(Shared.NAME).prefix(prefix);
    }

    /** Returns how to open any bucket of the server. */
    static S3ArtifactStoreBuilder on(String bucket) {
        S3Server server = S3Server.shared();
        return S3ArtifactStore.in(bucket).endpoint(server.endpoint()).credentials(server.accessKey(), server.secret());
    }

    /** Writes an object behind the store's back. */
    static void put(String key, byte[] content) {
        Shared.CLIENT.putObject(request -> request.bucket(Shared.NAME).key(key), RequestBody.fromBytes(content));
    }

    /** Returns the keys of all objects that begin with a prefix. */
    static List<String> keys(String prefix) {
        return Shared.CLIENT
                .listObjectsV2(request -> request.bucket(Shared.NAME).prefix(prefix))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }
}
