import type { StateTable } from '../../shared/kernel/states.ts'
import type { Millis } from '../../shared/kernel/time.ts'

export const proofingStatuses = ['told', 'disputed', 'cleared', 'stands'] as const
export type ProofingStatus = (typeof proofingStatuses)[number]

export const proofingTransitions = [
  { from: ['told'], to: 'disputed', on: 'disputed', when: 'somebody who was told says that it was not them' },
  { from: ['disputed'], on: 'paused', when: 'they prove the number and the last four, and sending pauses' },
  { from: ['disputed'], to: 'cleared', on: 'upheld', when: 'a person finds that it was somebody else' },
  { from: ['disputed'], to: 'stands', on: 'dismissed', when: 'a person finds otherwise, or what was asked never came' },
  { from: ['disputed'], to: 'told', on: 'taken_back', when: 'whoever said so takes it back' },
  { from: ['stands'], to: 'disputed', on: 'appealed', when: 'they appeal, and another person looks' },
  {
    from: ['disputed', 'stands'],
    to: 'disputed',
    on: 'taken_over',
    when: 'only the account itself had said so, and another account of the person does',
  },
] as const satisfies StateTable<ProofingStatus, string>
export type ProofingEvent = (typeof proofingTransitions)[number]['on']

/**
 * That an account was verified, which is told to that account and to every other of the same person, so that whoever it was not can say
 * so. `id`: of the verification, or of the papers. `phoneIndex`: blind index of the number it was proven with (`indexProvenPhone`).
 * `case`: of whoever says that it was not them. Times in epoch ms.
 */
export type Proofing = {
  id: string
  accountId: string
  /** The accounts that were told. */
  receivers: string[]
  /** People looked at papers; else a vendor was asked. */
  byPeople?: true | undefined
  /** The operators who did: whoever says that it was not them is heard by others. */
  deciders?: string[] | undefined
  at: Millis
  /** Since when the account is that person: before `at` where it was verified anew, as nobody else in between. */
  since: Millis
  /** Until when it can be said that it was not them. */
  until: Millis
  status: ProofingStatus
  maskedName: string
  maskedIdNumber: string
  maskedPhone?: string | undefined
  phoneIndex?: string | undefined
  case?: string | undefined
  /** Until when sending was paused because of it, which it is once. */
  pausedUntil?: Millis | undefined
}
