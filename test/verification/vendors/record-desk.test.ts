import { describe, expect, it } from 'vitest'
import { probedNow } from '../../../functions/verification/check/breaker.ts'
import { breakerKeys, breakerProbed, breakersOf } from '../../../functions/verification/check/breaker-store.ts'
import { deskRecords } from '../../../functions/verification/vendors/record-desk.ts'
import { MINUTE, nextBeijingDay } from '../../../shared/kernel/time.ts'
import { world } from '../../world.ts'

const desk = { name: 'parcel_first', vendor: 'first' }
const { recordDailySpend, recordRecovery, recordRefusal } = deskRecords('parcel')

const here = () => {
  const at = world()
  const breaker = async () => breakersOf([desk], await at.table.getMany(breakerKeys([desk])))[desk.name]
  return { at, breaker }
}

describe('the desks of one kind', () => {
  it('are paused where one refuses us, under the name of the kind, which people hear each time', async () => {
    const { at, breaker } = here()
    const next = await recordRefusal(at, { desk, breaker: undefined }, 'AuthFailure')
    expect(await breaker()).toEqual(next)
    expect(next).toMatchObject({ status: 'open', refusals: 1 })
    expect(at.alarms).toEqual([
      { event: 'parcel_vendor_needs_repair', fields: { vendor: 'first', code: 'AuthFailure' } },
    ])
  })

  it('are left alone until tomorrow where one has cost enough, and of any number who see it one rings', async () => {
    const { at, breaker } = here()
    const seen = { desk, breaker: undefined }
    for (const next of [await recordDailySpend(at, seen), await recordDailySpend(at, seen)])
      expect(next).toMatchObject({ until: nextBeijingDay(at.clock.now()) })
    expect(await breaker()).toMatchObject({ until: nextBeijingDay(at.clock.now()) })
    expect(at.alarms).toEqual([{ event: 'parcel_vendor_spent', fields: { vendor: 'first' } }])
  })

  it('are open again once one let a probe in, which is noted once and of a probe alone', async () => {
    const { at, breaker } = here()
    const refused = await recordRefusal(at, { desk, breaker: undefined }, 'AuthFailure')
    await recordRecovery(at, { desk, breaker: refused })
    expect(await breaker()).toEqual(refused)
    at.time.now += 10 * MINUTE
    const probing = probedNow(refused, 'a-call', at.clock.now())
    await at.table.commit(breakerProbed(desk.name, refused, probing))
    await recordRecovery(at, { desk, breaker: probing })
    await recordRecovery(at, { desk, breaker: probing })
    expect(at.notes).toEqual([{ event: 'parcel_vendor_recovered', fields: { vendor: 'first', refusals: 1 } }])
    expect((await breaker())?.status).not.toBe('open')
  })
})
