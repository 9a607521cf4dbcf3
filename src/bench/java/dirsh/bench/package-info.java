/**
 * The benchmarks: whole processes in pairs, and inner parts by JMH. Nothing here decides a test.
 *
 * <pre>
 * Options --Paired--> Table of Contenders --GNU time, in turn--> Cost --Turns, Laps--> Markdown
 * Sample (files and notes of 10,000 people) --> the classes with @Benchmark
 * </pre>
 *
 * <p>Contenders that need no more than dirsh itself needs are the {@code *Speed} classes among the tests, which the gate compiles; here are the peers that need libraries of the profile
 * {@code benchmarks}.
 */
@NullMarked
package dirsh.bench;

import org.jspecify.annotations.NullMarked;
