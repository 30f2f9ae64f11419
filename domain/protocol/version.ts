/** Raised whenever a message on the wire changes its form; a test holds the schemas' fingerprint against it. */
export const protocolVersion = 1;

/** Raised whenever `evolve` gives another picture for the same events. */
export const foldVersion = 1;
