import { choose } from '../vendors/choice.ts'
import { UNUSABLE } from './breaker.ts'
import type { CheckDeps, Work } from './read-work.ts'
import { recordRefusal } from './record-refusal.ts'
import { waitUntil } from './settle-call.ts'

/** Nobody can be asked about anybody, as the key that opens evidence cannot be used: every vendor pauses, and the check waits. */
export const pauseAll = async (deps: CheckDeps, work: Work): Promise<void> => {
  const opened: Record<string, Work['breakers'][string]> = {}
  for (const { name } of deps.vendors)
    opened[name] = await recordRefusal(deps, { vendor: name, breaker: work.breakers[name] }, UNUSABLE)
  const next = choose(deps.vendors, opened, {}, deps.clock.now())
  if (next.kind === 'wait') await waitUntil(deps, { ...work, breakers: opened }, next.until)
}
