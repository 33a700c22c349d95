import { describe, expect, it } from 'vitest'
import { challenge, challengeOpened, tryCounted, tryRefusal } from '../../../functions/account/codes/challenge-store.ts'
import { accountKeys } from '../../../functions/account/keys.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { memoryTable } from '../../../shared/table/memory.ts'
import { ringOf } from '../../key-ring.ts'
import { NOON } from '../../kit.ts'

const TRIES = 3
const until = NOON + MINUTE
const key = accountKeys.challenge('c')

const opened = async () => {
  const table = memoryTable()
  const fresh = challenge(ringOf(['k1']), { to: '19400001234', code: '123456', salt: 's', until })
  await table.commit([challengeOpened('c', fresh, { id: 'h', vendor: 'v', at: NOON })])
  const attempt = async (now: number) => {
    const counted = await table.commit([tryCounted(key, now, TRIES)])
    return counted.kind === 'conflict' ? tryRefusal(table.items()[0], now, TRIES) : counted.kind
  }
  return { table, attempt }
}

describe('P3 the tries of a code', () => {
  it('are counted one by one, and spent when there were as many as may be', async () => {
    const { table, attempt } = await opened()
    for (let tries = 1; tries <= TRIES; tries += 1) {
      expect(await attempt(NOON)).toBe('committed')
      expect(table.items()[0]?.codeTries).toBe(tries)
    }
    expect(await attempt(NOON)).toBe('sms_code_spent')
    expect(table.items()[0]?.codeTries).toBe(TRIES)
  })

  it('are there until the code’s time is over; then it is wrong, however many were left', async () => {
    const { attempt } = await opened()
    expect([await attempt(until), await attempt(until + 1)]).toEqual(['committed', 'sms_code_wrong'])
  })

  it('are spent to the last moment, and not told of afterwards, nor of what is no challenge', () => {
    const spent = { codeUntil: until, codeTries: TRIES }
    const of = (item: object | undefined, now = NOON) => tryRefusal(item && { pk: 'p', sk: 's', ...item }, now, TRIES)
    expect([of(spent), of(spent, until), of(spent, until + 1)]).toEqual([
      'sms_code_spent',
      'sms_code_spent',
      'sms_code_wrong',
    ])
    expect(of({ ...spent, codeTries: TRIES + 1 })).toBe('sms_code_spent')
    for (const other of [undefined, {}, { codeUntil: until }, { codeTries: TRIES }, { ...spent, codeTries: TRIES - 1 }])
      expect(of(other)).toBe('sms_code_wrong')
  })
})
