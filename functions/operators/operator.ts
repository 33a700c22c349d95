import type { Alarm } from '../../shared/kernel/alarm.ts'
import type { StateTable } from '../../shared/kernel/states.ts'
import type { Millis } from '../../shared/kernel/time.ts'
import type { Doer } from '../audit/deed.ts'
import { hasRight, type PersonRole } from './rights.ts'

const NAME = /^[a-z][a-z0-9.-]{1,30}$/

/** Whether a text can be the name of an operator; never one of an account, whose ids are longer, nor of a key. */
export const isOperatorName = (text: string): boolean => NAME.test(text)

/** What functions of ours begin with, each named after its capability. */
const FUNCTIONS =
  /^(?:account|analytics|audit|bookkeeping|cases|certificates|certification|clearing|complaints|consent|documents|evidence|face|front|gate|material|membership|messaging|operators|overview|pages|payment|profile|proofing|person|review|sandbox|upkeep|vendors|verification|wallet|webhooks)-/

/** Whether records call something by that name which is nobody: the command line, or a function of ours. Nobody is invited under it. */
export const isReservedName = (name: string): boolean => name === 'command-line' || FUNCTIONS.test(name)

/** A name as somebody types it who signs in. */
export const normaliseName = (typed: string): string => typed.trim().toLowerCase()

/** `invited`: has a link, or needs a new one, and no way to sign in. */
export const operatorStatuses = ['invited', 'active', 'disabled'] as const
export type OperatorStatus = (typeof operatorStatuses)[number]

export const operatorTransitions = [
  { from: ['invited'], to: 'active', on: 'enrolled', when: 'whoever has the link chose a password and showed a code' },
  {
    from: ['invited', 'active'],
    to: 'invited',
    on: 'invited_anew',
    when: 'an admin gives a new link, for a lost phone say: password and phone of before count no more',
  },
  {
    from: ['invited', 'active'],
    to: 'disabled',
    on: 'disabled',
    when: 'an admin lets them in no more; a link they have is over',
  },
  {
    from: ['disabled'],
    to: 'active',
    on: 'enabled',
    when: 'an admin lets them in again, with what they signed in with',
  },
  {
    from: ['disabled'],
    to: 'invited',
    on: 'enabled_unenrolled',
    when: 'an admin lets somebody in again who never was in: they need a new link',
  },
  { from: ['invited'], on: 'link_opened', when: 'whoever has the link looks what it is for' },
  { from: ['active'], on: 'code_taken', when: 'they sign in, or confirm once more that it is them' },
  {
    from: ['invited', 'active', 'disabled'],
    on: 'role_changed',
    when: 'an admin gives them another role; a link they have is over',
  },
  {
    from: ['invited', 'active', 'disabled'],
    to: 'invited',
    on: 'rescued',
    when: 'whoever may write to the table gives a link from the command line',
  },
] as const satisfies StateTable<OperatorStatus, string>
export type OperatorEvent = (typeof operatorTransitions)[number]['on']

/**
 * A person who works on the console. The name is theirs for good and is never given to anybody else. `epoch` counts how often what
 * they may do or what they show for it was changed: a session is of one epoch.
 */
export type Person = {
  name: string
  role: PersonRole
  status: OperatorStatus
  epoch: number
  /** When it was counted on last: since then they are let in as they are now. */
  epochAt: Millis
  createdAt: Millis
  /** Who invited them under this name. */
  invitedBy?: Doer | undefined
  /** Since when they stand as `status` says. */
  statusAt: Millis
  enrolledAt?: Millis | undefined
  /** Until when the link is good, where there is one. */
  linkUntil?: Millis | undefined
  /** When it was opened first. */
  linkOpenedAt?: Millis | undefined
  isEnrolled: boolean
}

/** Whether they count among the admins of whom one must be left. */
export const isActiveAdmin = ({ role, status }: Pick<Person, 'role' | 'status'>): boolean =>
  role === 'admin' && status === 'active'

/** Whether they are one of two people for money. */
export const mayApprove = ({ role, status }: Pick<Person, 'role' | 'status'>): boolean =>
  status === 'active' && hasRight(role, 'approve_money')

/** Rings where somebody comes to be one of two people, so that others ask who that is before `operators.standingMs` is over. */
export const ringForApprover = (
  alarm: Alarm,
  before: Pick<Person, 'role' | 'status'>,
  after: Pick<Person, 'name' | 'role' | 'status'>,
): void => {
  if (mayApprove(after) && !mayApprove(before)) alarm('approver_let_in', { operatorId: after.name })
}

/** Whether somebody would change themselves, which another admin does: who has taken over a session has not taken over its person. */
export const isSelf = ({ name }: Pick<Person, 'name'>, by: Doer): boolean => by.kind === 'operator' && by.id === name
