/**
 * The offline kit: a planned repair for a server on which dirsh cannot run, as files that a Notes client or the server
 * itself carries out, and the way their outcomes come back.
 *
 * <pre>
 * Plan + AddressBook --KitWriter--> folder: agents, changes.csv, changes.dxl, instructions.md
 *                         +--OfflineRuns--> open run          agent-log.csv --AgentLog--> OfflineRuns --> journal
 * </pre>
 *
 * <p>Nothing here writes to an address book.
 */
@NullMarked
package dirsh.repair.kit;

import org.jspecify.annotations.NullMarked;
