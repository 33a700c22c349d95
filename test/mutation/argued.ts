import type { Argued } from './report.ts'

/** What no test can notice, each with the reason: the service does the same. `npm run mutation` fails for one that is not needed. */
export const argued: readonly Argued[] = []
