/**
 * Everything a report tells of an address book: who is worst off and why, where they are, what was repaired and what nobody
 * knows.
 *
 * <pre>
 * Diagnosis, Comparison, KnownRun of each run, one more pass for names and servers --OverviewTally--> Overview
 * Overview: ReportedPerson (Standing) one by one; counts by cause, unit and mail server are made from these people
 * </pre>
 *
 * <p>An overview holds no time but those of documents and runs, so that the same input gives the same overview.
 */
@NullMarked
package dirsh.overview;

import org.jspecify.annotations.NullMarked;
