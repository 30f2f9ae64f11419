/** Channels of NOTIFY. A wake-up says only that there is news; what it is stands in the tables. */

/** The log has grown. */
export const logChannel = "sekong_log";
/** A session ended or an account changed (sent by triggers, whatever the client). */
export const sessionsChannel = "sekong_sessions";
