/** Keeps answers in a bucket of Amazon S3 or of a server like it. */
@SuppressWarnings("module") // The name of what it speaks to ends with a digit.
module dev.unitracker.store.s3 {
    requires static transitive org.jspecify;
    requires software.amazon.awssdk.auth;
    requires software.amazon.awssdk.awscore;
    requires software.amazon.awssdk.checksums;
    requires software.amazon.awssdk.core;
    requires software.amazon.awssdk.http;
    requires software.amazon.awssdk.http.urlconnection;
    requires software.amazon.awssdk.regions;
    requires software.amazon.awssdk.services.s3;
    requires software.amazon.awssdk.utils;
    requires transitive dev.unitracker;

    exports dev.unitracker.store.s3;
}
