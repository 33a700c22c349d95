import type { StateTable } from '../../../shared/kernel/states.ts'

/**
 * `left`: given up for another method before anybody scanned it, and payable until the order's time is over. `closed`: nobody can
 * pay it any more.
 */
export const attemptStatuses = ['open', 'left', 'closed'] as const
export type AttemptStatus = (typeof attemptStatuses)[number]

export const attemptTransitions = [
  { from: ['open'], on: 'offered', when: 'the payer has what is needed to pay' },
  { from: ['open', 'left'], to: 'left', on: 'left', when: 'given up, though its code may still be scanned' },
  { from: ['open', 'left'], to: 'closed', on: 'closed', when: 'closed at the channel, or nobody can pay it any more' },
] as const satisfies StateTable<AttemptStatus, string>
export type AttemptEvent = (typeof attemptTransitions)[number]['on']
