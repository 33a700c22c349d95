import { accountKeys } from '../../functions/account/keys.ts'
import { newSessionToken, sessionOf } from '../../functions/account/sessions/session-store.ts'
import { newMessageToken } from '../../functions/account/tokens/message-token.ts'
import { tokenKey } from '../../functions/account/tokens/token-store.ts'
import type { EnforcementNotice } from '../../functions/gate/enforcement.ts'
import { identityHeld } from '../../functions/gate/identity-store.ts'
import { membershipKeys } from '../../functions/membership/keys.ts'
import { problems } from '../../functions/problems.ts'
import { type Settings, settingsOf } from '../../functions/settings.ts'
import type { Tell } from '../../shared/kernel/alarm.ts'
import { DAY, type Millis } from '../../shared/kernel/time.ts'
import { memoryQueue } from '../../shared/queue/memory.ts'
import { memoryTable } from '../../shared/table/memory.ts'
import { type Item, type Key, put, remove } from '../../shared/table/write.ts'
import { ringOf } from '../key-ring.ts'
import { countingIds } from '../kit.ts'
import { provenByCarrier, quietly, sampleIdentity } from '../samples.ts'

/** 12:30:05 in Beijing: inside a minute, an hour and a day. */
export const NOON: Millis = Date.parse('2026-11-20T12:30:05+08:00')

export const PUBLIC_URL = 'https://shiming.example'

/** Everything messaging needs, in memory, at a time that stands still until it is moved. */
export const world = (overrides: Partial<Settings> = {}) => {
  const time = { now: NOON }
  const ring = ringOf(['k1'])
  const notes: { event: string; fields: Record<string, string | number> }[] = []
  const warnings: EnforcementNotice[] = []
  const counted: { event: string; fields: Record<string, string | number> }[] = []
  const note: Tell = (event, fields) => void notes.push({ event, fields })
  return {
    time,
    table: memoryTable(),
    keyRing: async () => ring,
    note,
    notes,
    queue: memoryQueue(),
    clock: { now: () => time.now },
    ids: countingIds(),
    settings: { ...settingsOf('sandbox', undefined), ...overrides },
    publicUrl: PUBLIC_URL,
    warnings,
    counted,
    tellEnforcement: (notice: EnforcementNotice) => void warnings.push(notice),
    count: (event: string, fields: Record<string, string | number>) => void counted.push({ event, fields }),
    problems: async () => problems,
  }
}

export type World = ReturnType<typeof world>

/** Settings of sending with some limits changed. */
export const sending = (changes: Partial<Settings['sending']>): Pick<Settings, 'sending'> => ({
  sending: { ...settingsOf('sandbox', undefined).sending, ...changes },
})

type Traits = { verified?: boolean; bannedAt?: Millis; memberUntil?: Millis }

export type Person = { accountId: string; session: string; token: string }

/** An account with a session and a message token; verified unless said otherwise. */
export const person = async (at: World, { verified = true, bannedAt, memberUntil }: Traits = {}): Promise<Person> => {
  const accountId = at.ids.id()
  const session = newSessionToken(accountId, at.ids)
  const token = newMessageToken(accountId, at.ids.below)
  const claim = sessionOf(session)
  if (!claim) throw new Error('a token that names no account')
  await at.table.commit([
    put(accountKeys.profile(accountId), { createdAt: NOON, bannedAt }),
    put(claim.session, { expiresAt: NOON + 30 * DAY }),
    put(tokenKey(await at.keyRing(), accountId, token), { id: at.ids.id(), name: 'script', createdAt: NOON }),
    ...(verified ? identityHeld(sampleIdentity, provenByCarrier(accountId), quietly(NOON)) : []),
    ...(memberUntil === undefined ? [] : [put(membershipKeys.membership(accountId), { until: memberUntil })]),
  ])
  return { accountId, session, token }
}

/** The item of a person's message token is deleted. */
export const revoke = async (at: World, { accountId, token }: Person): Promise<void> => {
  await at.table.commit([remove(tokenKey(await at.keyRing(), accountId, token))])
}

/** An item without looking at the counted calls. */
export const stored = (at: World, key: Key): Item | undefined =>
  at.table.items().find((item) => item.pk === key.pk && item.sk === key.sk)

/** All messages an account has. */
export const messagesOf = (at: World, { accountId }: Person): Item[] =>
  at.table.items().filter(({ pk, sk }) => pk === `ACCOUNT#${accountId}` && sk.startsWith('MESSAGE#'))

/** What a run costs in table and queue calls. */
export const cost = async (at: World, run: () => Promise<unknown>): Promise<{ table: number; queue: number }> => {
  const before = { table: at.table.calls(), queue: at.queue.calls() }
  await run()
  return { table: at.table.calls() - before.table, queue: at.queue.calls() - before.queue }
}
