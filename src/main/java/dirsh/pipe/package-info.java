/**
 * What the stages of a pipe do with rows, and the file at its end.
 *
 * <pre>
 * objects --Flow--> Stages: where, sort, group, count, first, select --Flow--> the next command, the screen
 *                                                                   --ResultFile--> csv, json, yaml, text
 * </pre>
 *
 * <p>Core types: {@link dirsh.pipe.Stages}, {@link dirsh.pipe.Conditions}, {@link dirsh.pipe.ResultFile}. The commands are
 * declared in {@code plugins/shell}.
 */
@NullMarked
package dirsh.pipe;

import org.jspecify.annotations.NullMarked;
