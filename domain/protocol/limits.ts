/** Limits of the wire that more than the door keeps to (docs/protocol.md). */

/** How far ahead of the server's clock a time may be and still count as the present. Milliseconds. */
export const aheadMs = 5 * 60_000;
