/** An S3 server for tests; {@link dev.unitracker.s3.server.S3Server} starts it. */
@NullMarked
package dev.unitracker.s3.server;

import org.jspecify.annotations.NullMarked;
