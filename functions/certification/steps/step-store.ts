import * as z from 'zod/mini'
import { languages } from '../../../shared/kernel/language.ts'
import { target } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { stateAllows } from '../../../shared/table/state-condition.ts'
import {
  all,
  atLeast,
  type Item,
  isNew,
  type Put,
  put,
  type Update,
  update,
  type Write,
} from '../../../shared/table/write.ts'
import { materialReleased } from '../../material/material-store.ts'
import type { App } from '../apps/app.ts'
import { appStepOver } from '../apps/step-lock-store.ts'
import { certificationKeys } from '../keys.ts'
import { nameLet } from '../naming/name-store.ts'
import { type Step, type StepEvent, stepKinds, stepStatuses, stepTransitions } from './step.ts'

const text = z.string()
const at = z.number()
const stored = z.object({
  ...{ id: text, accountId: text, appId: text, kind: z.enum(stepKinds), status: z.enum(stepStatuses) },
  ...{
    language: z.enum(languages),
    from: text,
    to: z.optional(text),
    handover: z.optional(text),
    reserved: z.optional(text),
  },
  ...{ heldSince: at, picture: text, since: at, until: at, endedAt: z.optional(at) },
})

/** The step in an item. */
export const stepOf = (item: Item): Step => z.parse(stored, item)

/** Why a step is not moved: it is over, or its time is. */
const STEP_MOVED = 'step_moved'

/** A step begins to wait for people. */
export const stepOpened = (of: Step): Put => put(certificationKeys.step(of.accountId, of.id), { ...of }, isNew)

/** It is over; what is done is done in time, by the clock of whoever writes it. */
const stepMoved = ({ accountId, id }: Step, on: StepEvent, now: Millis): Update =>
  update(
    certificationKeys.step(accountId, id),
    { set: { status: target(stepTransitions, on), endedAt: now } },
    on === 'shown'
      ? all(stateAllows(stepTransitions, on), atLeast('until', now + 1))
      : stateAllows(stepTransitions, on),
    STEP_MOVED,
  )

/** The end of a step, with its picture kept until then. */
export const stepEnded = (of: Step, on: StepEvent, { now, keptUntil }: { now: Millis; keptUntil: Millis }): Write[] => [
  stepMoved(of, on, now),
  materialReleased({ id: of.picture }, of.id, keptUntil),
]

/** That nothing came of it: the app is free for another, and so is the name that was kept for it alone. */
export const appLet = (app: App | undefined, of: Step, now: Millis): Write[] => [
  ...(app?.stepId === of.id ? [appStepOver(app, of)] : []),
  // Later it is free by the clock, and may be another app's.
  ...(of.reserved !== undefined && now < of.until ? [nameLet({ skeleton: of.reserved, app: of.appId }, now)] : []),
]
