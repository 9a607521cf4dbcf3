/**
 * Repairs that can be trusted: nothing is written without a plan, nothing outside the applier, and the journal is on
 * disk first.
 *
 * <pre>
 * Diagnosis --Planner--> Plan --PlanFile--> disk
 *                         |
 *                         +--Applier--> Journal (records and overlay) + BookWriter --> Run
 * Run --Undo--> Plan      Run --Verifier--> Verification      RunStore --> Run, unfinished ones too
 * </pre>
 *
 * <p>This is the only package that asks an address book for a writer.
 */
@NullMarked
package dirsh.repair;

import org.jspecify.annotations.NullMarked;
