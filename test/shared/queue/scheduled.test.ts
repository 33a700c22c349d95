import { describe, expect, it } from 'vitest'
import { type Parts, scheduled } from '../../../shared/queue/scheduled.ts'
import type { JobLine } from '../../../shared/queue/worker.ts'
import { Contended, NotNow } from '../../../shared/table/table.ts'
import { contextOf } from '../lambda-context.ts'

const SECRET = '张三 110101189001011234'

const observed = (parts: Parts) => {
  const lines: JobLine[] = []
  const faults: { error: unknown; at: object }[] = []
  let now = 0
  const observer = {
    now: () => {
      now += 3.4
      return now
    },
    job: (line: JobLine) => lines.push(line),
    fault: (error: unknown, at: object) => faults.push({ error, at }),
  }
  return { lines, faults, run: () => scheduled(observer, parts)({}, contextOf(7000)) }
}

describe('what runs by the clock', () => {
  it('does its parts in their order, with a line for each, and knows how long it may run', async () => {
    const { lines, faults, run } = observed({
      first: async ({ remainingMs }) => `left_${remainingMs()}`,
      second: async () => 'done',
    })
    expect(await run()).toEqual({ first: 'left_7000', second: 'done' })
    expect(lines.map(({ kind, outcome, ms }) => [kind, outcome, ms])).toEqual([
      ['first', 'left_7000', 3],
      ['second', 'done', 3],
    ])
    expect(faults).toEqual([])
  })

  it('does the rest when a part fails, and fails itself in the end, without saying what it met', async () => {
    const broken = new Error(SECRET)
    const { lines, faults, run } = observed({
      first: async () => {
        throw broken
      },
      second: async () => 'done',
    })
    const error: unknown = await run().catch((thrown: unknown) => thrown)
    expect(lines.map(({ kind }) => kind)).toEqual(['second'])
    expect(faults).toEqual([{ error: broken, at: { kind: 'first', id: expect.any(String) } }])
    expect(error).toMatchObject({ name: 'PartsFailed', message: 'not all done: first' })
    expect(String(Object(error).stack)).not.toContain('张三')
  })

  it('fails for what a part told and went on from, by the name of the item', async () => {
    const broken = new Error('one item')
    const { lines, faults, run } = observed({
      only: async ({ fault }) => {
        fault(broken, 'ORDER#1')
        return 'sent_3'
      },
    })
    await expect(run()).rejects.toThrow('not all done: only')
    expect(lines.map(({ outcome }) => outcome)).toEqual(['sent_3'])
    expect(faults).toEqual([{ error: broken, at: { kind: 'only', id: 'ORDER#1' } }])
  })

  it('does not fail for what others held up, which is told all the same', async () => {
    const contended = new Contended('others')
    const { lines, faults, run } = observed({
      told: async ({ fault }) => {
        fault(contended, 'ORDER#1')
        return 'sent_3'
      },
      thrown: async () => {
        throw contended
      },
      last: async () => 'done',
    })
    expect(await run()).toEqual({ told: 'sent_3', last: 'done' })
    expect(lines.map(({ kind }) => kind)).toEqual(['told', 'last'])
    expect(faults.map(({ error }) => error)).toEqual([contended, contended])
    const trouble = observed({ only: async () => Promise.reject(new NotNow('throttled')) })
    await expect(trouble.run()).rejects.toThrow('not all done: only')
  })
})
