import { createHash } from 'node:crypto'
import type { Language } from '../../../shared/kernel/language.ts'
import type { StateTable } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { App } from '../apps/app.ts'

/** What changes an app for good: another name, a link to hand it over by, and taking it on. */
export const stepKinds = ['rename', 'handover', 'takeover'] as const
export type StepKind = (typeof stepKinds)[number]

export const stepStatuses = ['waiting', 'done', 'refused', 'withdrawn', 'expired', 'void'] as const
export type StepStatus = (typeof stepStatuses)[number]

export const stepTransitions = [
  {
    from: ['waiting'],
    to: 'done',
    on: 'shown',
    when: 'a person finds in time that it is who the account is verified as',
  },
  { from: ['waiting'], to: 'refused', on: 'refused', when: 'a person does not find that; everything stays as it was' },
  { from: ['waiting'], to: 'withdrawn', on: 'withdrawn', when: 'whoever asked takes it back' },
  { from: ['waiting'], to: 'expired', on: 'expired', when: 'nobody has decided in time: by the clock, whoever looks' },
  {
    from: ['waiting'],
    to: 'void',
    on: 'voided',
    when: 'the app, an account or its person is not what it was, so that there is nothing left to do',
  },
] as const satisfies StateTable<StepStatus, string>
export type StepEvent = (typeof stepTransitions)[number]['on']

/**
 * A sensitive step about an app that waits for a person to look at a picture, `until` then (epoch ms). `from`: what the app is called, `to` what it shall be;
 * `handover`: by what the code is kept; `reserved`: what the name looks like that is kept for it alone. `heldSince`: who the account was then.
 */
export type Step = {
  id: string
  accountId: string
  appId: string
  kind: StepKind
  status: StepStatus
  language: Language
  from: string
  to?: string | undefined
  handover?: string | undefined
  reserved?: string | undefined
  heldSince: Millis
  picture: string
  since: Millis
  until: Millis
  endedAt?: Millis | undefined
}

/** The change of an app that waits for people at `now`: by the clock alone. */
export const openStep = (
  { stepId: id, stepBy: by, stepKind: kind, stepName: name, stepUntil: until }: App,
  now: Millis,
): { id: string; by: string; kind: StepKind; name?: string | undefined; until: Millis } | undefined =>
  id !== undefined && by !== undefined && kind !== undefined && until !== undefined && now < until
    ? { id, by, kind, name, until }
    : undefined

/** What exactly is confirmed: of another account, app, state of it, or target it is another. */
type About = { accountId: string; app: App; kind: StepKind; to?: string | undefined; handover?: string | undefined }

const TOLD = 40

/** What a confirmation by face is about that confirms exactly this. It is no secret, and opens nothing. */
export const stepAction = ({ accountId, app, kind, to = '', handover = '' }: About): string => {
  const said = ['app-step', kind, accountId, app.id, app.name, app.nameSince, app.handoverAskedAt ?? 0, to, handover]
  return `app:${createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, TOLD)}`
}

/** When a confirmation by face that confirms a step at `now` was begun at the earliest. */
export const facesFrom = ({ faceMs }: { faceMs: Millis }, now: Millis): Millis => now - faceMs + 1
