/**
 * What a directory holds, as plain immutable data: notes, their items and what the items mean for people and groups.
 *
 * <pre>
 * Note 1 --- * Item --- ItemType, ItemFlag, ItemValue
 *   |
 *   +--> Person, Group      views of a note by its items
 * Problem, DirshException   what can go wrong, with place and next step
 * </pre>
 *
 * <p>Nothing here reads or writes anything. Every other package builds on this one; it builds on none of ours.
 */
@NullMarked
package dirsh.model;

import org.jspecify.annotations.NullMarked;
