import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { heldIdentity } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import type { App } from '../apps/app.ts'
import { findOwnApp } from '../apps/find-app.ts'
import { findHandover } from '../handing/find-handover.ts'
import { readAppName } from '../naming/app-name.ts'
import type { CertificationSettings } from '../settings.ts'
import { presenceAsked, type SensitiveStep } from './sensitive-steps.ts'
import { facesFrom, stepAction } from './step.ts'

/** Which step somebody is about to take: a rename of an app of theirs, a link to hand it over, or taking one on by the code of a link. */
export type StepAsked =
  | { step: 'rename'; app: string; name: string }
  | { step: 'handover'; app: string }
  | { step: 'takeover'; code: string }

/** What it takes beside a code. `face`: what a confirmation by face has to be about, and since when it was begun; null where nobody is asked for in person. */
export type StepTerms = { lastFour: boolean; face: { action: string; from: Millis } | null }

type Deps = { table: Pick<Table, 'get'>; clock: Clock; settings: Pick<CertificationSettings, 'steps'> }

type Asked = { app: App; route: SensitiveStep; action: string }

const findOwn = async (
  { table }: Deps,
  accountId: string,
  asked: Exclude<StepAsked, { step: 'takeover' }>,
): Promise<Outcome<Asked>> => {
  const app = await findOwnApp(table, accountId, asked.app)
  if (!app) return refused('not_found')
  if (asked.step === 'handover')
    return ok({ app, route: 'askAppHandover', action: stepAction({ accountId, app, kind: 'handover' }) })
  const action = stepAction({ accountId, app, kind: 'rename', to: readAppName(asked.name) })
  return ok({ app, route: 'renameApp', action })
}

const readAsking = async (deps: Deps, accountId: string, asked: StepAsked): Promise<Outcome<Asked>> => {
  if (asked.step !== 'takeover') return findOwn(deps, accountId, asked)
  const found = await findHandover(deps, accountId, asked.code)
  if (!found.ok) return found
  const { app, handover } = found.value
  const action = stepAction({ accountId, app, kind: 'takeover', handover: handover.hash })
  return ok({ app, route: 'takeApp', action })
}

/**
 * W8 what a sensitive step takes, said before anything is typed. Nothing happens yet. Refuses with `not_found`, `handover_over`, `handover_own` and
 * `step_needs_verification`. Two calls.
 */
export const findStepTerms = async (deps: Deps, accountId: string, asked: StepAsked): Promise<Outcome<StepTerms>> => {
  const found = await readAsking(deps, accountId, asked)
  if (!found.ok) return found
  const { app, route, action } = found.value
  const isVerified = heldIdentity(await deps.table.get(gateKeys.identity(accountId))) !== undefined
  const presence = presenceAsked(route, { isVerified, isCertified: app.certifiedName !== undefined })
  if (presence === 'impossible') return refused('step_needs_verification')
  const from = facesFrom(deps.settings.steps, deps.clock.now())
  return ok({ lastFour: isVerified, face: presence ? { action, from } : null })
}
