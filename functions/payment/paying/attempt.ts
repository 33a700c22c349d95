/**
 * `left`: given up for another method before anybody scanned it, and payable until the order's time is over. `closed`: nobody can
 * pay it any more.
 */
export const attemptStatuses = ['open', 'left', 'closed'] as const
export type AttemptStatus = (typeof attemptStatuses)[number]
