/** What is counted and measured, as Prometheus reads it. It knows no account by name. */
@NullMarked
package dev.unitracker.example.metrics;

import org.jspecify.annotations.NullMarked;
