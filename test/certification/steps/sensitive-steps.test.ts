import { describe, expect, it } from 'vitest'
import type * as z from 'zod/mini'
import { sensitiveSteps } from '../../../functions/certification/steps/sensitive-steps.ts'
import { routes } from '../../../functions/routes.ts'

/** Calls that take a code, and are no step of somebody who is in: each with what the code is for. */
const others: Readonly<Record<string, string>> = {
  signIn: 'begins a session',
  joinByWechat: 'begins a session',
  submitVerification: 'shows that somebody has the number that they are verified with',
  pauseProofing: 'shows whom a verification was of, whichever account they are in',
  bindCard: 'shows that somebody has the number that their bank knows',
}

/** Every field that a body takes, wherever it stands in it. */
const fieldsIn = (schema: unknown): string[] => {
  const def = (schema as z.core.$ZodType | undefined)?._zod?.def as
    | { shape?: Record<string, unknown>; options?: unknown[]; innerType?: unknown; in?: unknown; left?: unknown }
    | undefined
  if (!def) return []
  const own = Object.entries(def.shape ?? {}).flatMap(([name, inner]) => [name, ...fieldsIn(inner)])
  return [...own, ...[...(def.options ?? []), def.innerType, def.in, def.left].flatMap(fieldsIn)]
}

const fieldsOf = new Map(routes.map((one) => [one.name, fieldsIn('body' in one ? one.body : undefined)]))

const takesProof = (fields: readonly string[]): boolean =>
  ['smsCode', 'idLastFour', 'face'].some((one) => fields.includes(one))

describe('W8 the table of sensitive steps', () => {
  it('has every call that takes a code or a face, but for those that are none', () => {
    const taking = [...fieldsOf].flatMap(([name, fields]) => (takesProof(fields) ? [name] : []))
    expect(taking.toSorted()).toEqual([...Object.keys(sensitiveSteps), ...Object.keys(others)].toSorted())
  })

  it.each(Object.entries(sensitiveSteps))('%s takes exactly what its row says', (name, { lastFour, presence }) => {
    const fields = fieldsOf.get(name) ?? []
    expect(fields).toContain('smsCode')
    expect({ lastFour: fields.includes('idLastFour'), presence: fields.includes('face') }).toEqual({
      lastFour: lastFour !== ('never' as string),
      presence: presence !== 'never',
    })
  })
})
