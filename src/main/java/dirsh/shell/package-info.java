/**
 * The host: reads lines from a prompt, from standard input or from the command line, and runs what they say.
 *
 * <pre>
 * arguments --Invocation--> Host --> Prompt (JLine) | -c | standard input | script
 *                                      |
 * text --LineParser (WordReader, GroovyScanner)--> Line of Stages
 *                                      |
 *      --Dispatcher (PicocliOptions, Binder, Groovy)--> Result --Output--> standard output
 *                                                              \--Sequence--> exit code
 * </pre>
 *
 * <p>JLine stays in {@code Prompt} and what it uses, picocli in {@code PicocliOptions}; neither is loaded before it is
 * needed. {@code Wiring} puts the parts together.
 */
@NullMarked
package dirsh.shell;

import org.jspecify.annotations.NullMarked;
