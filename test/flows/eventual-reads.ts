import type { Engine } from '../../local/engine.ts'

const pages = 'People page through it, and whoever acts on what it shows is held against the item itself by the commit'

/** Every read that may be behind on AWS: indexes alone, by function, and why that does no harm. */
export const argued: Record<string, string> = {
  'upkeep-sweep Query due': 'What it does not show yet is found a minute later; moving it on is a conditional update',
  'upkeep-sweep Query list':
    'The newest day of a channel, which was opened a day ago; a day is opened under the condition that it is not',
  'bookkeeping-reconcile Query list':
    'The ledger of a day, read when its bill is there, hours after it was written; what is missing then is asked for at the channel and booked once',
  'bookkeeping-vendor-statement Query list':
    'Calls of a day that is over, as people import its statement; importing it once more comes to the same',
  'bookkeeping-read Query list': 'Shows the ledger to people; nothing is decided by it',
  'bookkeeping-reconciliations Query list': pages,
  'webhooks-delivery Query list':
    'What an endpoint was owed, for people and for a recovery that is asked for again; an event that its id does not find yet is read by its subject',
  'webhooks-deliver Query list':
    'Looks for other events that an endpoint has not taken for days before it disables that; one that was just taken, and is still in the list, was taken before, which the condition on the endpoint finds out',
  'webhooks-operator Query list': pages,
  'verification-gather Query list':
    'Whoever it does not show yet is shown five minutes later; before a version is retired, two rounds say that nobody is',
  'analytics-gather Query list':
    'Counts a day for people to look at; what a list does not show yet is counted with the next count, and a day is counted for a week after its end',
  'analytics-read Query list': pages,
  'account-ban Query list': pages,
  'operators-manage Query list': pages,
  'payment-operator-refunds Query list': pages,
  'complaints-operator Query list': pages,
  'review-operator Query list': pages,
  'certificates-operator Query list': pages,
  'cases-search Query list':
    'What was made a moment ago may not be found by its id alone; its account and order are, and whoever looks again finds it',
}

/** What the functions of an engine read without need of what was written last, and for no reason that is known. */
export const unarguedReads = ({ calls }: Engine): string[] =>
  calls
    .eventualReads()
    .filter(({ fn, read }) => !fn.startsWith('sandbox-') && !Object.hasOwn(argued, `${fn} ${read}`))
    .map(({ fn, read }) => `${fn} reads what may be behind: ${read}`)
