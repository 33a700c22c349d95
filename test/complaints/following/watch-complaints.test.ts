import { describe, expect, it } from 'vitest'
import { watchComplaints } from '../../../functions/complaints/following/watch-complaints.ts'
import { complaintKeys } from '../../../functions/complaints/keys.ts'
import { DAY, HOUR, SECOND } from '../../../shared/kernel/time.ts'
import { exists, update } from '../../../shared/table/write.ts'
import { bought } from '../../world.ts'
import { type ComplaintWorld, complained, complaintAt, complaintWorld, followed, rang } from '../fixture.ts'

const watch = (at: ComplaintWorld, remainingMs = () => 60 * SECOND) =>
  watchComplaints({ ...at, desk: async () => at.counter.desk, remainingMs })

describe('P12 the watch over complaints happy', () => {
  it('finds what no notification told of, once', async () => {
    const at = complaintWorld()
    const { order } = await bought(at)
    at.queue.sent.length = 0
    const id = at.counter.complains({ outTradeNo: order.id })
    expect(await watch(at)).toBe(1)
    expect(await followed(at)).toEqual(['open'])
    expect(complaintAt(at, id)).toMatchObject({ status: 'open', accountId: expect.any(String) })
    expect(await watch(at)).toBe(0)
  })

  it('asks for the last 30 days in Beijing, and finds one from long ago', async () => {
    const at = complaintWorld()
    const id = at.counter.complains()
    at.time.now += 29 * DAY
    expect(await watch(at)).toBe(1)
    expect(at.counter.asked).toEqual([{ call: 'list', id: '2026-11-20..2026-12-19@0' }])
    expect(complaintAt(at, id)).toBeDefined()
  })

  it('goes through every page', async () => {
    const at = complaintWorld()
    for (let count = 0; count < 120; count += 1) at.counter.complains()
    expect(await watch(at)).toBe(120)
    expect(at.counter.asked.map(({ id }) => id.split('@')[1])).toEqual(['0', '50', '100'])
  })

  it('hears of one that went on after its end', async () => {
    const at = complaintWorld()
    const id = await complained(at)
    at.counter.happens(id, { state: 'processed', awaitsReply: false })
    at.time.now += HOUR
    await watch(at)
    expect(await watch(at)).toBe(0)
    at.time.now += HOUR
    at.queue.sent.push({ kind: 'complaint', id: `wechat_pay#${id}` })
    await followed(at)
    expect(complaintAt(at, id)).toMatchObject({ status: 'withdrawn' })
    expect(await watch(at)).toBe(0)
    at.counter.payerWrites(id)
    expect(await watch(at)).toBe(1)
    expect(await followed(at)).toEqual(['open'])
    expect(await watch(at)).toBe(0)
  })
})

describe('P12 the watch over complaints refused', () => {
  it('rings when the channel does not answer, and makes up for it next time', async () => {
    const at = complaintWorld()
    at.counter.complains()
    at.counter.script.list.push(() => ({ kind: 'unavailable', code: 'timeout' }))
    expect(await watch(at)).toBe(0)
    expect(rang(at)).toEqual(['complaints_not_listed'])
    expect(await watch(at)).toBe(1)
  })

  it('rings when there is not time enough, keeping what it found', async () => {
    const at = complaintWorld()
    for (let count = 0; count < 120; count += 1) at.counter.complains()
    let left = 20 * SECOND
    const remaining = () => {
      left -= 5 * SECOND
      return left
    }
    expect(await watch(at, remaining)).toBe(50)
    expect(at.alarms).toEqual([
      { event: 'complaints_not_listed', fields: { channel: 'wechat_pay', code: 'out_of_time' } },
    ])
    expect(await watch(at)).toBe(70)
  })
})

describe('P12 the watch over complaints hostile', () => {
  it('passes over ids that could not be keys', async () => {
    const at = complaintWorld()
    at.counter.complains({ id: 'a#b.c' })
    expect(await watch(at)).toBe(0)
    expect(at.table.items()).toEqual([])
  })

  it('are told of a complaint that cannot be read, and hear of all the others', async () => {
    const at = complaintWorld()
    const id = await complained(at)
    await followed(at)
    at.counter.complains()
    await at.table.commit([
      update(complaintKeys.complaint('wechat_pay', id), { set: { status: 'what is this' } }, exists('pk')),
    ])
    expect(await watch(at)).toBe(1)
    expect(at.faults).toHaveLength(1)
  })

  it('are told of a complaint that could not be written, and hear of all the others', async () => {
    const at = complaintWorld()
    const [, stuck] = [at.counter.complains(), at.counter.complains(), at.counter.complains()]
    const commit: typeof at.table.commit = async (writes) => {
      if (writes.some(({ key }) => key.pk.endsWith(stuck))) throw new Error('no answer')
      return at.table.commit(writes)
    }
    const broken = { ...at, table: { ...at.table, commit } }
    expect(await watch(broken)).toBe(2)
    expect(at.faults).toEqual([new Error('no answer')])
    expect(await watch(at)).toBe(1)
  })

  it('and a notification at the same time make one complaint', async () => {
    const at = complaintWorld()
    const id = at.counter.complains()
    await Promise.all([watch(at), watch(at), complained(at, { id })])
    await followed(at)
    expect(at.table.items().filter(({ pk }) => pk.startsWith('COMPLAINT#'))).toHaveLength(1)
  })
})
