/** Channels of NOTIFY. A notification carries no data: what has changed is read from the tables. */

/** Notified when the log has grown. */
export const logChannel = "sekong_log";
/** Notified by triggers when a session has ended or an account has changed. */
export const sessionsChannel = "sekong_sessions";
