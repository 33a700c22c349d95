import { type OperatorSignedIn, signInOperator } from '../../functions/operators/access/sign-in.ts'
import { codeAt, stepAt } from '../../functions/operators/access/totp.ts'
import { readEnrolment } from '../../functions/operators/enrolment/read-enrolment.ts'
import { redeemEnrolment } from '../../functions/operators/enrolment/redeem-enrolment.ts'
import { operatorKeys } from '../../functions/operators/keys.ts'
import { createInvitation } from '../../functions/operators/managing/create-invitation.ts'
import type { PersonRole } from '../../functions/operators/rights.ts'
import { settingsOf } from '../../functions/settings.ts'
import { MINUTE } from '../../shared/kernel/time.ts'
import { memoryTable } from '../../shared/table/memory.ts'
import { ringOf } from '../key-ring.ts'
import { countingIds, NOON, valueIn } from '../kit.ts'

export const PASSWORD = '晚来天欲雪，能饮一杯无乎'
export const ADDRESS = '192.0.2.1'

/** What a password costs is not what these tests are about. */
const CHEAP = { n: 16, r: 1, p: 1 }

/** Everything the operations of operators need, in memory, at a time that stands still until it is moved. */
export const world = (overrides: Record<string, unknown> = {}) => {
  const time = { now: NOON }
  const rung: string[] = []
  const ring = { current: ringOf(['k1']) }
  return {
    time,
    ring,
    clock: { now: () => time.now },
    table: memoryTable(),
    ids: countingIds(),
    keyRing: async () => ring.current,
    passwordCost: CHEAP,
    alarm: (event: string) => void rung.push(event),
    note: () => undefined,
    rung,
    settings: settingsOf('sandbox', JSON.stringify({ operators: overrides })),
  }
}
export type World = ReturnType<typeof world>

/** Whoever is tried by these tests invited them. */
export const BOSS = { kind: 'operator', id: 'boss' } as const

/** The code an authenticator app shows for a secret at the world's time. */
export const codeOf = (at: World, secret: string): string => codeAt(secret, stepAt(at.time.now))

/** Somebody who has a link and has not used it. */
export const invited = async (at: World, name = 'lin', role: PersonRole = 'finance'): Promise<string> =>
  valueIn(await createInvitation(at, BOSS, { name, role, reason: '新同事' })).token

export type Enrolled = OperatorSignedIn & { name: string; secret: string }

/** Takes a link: the session that begins with it, and the secret of their app. */
export const takeLink = async (at: World, token: string): Promise<Enrolled> => {
  const { name, secret, nonce } = valueIn(await readEnrolment(at, token))
  const done = valueIn(await redeemEnrolment(at, { token, nonce, password: PASSWORD, code: codeOf(at, secret) }))
  return { ...done, name, secret }
}

/** Somebody who has enrolled, a minute ago, so that another code counts. */
export const enrolled = async (at: World, name = 'lin', role: PersonRole = 'finance'): Promise<Enrolled> => {
  const done = await takeLink(at, await invited(at, name, role))
  // That somebody was let in is no news to these tests.
  at.rung.length = 0
  at.time.now += MINUTE
  return done
}

/** They sign in with what is right unless something else is said. */
export const signIn = (
  at: World,
  { name, secret }: Pick<Enrolled, 'name' | 'secret'>,
  typed: { name?: string; password?: string; code?: string; sourceIp?: string; device?: string } = {},
) => signInOperator(at, { name, password: PASSWORD, code: codeOf(at, secret), sourceIp: ADDRESS, ...typed })

/** How many admins can sign in, as it is kept. */
export const adminsAt = async (at: World): Promise<number> =>
  Number((await at.table.get(operatorKeys.admins()))?.count ?? 0)

/** What was done to an operator, each with its detail, in that order. */
export const deedsAbout = (at: World, name: string): string[] =>
  at.table
    .items()
    .filter(({ pk }) => pk === `AUDIT#operator:${name}`)
    .map(({ action, detail }) => (detail === undefined ? String(action) : `${action} ${detail}`))
