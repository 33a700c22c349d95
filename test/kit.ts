import { createHash } from 'node:crypto'
import { refusalOf as inFull } from '../shared/http/misfit.ts'
import type { Ids } from '../shared/kernel/ids.ts'
import type { Outcome, Refusal } from '../shared/kernel/outcome.ts'
import type { Millis } from '../shared/kernel/time.ts'

/** 12:30 in Beijing, in the middle of an hour and of a day. */
export const NOON: Millis = Date.parse('2026-11-20T12:30:00+08:00')

export const PHONE = '13800138000'
export const OTHER_PHONE = '15912345678'

/** Ids of the real form, in order; secrets and numbers that differ from call to call. */
export const countingIds = (): Ids => {
  let count = 0
  const digest = (): Buffer => {
    count += 1
    return createHash('sha512').update(String(count)).digest()
  }
  return {
    id() {
      const hex = digest().toString('hex')
      return `${count.toString(16).padStart(12, '0')}7${hex.slice(0, 3)}a${hex.slice(3, 18)}`
    },
    secret: (bytes) => digest().subarray(0, bytes).toString('base64url'),
    below: (limit) => Number(digest().readBigUInt64BE() % BigInt(limit)),
  }
}

/** The value of an outcome that must be one. */
export const valueIn = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}`)
  return outcome.value
}

/** The refusal of an outcome that must be one. */
export const refusalOf = (outcome: Outcome<unknown>): Refusal => {
  if (outcome.ok) throw new Error('not refused')
  const { misfit } = outcome.refusal
  return misfit ? inFull(misfit) : outcome.refusal
}

/** The refusal's code, or `ok`. */
export const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'ok' : outcome.refusal.code)
