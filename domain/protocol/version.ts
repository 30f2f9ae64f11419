/**
 * The version of the messages' form, with one line per version; a test holds the form's fingerprint against it.
 * - 1: not released yet. Until it is, its form may change, and its fingerprint is rewritten with it. Once released, a
 *   version keeps its fingerprint, and a changed form is a new version with a line here.
 */
export const protocolVersion = 1;

/**
 * Event types added since the first version that nodes are linked by. A joint one is written only once the partner's
 * heartbeat lists it: a partner of the first version knows every other.
 */
export const addedEventTypes: readonly string[] = [];

/** The versions that a server answers, the lowest first: a screen of any other is told to reload. */
export const supportedProtocolVersions = [1] as const;
export const isSupportedProtocol = (version: unknown): boolean =>
  supportedProtocolVersions.some((supported) => supported === version);

/**
 * Raised whenever `evolve` gives another picture, or the digest counts another part, for the same events. Two nodes, or a screen and its server, compare
 * digests only between equal versions.
 * 2: a discarded event changes nothing; a recall erases what the partner wrote about the incident too; an archived
 *    clock loses only the marks of the country that archived it, so that both nodes' folds agree in any order.
 * 3: an incident that ends drops its offer of a transfer and keeps when it ended; a handover's appointment stands in
 *    its request. What came back leaves news, and what a centre attended to is kept. What makes an
 *    incident graver or reopens it is kept as `raised`, and takes away the other side's reading.
 */
export const foldVersion = 3;
