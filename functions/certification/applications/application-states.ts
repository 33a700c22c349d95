import { eventsOf, type StateTable } from '../../../shared/kernel/states.ts'

export const applicationStatuses = [
  'draft',
  'awaiting_confirmation',
  'awaiting_payment',
  'in_review',
  'returned',
  'certified',
  'refused',
  'withdrawn',
  'confirmation_expired',
  'payment_expired',
  'correction_expired',
  'payment_reversed',
] as const
export type ApplicationStatus = (typeof applicationStatuses)[number]

/** Over; another may be begun for the app. */
export const endedStatuses = [
  'certified',
  'refused',
  'withdrawn',
  'confirmation_expired',
  'payment_expired',
  'correction_expired',
  'payment_reversed',
] as const satisfies readonly ApplicationStatus[]

export const applicationTransitions = [
  { from: ['draft'], on: 'edited', when: 'the administrator fills it in; nothing of it counts yet' },
  {
    from: ['draft'],
    to: 'awaiting_confirmation',
    on: 'submitted',
    when: 'the free pre-check finds nothing wrong; the name that is asked for is kept for it from now on',
  },
  {
    from: ['awaiting_confirmation'],
    to: 'awaiting_payment',
    on: 'confirmed',
    when: 'the administrator confirms exactly this change of name, by a code to their phone, the last four of their ID number, and by face or by a picture for people',
  },
  {
    from: ['awaiting_confirmation'],
    to: 'in_review',
    on: 'confirmed_free',
    when: 'the same, of an application that costs nothing',
  },
  {
    from: ['awaiting_confirmation'],
    to: 'confirmation_expired',
    on: 'not_confirmed',
    when: 'nobody confirmed in time, by the clock, whoever looks',
  },
  { from: ['awaiting_payment'], to: 'in_review', on: 'paid', when: 'the fee was paid in time: people owe an answer' },
  {
    from: ['awaiting_payment'],
    to: 'payment_expired',
    on: 'not_paid',
    when: 'the fee was not paid in time, by the clock, whoever looks; what comes later goes back',
  },
  {
    from: ['in_review'],
    to: 'returned',
    on: 'returned',
    when: 'whoever holds its case says which fields to correct, and until when; three times at most',
  },
  { from: ['returned'], on: 'amended', when: 'the administrator corrects it; nothing of it counts yet' },
  {
    from: ['returned'],
    to: 'in_review',
    on: 'corrected',
    when: 'the administrator sends it again in time, free of charge',
  },
  {
    from: ['returned'],
    to: 'correction_expired',
    on: 'not_corrected',
    when: 'it was not sent again in time, by the clock, whoever looks',
  },
  {
    from: ['in_review'],
    on: 'overdue',
    when: 'it was not decided in the time that was promised: the fee goes back, and people decide all the same',
  },
  {
    from: ['in_review', 'returned'],
    to: 'payment_reversed',
    on: 'reversed',
    when: 'the channel gave its fee back by itself before it was decided: nobody looks any further',
  },
  {
    from: ['in_review'],
    to: 'certified',
    on: 'certified',
    when: 'whoever holds its case finds the applicant qualified; the name of the app changes in the same commit, unless that was refused',
  },
  { from: ['in_review'], to: 'refused', on: 'refused', when: 'whoever holds its case does not' },
  {
    from: ['refused'],
    to: 'in_review',
    on: 'appealed',
    when: 'the administrator appeals: other people look at it, free of charge',
  },
  {
    from: ['draft'],
    to: 'withdrawn',
    on: 'abandoned',
    when: 'nobody sent it in for so long that its pictures are not kept any more, by the clock, whoever looks',
  },
  {
    from: ['draft', 'awaiting_confirmation', 'awaiting_payment', 'in_review', 'returned'],
    to: 'withdrawn',
    on: 'withdrawn',
    when: 'the administrator takes it back; not while somebody works at its case',
  },
] as const satisfies StateTable<ApplicationStatus, string>
export type ApplicationEvent = (typeof applicationTransitions)[number]['on']

/** What happens to one, from its beginning on. */
export const applicationStepEvents = eventsOf<ApplicationStatus, ApplicationEvent, 'created'>(
  applicationTransitions,
  'created',
)

/** Whether it is over. */
export const isEnded = ({ status }: { status: ApplicationStatus }): boolean =>
  endedStatuses.some((one) => one === status)
