import { describe, expect, it } from 'vitest'
import {
  type ResultText,
  type ResultTextEvent,
  type ResultTextStatus,
  resultTextStatuses,
  resultTextTransitions,
} from '../../../functions/certification/texting/result-text.ts'
import {
  resultTextMoved,
  resultTextOf,
  resultTextOwed,
} from '../../../functions/certification/texting/result-text-store.ts'
import { memoryTable } from '../../../shared/table/memory.ts'
import { NOON } from '../../kit.ts'
import { finals, itObeys, type Machine, reachable } from '../../state-moves.ts'

const textIn = (status: ResultTextStatus): ResultText => ({
  ...{ id: `${'c'.repeat(32)}-3`, accountId: 'a'.repeat(32), application: 'c'.repeat(32), result: 'certified', status },
  ...{ createdAt: NOON, tries: 1, vendor: 'tencent_cloud', ref: 'r', leaseUntil: NOON, notBefore: NOON },
})

const moved = (read: ResultTextStatus, on: ResultTextEvent, changes: Partial<ResultText> = {}) =>
  resultTextMoved(textIn(read), on, changes)

const machine: Machine<ResultTextStatus, ResultTextEvent> = {
  table: resultTextTransitions,
  states: resultTextStatuses,
  itemIn: (status) => resultTextOwed(textIn(status)),
  writes: {
    handed: (read) => moved(read, 'handed', { tries: 2, leaseUntil: NOON }),
    taken: (read) => moved(read, 'taken'),
    doubted: (read) => moved(read, 'doubted'),
    not_taken: (read) => moved(read, 'not_taken', { notBefore: NOON }),
    given_up: (read) => moved(read, 'given_up', { because: 'vendors' }),
  },
}

describe('W5 states of a result that is texted', () => {
  it('can all be reached, and the three ends are left by nothing', () => {
    expect(reachable(resultTextTransitions, 'waiting')).toEqual([...resultTextStatuses].sort())
    expect([...finals(resultTextTransitions)].sort()).toEqual(['given_up', 'in_doubt', 'sent'])
  })

  it('are kept as they were, and owe work only while they are not over', async () => {
    const table = memoryTable()
    for (const status of resultTextStatuses) {
      const of = { ...textIn(status), id: status }
      const owed = resultTextOwed(of)
      await table.commit([owed])
      const item = await table.get(owed.key)
      expect(item && resultTextOf(item)).toEqual(of)
      expect(item?.dueAt !== undefined).toBe(['waiting', 'giving'].includes(status))
    }
  })

  itObeys(machine)
})
