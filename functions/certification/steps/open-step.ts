import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, ok, type Refusal } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import { type Conflict, isBecause, type Table } from '../../../shared/table/table.ts'
import type { Told } from '../../../shared/table/told.ts'
import type { Write } from '../../../shared/table/write.ts'
import { notBanned } from '../../account/bans/ban-store.ts'
import { CODE_CONSUMED } from '../../account/codes/challenge-store.ts'
import { endOf, LIMITED } from '../../account/limits/limit-store.ts'
import { FACE_USED } from '../../face/check/face-used-store.ts'
import { MATERIAL_UNUSABLE, materialUsed } from '../../material/material-store.ts'
import { caseOpened } from '../../review/case/case-store.ts'
import { newCase } from '../../review/case/new-case.ts'
import { appAnnounced } from '../announced-store.ts'
import type { App } from '../apps/app.ts'
import { editCounted } from '../apps/edits-counted-store.ts'
import { appStepWaits } from '../apps/step-lock-store.ts'
import type { CertificationSettings } from '../settings.ts'
import { STEP } from './case-kind.ts'
import { stepWaitsLetter } from './letters.ts'
import type { StepShown } from './read-step-proof.ts'
import type { Step } from './step.ts'
import { stepOpened } from './step-store.ts'
import { saidOf } from './words.ts'

export type OpenStepDeps = {
  table: Pick<Table, 'commit'>
  clock: Clock
  ids: Ids
  settings: CertificationSettings
  told: Told
  publicUrl: string
}

/** Why a step was not taken where it was proven: what others wrote meanwhile. Undefined where it is none of that. */
export const proofRefusal = (conflicts: readonly Conflict[]): Refusal | undefined => {
  const at = (pointer: string, code: 'sms_code_wrong' | 'confirmation_face_unfit' | 'material_unusable'): Refusal => ({
    code,
    fields: [{ pointer, code }],
  })
  if (isBecause(conflicts, 'banned')) return { code: 'banned' }
  if (isBecause(conflicts, CODE_CONSUMED)) return at('/smsCode', 'sms_code_wrong')
  if (isBecause(conflicts, FACE_USED)) return at('/face', 'confirmation_face_unfit')
  if (isBecause(conflicts, MATERIAL_UNUSABLE)) return at('/picture', 'material_unusable')
  const limited = conflicts.find(({ because }) => because === LIMITED)
  return limited && { code: 'too_often', retryAt: endOf([limited.item]) }
}

/** What of a step is known before it waits. */
export type Waiting = Pick<Step, 'kind' | 'to' | 'handover'> & { accountId: string; app: App; language: Language }

/** What is kept for it until then. */
type Asks = (until: Millis) => { reserved?: string; writes: Write[] }

/** Refuses with what a conflict means to whoever asked. */
type Refusing = (conflicts: readonly Conflict[]) => Refusal

/**
 * W8 a sensitive step that was proven by a picture waits for a person who looks at it, for `steps.decideMs`: nothing changes until then, and nothing else
 * about the app is begun meanwhile. One commit.
 */
export const openStep = async (
  { table, clock, ids, settings, told, publicUrl }: OpenStepDeps,
  { accountId, app, language, ...what }: Waiting,
  { shown, refusal, asks }: { shown: Required<StepShown>; refusal: Refusing; asks?: Asks },
): Promise<Outcome<Step>> => {
  const now = clock.now()
  const id = ids.id()
  const until = now + settings.steps.decideMs
  const { writes, ...kept } = asks?.(until) ?? { writes: [] }
  const of: Step = {
    ...{ id, accountId, appId: app.id, status: 'waiting', language, from: app.name },
    ...{ ...what, ...kept, ...shown.waits, since: now, until },
  }
  const about = { id, accountId, subject: id, language, said: saidOf(of), materials: [of.picture] }
  const committed = await table.commit([
    ...shown.writes,
    notBanned(accountId),
    editCounted(accountId, now, settings),
    appStepWaits(app, of, now),
    stepOpened(of),
    ...caseOpened(newCase(about, { kind: STEP, answerMs: settings.steps.decideMs }, now)),
    materialUsed({ id: of.picture, accountId }, id, now),
    ...writes,
    told(accountId, stepWaitsLetter(of, publicUrl), now),
    appAnnounced(accountId, { type: 'app.change_waiting', data: { app: app.id, change: of.kind } }, now),
  ])
  return committed.kind === 'committed' ? ok(of) : { ok: false, refusal: refusal(committed.conflicts) }
}
