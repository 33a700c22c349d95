import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { hashOf } from '../../account/sessions/session-store.ts'
import type { App } from '../apps/app.ts'
import { appOf } from '../apps/app-store.ts'
import { certificationKeys } from '../keys.ts'
import { openStep } from '../steps/step.ts'
import { appInCode, type Handover, isOf, openHandover } from './handover.ts'

/** An app that is handed over, and by what. */
export type FoundHandover = { app: App; handover: Handover }

/**
 * What a code hands over to whoever brings it. Refuses with `handover_over` whatever became of it, and with `handover_own` whoever administers the app
 * already. One call; none for what is no code.
 */
export const findHandover = async (
  { table, clock }: { table: Pick<Table, 'get'>; clock: Clock },
  accountId: string,
  code: string,
): Promise<Outcome<FoundHandover>> => {
  const id = appInCode(code)
  const item = id === undefined ? undefined : await table.get(certificationKeys.app(id))
  const app = item && appOf(item)
  const handover = app && openHandover(app, clock.now())
  // Somebody takes it on already, and waits for people.
  const isTaken = app !== undefined && openStep(app, clock.now())?.kind === 'takeover'
  if (!app || !handover || isTaken || !isOf(handover, hashOf(code))) return refused('handover_over')
  return app.administrator === accountId ? refused('handover_own') : ok({ app, handover })
}
