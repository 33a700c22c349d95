import { createHash, timingSafeEqual } from 'node:crypto'
import type { Guard } from '../../../shared/http/callers.ts'
import { ok, refused } from '../../../shared/kernel/outcome.ts'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** True when the deployment asks for no tester key, or the caller sent it in `x-shiming-tester`. */
const isTester = (headers: Record<string, string | undefined>, testerKey: string | undefined): boolean =>
  testerKey === undefined || timingSafeEqual(digest(headers['x-shiming-tester'] ?? ''), digest(testerKey))

/** Lets in testers: whoever shows the tester key of the deployment, or anybody where there is none. */
export const byTesterKey = (testerKey: string | undefined): Guard<'tester', undefined> => ({
  kind: 'tester',
  admit: async ({ headers }) => (isTester(headers, testerKey) ? ok(undefined) : refused('unauthenticated')),
})
