/**
 * The user's own folder of dirsh: where plans, runs, history and caches are, readable by the user alone.
 *
 * <pre>
 * Home --folders--> PrivateFiles --0700 / 0600--> disk
 * </pre>
 */
@NullMarked
package dirsh.home;

import org.jspecify.annotations.NullMarked;
