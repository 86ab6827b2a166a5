/**
 * Who is let in by the HTTP server: tokens and the pages that were opened with one, which names and pages a request may come by, and how
 * much somebody may ask in a minute. Tokens and sessions are kept in tables beside those of the store, as hashes.
 */
@NullMarked
package dev.unitracker.example.server.guard;

import org.jspecify.annotations.NullMarked;
