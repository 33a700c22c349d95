import { describe, expect, it } from 'vitest'
import { bookkeepingKeys } from '../../../functions/bookkeeping/keys.ts'
import { runOpener } from '../../../functions/bookkeeping/reconciliation/open-runs.ts'
import { dayAfter } from '../../../shared/kernel/days.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import { exists, update } from '../../../shared/table/write.ts'
import { itemAt, type World, world } from '../../world.ts'

const channels = ['wechat_pay', 'alipay'] as const

const daysOf = (at: World, channel: string): string[] =>
  at.table
    .items()
    .filter(({ pk, sk }) => sk === 'RECONCILIATION' && pk.includes(`#${channel}#`))
    .map(({ listAt }) => String(listAt))
    .sort()

const newestOf = (at: World, channel: string) => {
  const day = daysOf(at, channel).at(-1) ?? ''
  return { day, key: bookkeepingKeys.reconciliation(channel, day) }
}

describe('the days to be reconciled', () => {
  it.each(['openedAt', 'status', 'day', 'channel'])('are opened after one whose %s cannot be read', async (field) => {
    const at = world()
    const open = runOpener({ ...at, channels })
    await open(at.fault)
    const { day, key } = newestOf(at, 'wechat_pay')
    await at.table.commit([update(key, { remove: [field] }, exists('pk'))])
    at.time.now += 2 * DAY
    await open(at.fault)
    expect(daysOf(at, 'wechat_pay').slice(-3)).toEqual([day, ...[1, 2].map((days) => dayAfter(day, days))])
    expect(at.faults).toEqual([])
  })

  it('of one channel are opened although those of another cannot be, which is told and made up for', async () => {
    const at = world()
    let isBroken = true
    const list: typeof at.table.list = async (of) => {
      if (isBroken && of.list.includes('wechat_pay')) throw new Error('no index')
      return at.table.list(of)
    }
    const open = runOpener({ ...at, table: { ...at.table, list }, channels })
    await open(at.fault)
    expect([daysOf(at, 'wechat_pay').length, daysOf(at, 'alipay').length]).toEqual([0, 3])
    expect(at.faults).toEqual([new Error('no index')])
    isBroken = false
    await open(at.fault)
    expect(daysOf(at, 'wechat_pay')).toEqual(daysOf(at, 'alipay'))
    const before = at.table.calls()
    await open(at.fault)
    expect(at.table.calls()).toBe(before)
  })

  it('are opened in their order, so that none is forgotten when one could not be', async () => {
    const at = world()
    let commits = 0
    const commit: typeof at.table.commit = async (writes) => {
      commits += 1
      if (commits === 2) throw new Error('no answer')
      return at.table.commit(writes)
    }
    const open = runOpener({ ...at, table: { ...at.table, commit }, channels: ['alipay'] })
    await open(at.fault)
    expect(daysOf(at, 'alipay')).toHaveLength(1)
    await open(at.fault)
    expect(daysOf(at, 'alipay')).toHaveLength(3)
    expect(itemAt(at, newestOf(at, 'alipay').key)).toMatchObject({ status: 'due' })
  })
})
