import type { Millis } from '../../../shared/kernel/time.ts'
import type { Key } from '../../../shared/table/write.ts'
import { addressGroup } from '../../account/codes/sms-limit.ts'
import type { Counter } from '../../account/limits/limit-store.ts'
import { hourOf } from '../../account/limits/window.ts'
import type { OperatorSettings } from '../settings.ts'

type Limits = Pick<OperatorSettings['operators'], 'triesPerHour' | 'triesPerHourAtName' | 'triesPerHourFromAddress'>

/** Where somebody tries: on a device on which they signed in before, on any other, or in a session of theirs. */
export const triedFrom = ['known_device', 'new_device', 'session'] as const
export type TriedFrom = (typeof triedFrom)[number]

/** In which counters a try counts before it is looked at. `ofName`: those whose end means that somebody guesses at that name. */
export type Tries = { from: TriedFrom; all: readonly Counter[]; ofName: readonly Counter[] }

type SigningIn = { name: string; sourceIp: string; device: string | undefined }

/**
 * Signing in counts by the device where it is known, and nowhere else: whatever others do, from wherever, its owner has tries of
 * their own. On any other device it counts by name and address, by name, and by address.
 */
export const triesToSignIn = ({ name, sourceIp, device }: SigningIn, now: Millis, limits: Limits): Tries => {
  const counter = (subject: string, limit: number): Counter => ({ subject, window: hourOf(now), limit })
  if (device !== undefined) {
    const own = [counter(`OPERATOR_DEVICE#${name}#${device}`, limits.triesPerHour)]
    return { from: 'known_device', all: own, ofName: own }
  }
  const address = addressGroup(sourceIp)
  const ofName = [
    counter(`OPERATOR_FROM#${name}#${address}`, limits.triesPerHour),
    counter(`OPERATOR#${name}`, limits.triesPerHourAtName),
  ]
  const ofAddress = counter(`OPERATOR_ADDRESS#${address}`, limits.triesPerHourFromAddress)
  return { from: 'new_device', all: [...ofName, ofAddress], ofName }
}

/** A further code counts by its session alone, which nobody outside has. */
export const triesToStepUp = (session: Key, now: Millis, limits: Limits): Tries => {
  const own = [{ subject: `OPERATOR_STEP_UP#${session.sk}`, window: hourOf(now), limit: limits.triesPerHour }]
  return { from: 'session', all: own, ofName: own }
}

/** That an hour's tries at a name have come to their end is told once. */
export const guessingTold = (name: string, now: Millis): Counter => ({
  subject: `OPERATOR_GUESSED#${name}`,
  window: hourOf(now),
  limit: 1,
})

/** A look at a link leaves a record each time: so many an hour are enough for whoever it is for. */
export const looksAtLink = (name: string, now: Millis, { triesPerHour }: Pick<Limits, 'triesPerHour'>): Counter => ({
  subject: `OPERATOR_LOOK#${name}`,
  window: hourOf(now),
  limit: triesPerHour,
})
