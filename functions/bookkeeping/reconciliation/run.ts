import type { StateTable } from '../../../shared/kernel/states.ts'

/** `due` until the bill is there and everything in it is dealt with. */
export const runStatuses = ['due', 'done'] as const
export type RunStatus = (typeof runStatuses)[number]

export const runTransitions = [
  { from: ['due'], on: 'claimed', when: 'a worker holds the lease and compares' },
  {
    from: ['due'],
    on: 'waited',
    when: 'the bill is not there or damaged, it is not its turn, the channel owes an answer, or something failed',
  },
  { from: ['due', 'done'], to: 'done', on: 'finished', when: 'everything in the bill is dealt with' },
  { from: ['due', 'done'], to: 'due', on: 'reopened', when: 'an operator wants the day compared once more' },
] as const satisfies StateTable<RunStatus, string>
