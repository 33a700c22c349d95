import { describe, expect, it } from 'vitest'
import { bookkeepingLists } from '../../functions/bookkeeping/keys.ts'
import { runOpener } from '../../functions/bookkeeping/reconciliation/open-runs.ts'
import { minuteParts } from '../../functions/upkeep/run-minute.ts'
import { DAY, MINUTE } from '../../shared/kernel/time.ts'
import { scheduled } from '../../shared/queue/scheduled.ts'
import { exists, update } from '../../shared/table/write.ts'
import { contextOf } from '../shared/lambda-context.ts'
import { bought, type World, world } from '../world.ts'

/** The minute's function, as it is deployed. */
const minuteOf = (at: World, openRuns: Parameters<typeof minuteParts>[0]['openRuns']) => {
  const ended: string[] = []
  const observer = {
    now: at.clock.now,
    job: ({ kind, outcome }: { kind: string; outcome: string }) => void ended.push(`${kind} ${outcome}`),
    fault: at.fault,
  }
  return { ended, run: () => scheduled(observer, minuteParts({ ...at, openRuns }))({}, contextOf(50_000)) }
}

describe('P16 every minute', () => {
  it('sweeps, and then opens the days that are to be reconciled', async () => {
    const at = world()
    await bought(at)
    at.time.now += MINUTE
    at.queue.sent.length = 0
    const { ended, run } = minuteOf(at, runOpener({ ...at, channels: ['alipay'] }))
    await run()
    expect(ended).toEqual(['sweep sent_2', 'open_runs done'])
    expect(at.queue.sent.map(({ kind }) => kind).toSorted()).toEqual([
      'check',
      'outbox',
      'reconciliation',
      'reconciliation',
      'reconciliation',
    ])
  })

  it('sweeps although no day can be opened, and says so', async () => {
    const at = world()
    await bought(at)
    at.time.now += MINUTE
    at.queue.sent.length = 0
    const { run } = minuteOf(at, async () => {
      throw new Error('a day cannot be read')
    })
    await expect(run()).rejects.toThrow('not all done: open_runs')
    expect(at.queue.sent.map(({ kind }) => kind).toSorted()).toEqual(['check', 'outbox'])
    expect(at.faults).toEqual([new Error('a day cannot be read')])
  })

  it('opens the days although nothing can be swept, and says so', async () => {
    const at = world()
    const due = async () => {
      throw new Error('no index')
    }
    const { ended, run } = minuteOf({ ...at, table: { ...at.table, due } }, runOpener({ ...at, channels: ['alipay'] }))
    await expect(run()).rejects.toThrow('not all done: sweep')
    expect(ended).toEqual(['sweep sent_0', 'open_runs done'])
  })

  it('sweeps on, day after day, with a day in the table that no reader understands', async () => {
    const at = world()
    const { run } = minuteOf(at, runOpener({ ...at, channels: ['alipay'] }))
    await run()
    const list = bookkeepingLists.reconciliations('alipay')
    const [newest] = (await at.table.list({ list, limit: 1, newestFirst: true })).items
    if (!newest) throw new Error('no day')
    await at.table.commit([update(newest, { set: { status: 'what is this' }, remove: ['openedAt'] }, exists('pk'))])
    at.time.now += DAY
    const ready = await bought(at)
    at.time.now += MINUTE
    at.queue.sent.length = 0
    await run()
    expect(at.queue.sent).toContainEqual({ kind: 'check', id: ready.checkId })
    expect(at.faults).toEqual([])
  })
})
