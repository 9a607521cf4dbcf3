/**
 * Commands, rules and scripts out of files: the words they are written in, and Groovy lines at the prompt.
 *
 * <pre>
 * plugins/NAME/*.groovy --PluginLoader (ClassCache | SourceCompiler)--> CommandSpec, RuleSpec | PluginProblem
 * line of text          --GroovyLines--> a value, variables kept
 * FILE.groovy, words    --ScriptRunner (OptionParser, Binder)--> a value
 * </pre>
 *
 * <p>What the files say is checked when they are read: a misspelt word is an error with file and line.
 */
@NullMarked
package dirsh.plugin;

import org.jspecify.annotations.NullMarked;
