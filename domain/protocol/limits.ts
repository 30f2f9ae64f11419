/** Limits of the wire that parsing and others apply (docs/protocol.md). */

/** How far ahead of the server's clock a time may be and still count as the present. Milliseconds. */
export const aheadMs = 5 * 60_000;
