/**
 * The user's own folder of dirsh: where plans, runs, history and caches are, readable by the user alone; and the files that
 * commands write where the user says.
 *
 * <pre>
 * data --KeptFile, never over a file of another kind--> PrivateFiles
 * Home --folders--> PrivateFiles --0700 / 0600--> disk
 * </pre>
 */
@NullMarked
package dirsh.home;

import org.jspecify.annotations.NullMarked;
