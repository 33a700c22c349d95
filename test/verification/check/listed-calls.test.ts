import { describe, expect, it } from 'vitest'
import { askedVendorsIn, type CallRecord } from '../../../functions/verification/check/call-store.ts'
import { checkClaimed, checkEnded, checkOf, checkReleased } from '../../../functions/verification/check/check-store.ts'
import { checkReady } from '../../../functions/verification/check/ready-store.ts'
import { verificationLists } from '../../../functions/verification/keys.ts'
import { beijingDay, DAY, MINUTE } from '../../../shared/kernel/time.ts'
import { memoryTable } from '../../../shared/table/memory.ts'
import { NOON } from '../../kit.ts'
import { sampleFact, sampleOrder, sampleVerification } from '../../samples.ts'

const ready = checkReady(sampleOrder, sampleVerification.id, sampleFact, NOON)
const today = beijingDay(NOON)

const world = async () => {
  const table = memoryTable()
  await table.commit([ready])
  const check = async () => {
    const item = await table.get(ready.key)
    if (!item) throw new Error('the check is gone')
    return checkOf(item)
  }
  const listed = async (list: string) => (await table.list({ list, limit: 9 })).items.map(askedVendorsIn)
  return { table, check, listed }
}

const pass = { v: { count: 1, until: NOON + MINUTE, undone: 1 } }
const call: CallRecord = { vendor: 'v', billed: 'yes', calledAt: NOON, answer: 'match', ms: 321, vendorCode: '0' }

describe('M8 calls by day', () => {
  it('are listed from when they are claimed, with what they come to and how long they took', async () => {
    const { table, check, listed } = await world()
    await table.commit([checkClaimed(await check(), 'mine', 'v', NOON, undefined)])
    expect(await listed(verificationLists.vendorCalls('v', today))).toMatchObject([{ status: 'calling', vendor: 'v' }])
    await table.commit([checkEnded(await check(), 'answered', NOON + 1, call)])
    expect(await listed(verificationLists.vendorCalls('v', today))).toMatchObject([{ answer: 'match', ms: 321 }])
    expect(await listed(verificationLists.neverCalled(today))).toEqual([])
  })

  it('that were given back go with their check: to the call it ends with, whenever that is', async () => {
    const { table, check, listed } = await world()
    await table.commit([checkClaimed(await check(), 'mine', 'v', NOON, undefined)])
    await table.commit([checkReleased(await check(), 'mine', { until: NOON, passes: pass, paused: false })])
    expect(await listed(verificationLists.vendorCalls('v', today))).toEqual([])
    const later = NOON + DAY
    await table.commit([checkClaimed(await check(), 'next', 'w', later, undefined)])
    expect(await listed(verificationLists.vendorCalls('w', beijingDay(later)))).toMatchObject([{ passes: pass }])
  })

  it('of a check that is given up uncalled are listed apart, on the day of its end', async () => {
    const { table, check, listed } = await world()
    await table.commit([checkClaimed(await check(), 'mine', 'v', NOON, undefined)])
    await table.commit([checkReleased(await check(), 'mine', { until: NOON, passes: pass, paused: false })])
    await table.commit([checkEnded(await check(), 'unanswered', NOON + DAY)])
    expect(await listed(verificationLists.neverCalled(beijingDay(NOON + DAY)))).toMatchObject([{ passes: pass }])
  })

  it('are none of a check that nobody was ever asked for', async () => {
    const { table, check, listed } = await world()
    await table.commit([checkEnded(await check(), 'unanswered', NOON)])
    expect(await listed(verificationLists.neverCalled(today))).toEqual([])
  })

  it('whose lease ran out stay where they were listed', async () => {
    const { table, check, listed } = await world()
    await table.commit([checkClaimed(await check(), 'mine', 'v', NOON, undefined)])
    await table.commit([checkEnded(await check(), 'unanswered', NOON + DAY)])
    const [lost] = await listed(verificationLists.vendorCalls('v', today))
    expect(lost).toMatchObject({ status: 'unknown', vendor: 'v' })
    expect(lost).not.toHaveProperty('answer')
  })
})
