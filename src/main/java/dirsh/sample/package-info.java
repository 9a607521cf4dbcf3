/**
 * Invented directories to try everything on: an address book with every kind of damage a DXL export can hold, the
 * Exchange recipients that a connector would have made of it, and what its next sync would add.
 *
 * <pre>
 * people, seed --Cast--> Role --People--> SamplePerson --PersonDocument--> names.dxl
 *                                              +---------RecipientRow----> exchange.csv
 * AddressBook, exchange.csv --SampleSync--> exchange-next.csv
 * </pre>
 *
 * <p>Equal numbers of people and equal seeds give equal bytes, whatever the Java, locale, time zone or day.
 */
@NullMarked
package dirsh.sample;

import org.jspecify.annotations.NullMarked;
