/**
 * How adapters ask servers over HTTP. {@link dev.unitracker.http.HttpDoor} asks; the rest is what it takes and returns. It
 * knows no adapter and nothing of the tracker.
 */
@NullMarked
package dev.unitracker.http;

import org.jspecify.annotations.NullMarked;
