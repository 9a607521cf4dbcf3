/**
 * A Domino Directory seen through something that lists entries: a CSV or LDIF file, or the LDAP task of the server.
 *
 * <pre>
 * EntrySource --DirectoryAttribute, ViewedNote--> Note (texts only) --> ViewBook, read-only
 * </pre>
 *
 * <p>Such a view tells the flag as text at best. Types, flags and repeated items are not in it, so most damage cannot be
 * seen there; who says so to the user is the session, by {@link dirsh.source.BookFeature#ITEM_DETAILS}.
 */
@NullMarked
package dirsh.source.view;

import org.jspecify.annotations.NullMarked;
