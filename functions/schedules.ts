import { SECOND } from '../shared/kernel/time.ts'

/** What runs by the clock. */
export const schedules = [
  { fn: 'upkeep-sweep', everyMinutes: 1, timeoutMs: 50 * SECOND },
  { fn: 'verification-gather', everyMinutes: 5, timeoutMs: 60 * SECOND },
  { fn: 'analytics-gather', everyMinutes: 5, timeoutMs: 60 * SECOND },
  { fn: 'audit-roots', everyMinutes: 60, timeoutMs: 60 * SECOND },
  { fn: 'complaints-watch', everyMinutes: 60, timeoutMs: 60 * SECOND },
] as const
