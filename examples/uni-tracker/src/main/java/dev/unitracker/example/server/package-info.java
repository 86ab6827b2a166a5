/**
 * The HTTP server: which paths there are, how a request is read, and how it is answered or refused.
 *
 * <p>What may be asked is data: a {@link dev.unitracker.example.server.Route} says its path, its parameters and who may ask it. What
 * else answers in the same server, such as feeds, brings routes of its own ({@link dev.unitracker.example.server.ApiServer}).
 */
@NullMarked
package dev.unitracker.example.server;

import org.jspecify.annotations.NullMarked;
