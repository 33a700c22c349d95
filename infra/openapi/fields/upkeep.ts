import { at, id } from './cast.ts'
import type { Fields } from './field.ts'

const letter = '5fea7756-0ea4-451a-a703-a558b933e274'

/** What operators see of the machinery, and do to it. */
export const upkeepFields: Fields = {
  queues: ['Each of them.'],
  queue: ['A queue of work.', 'orders'],
  'queues.kind': ['The kind of work that its pointers name.', 'order'],
  'ListDeadLettersAnswer.kind': ['The kind of work that its pointers name.', 'order'],
  worker: ['The function that does it; its log says why something failed.', 'payment-order'],
  count: ['About how many dead letters it has.', 1],
  oldestAt: ['When the oldest of those looked at was first sent; null where there is none.', at.created],
  letters: ['The oldest of them.'],
  'ReplayDeadLettersRequest.letters': ['Which, by their ids; all where it is left out.', [letter]],
  'letters.id': ['Names the letter in its queue.', letter],
  pointer: ['The work it names, as a search takes it; null in a letter that names none of its queue.', id.order],
  sentAt: ['When it was first sent.', at.created],
  receives: ['How often it was received: by its worker until it was dead, and to be looked at.', 6],
  isThere: ['Whether the item that it names is there.', true],
  owedAt: ['From when on that work is owed; null where it is done meanwhile, or its item is gone.', at.paid],
  'letters.status': ['How the item stands, where it has a state.', 'created'],
  'ListDeadLettersAnswer.left': ['About how many more there are.', 0],
  'ReplayDeadLettersRequest.reason': ['Why, for the record.', '渠道已恢复'],
  settings: ['All of them.'],
  'settings.name': ['Its full name.', 'sms.tries'],
  'settings.unit': ['What it counts, or its form.', 'pieces'],
  value: ['What this deployment runs with.', 5],
  byDefault: ['What it would be if nobody had set it.', 5],
  differs: ['Whether somebody set it to something else.', false],
  is: ['What it does.', 'How often a code may be typed before it is spent.'],
  range: ['What it may be, as “must be …” goes on.', 'a whole number from 0'],
  secrets: ['The secrets that functions of this deployment read.'],
  'secrets.name': ['What it is for.', 'SECRET_PLATFORM'],
  storedAs: [
    'Its name in Secrets Manager; null where this deployment has no such account.',
    'shiming/production/platform',
  ],
  'ListAlarmsQuery.state': ['Which of them.', 'ringing'],
  alarms: ['Those in that state, the newest change first.'],
  counts: ['How many there are in each state.'],
  'counts.ringing': ['How many ring.', 0],
  'counts.quiet': ['How many do not.', 271],
  'counts.unknown': ['Of how many nobody knows.', 0],
  'alarms.name': ['Its name at CloudWatch.', 'shiming-production-data-ordersDeadAlarm'],
  'alarms.state': ['Whether it rings; `unknown` while CloudWatch has not enough data.', 'ringing'],
  'alarms.since': ['Since when it is in that state.', at.created],
  impact: [
    'What people notice while it rings.',
    'orders do not expire, and payments whose notification was lost go unnoticed',
  ],
  advice: [
    'What is wrong, and where to look.',
    'orders-dead holds pointers to work that failed 5 times; look at the log of its worker',
  ],
  'alarms.because': [
    'What CloudWatch gives as the reason.',
    'Threshold Crossed: 1 datapoint [1.0] was greater than or equal to the threshold (1.0).',
  ],
  sent: ['How many were sent to their queue again.', 1],
  'ReplayDeadLettersAnswer.unreadable': ['How many name no work of their queue, and stay.', 0],
  'ReplayDeadLettersAnswer.left': ['About how many are still there.', 0],
}
