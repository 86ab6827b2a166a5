/** Makes JSON out of what the library says: one class for each kind of thing; pure. What each field means is in the server's OpenAPI document. */
@NullMarked
package dev.unitracker.example.server.answer;

import org.jspecify.annotations.NullMarked;
