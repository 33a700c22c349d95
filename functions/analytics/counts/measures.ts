/** What a measure counts in. `yuan_10000th`: costs of vendors, which are finer than fen. `ms`: durations, kept as a histogram. `s`: seconds in all. */
export const measureUnits = ['count', 'fen', 'yuan_10000th', 'ms', 's'] as const
export type MeasureUnit = (typeof measureUnits)[number]

/** What measures are about, in the order they are told in. */
export const measureGroups = [
  'funnel',
  'money',
  'refunds',
  'vendors',
  'texts',
  'faces',
  'complaints',
  'alarms',
  'reading',
] as const
export type MeasureGroup = (typeof measureGroups)[number]

/** Whose day a number is counted on. */
export const countedOn = {
  event: 'the day it happened',
  order: 'the day the order was opened',
  complaint: 'the day the complaint was opened',
  end: 'the day it was over',
  handed: 'the day the vendor was given it',
} as const

/**
 * One number of a Beijing day. `of`: what it is told apart by, in the order in which values are kept. `is`: what exactly is counted;
 * `from`: the items it is counted from.
 */
export type Measure = {
  group: MeasureGroup
  unit: MeasureUnit
  of: readonly string[]
  on: keyof typeof countedOn
  is: string
  from: string
}

const order = { group: 'funnel', on: 'order', from: 'the note of each order, and the order as it stands now' } as const
const ledger = { on: 'event', from: 'the ledger' } as const
const call = { group: 'vendors', on: 'event', from: 'the check of each call to an identity vendor' } as const
const complaint = { group: 'complaints', on: 'complaint', from: 'complaints in every state' } as const
const text = { group: 'texts', on: 'handed', from: 'an item written with each text, which says not to whom' } as const
const face = { group: 'faces', on: 'end', from: 'an item written when one is over, which says not whose' } as const

const alarm = { group: 'alarms', on: 'event', from: 'the history that CloudWatch keeps of alarms for a month' } as const

/** Every measure. A name keeps its meaning for good; what else is to be counted is another name. */
export const measures = {
  gate_refusals: {
    group: 'funnel',
    unit: 'count',
    of: ['feature', 'because'],
    on: 'event',
    is: 'Calls that the gate refused (905): questions to it, messages and recharges, each as often as it was made. Why: nothing was ever proven, what was has ended, is too old, or is not enough; or a ban.',
    from: 'the lines that functions log of it, as CloudWatch counts them',
  },
  codes_asked: {
    group: 'funnel',
    unit: 'count',
    of: [],
    on: 'event',
    is: 'Codes by text message that were asked for and let through by every limit, to sign in and to prove a number together; also those that no vendor sent in the end.',
    from: 'the counter of the deployment that limits codes of a day',
  },
  signed_in: {
    group: 'funnel',
    unit: 'count',
    of: ['way', 'account'],
    on: 'event',
    is: 'Sessions opened: by a code, by the platform or by its link; of a new or a known account.',
    from: 'an item written with each session, which says not whose',
  },
  orders_opened: {
    ...order,
    unit: 'count',
    of: ['good', 'offer', 'method'],
    is: 'Orders opened. Of a verification: data submitted that passed every free check.',
  },
  orders_begun: {
    ...order,
    unit: 'count',
    of: ['good', 'offer', 'method'],
    is: 'Orders of those whose payer chose a way of paying at least once.',
  },
  ways_chosen: {
    ...order,
    unit: 'count',
    of: ['way'],
    is: 'Orders whose payer chose this way of paying; one may choose several.',
  },
  orders_paid: {
    ...order,
    unit: 'count',
    of: ['good', 'offer', 'method', 'channel'],
    is: 'Orders that were bought: the asked amount came in time.',
  },
  orders_ended: {
    ...order,
    unit: 'count',
    of: ['good', 'offer', 'method', 'outcome'],
    is: 'How orders ended: by the verdict (match, mismatch, no_record, identity_in_use, undetermined), delivered, cancelled by the payer, expired, stopped because of what others found out meanwhile, or returned because what was paid was late, wrong or of a banned account. What is still open or being checked has no end.',
  },
  result_ms: {
    ...order,
    unit: 'ms',
    of: ['offer'],
    is: 'From when a verification was paid, by the channel, to when its verdict was written.',
  },
  paid_in: {
    ...ledger,
    group: 'money',
    unit: 'fen',
    of: ['channel'],
    is: 'What payers paid, whether or not it bought anything.',
  },
  payments: { ...ledger, group: 'money', unit: 'count', of: ['channel'], is: 'How many payments that were.' },
  paid_back: {
    ...ledger,
    group: 'money',
    unit: 'fen',
    of: ['channel', 'how'],
    is: 'What a channel paid back: asked by us, or by itself.',
  },
  paid_by_hand: { ...ledger, group: 'money', unit: 'fen', of: [], is: 'What an operator paid back another way.' },
  earned: {
    ...ledger,
    group: 'money',
    unit: 'fen',
    of: ['for'],
    is: 'What was earned, less what a channel took back of it: for a fee, a membership, points.',
  },
  moved: {
    ...ledger,
    group: 'money',
    unit: 'fen',
    of: ['account'],
    is: 'What moved on each kind of account of the ledger, debits less credits; deposits and refunds payable of all payments are one line each. The sum is zero.',
  },
  vendor_cost: {
    ...ledger,
    group: 'vendors',
    unit: 'yuan_10000th',
    of: ['vendor'],
    is: 'What vendors charge for calls, by our own count.',
  },
  refunds_owed: { ...ledger, group: 'refunds', unit: 'count', of: [], is: 'Refunds that came to be owed.' },
  refunds_owed_fen: { ...ledger, group: 'refunds', unit: 'fen', of: [], is: 'What they came to.' },
  refunds_paid: {
    ...ledger,
    group: 'refunds',
    unit: 'count',
    of: ['how'],
    is: 'Refunds that went out: through the channel, or paid another way by an operator.',
  },
  refunds_paid_fen: { ...ledger, group: 'refunds', unit: 'fen', of: ['how'], is: 'What they came to.' },
  refund_taken_ms: {
    ...ledger,
    group: 'refunds',
    unit: 'ms',
    of: ['channel'],
    is: 'Of refunds that went out through a channel: from when they were owed to when it took them. One whose channel told of its taking and its success at once is not in it.',
  },
  refund_ms: {
    ...ledger,
    group: 'refunds',
    unit: 'ms',
    of: ['how'],
    is: 'Of refunds that went out: from when they were owed to when the payer had them.',
  },
  calls: {
    ...call,
    unit: 'count',
    of: ['vendor', 'purpose', 'answer'],
    is: 'Calls to an identity vendor, for an order or as a look of the platform: by what it answered. `unknown`: possibly executed, and nobody heard the end of it. `not_executed` is counted on the day the check had its end.',
  },
  calls_refused: {
    ...call,
    unit: 'count',
    of: ['vendor', 'because'],
    is: 'Of those that were refused: why.',
  },
  call_ms: {
    ...call,
    unit: 'ms',
    of: ['vendor'],
    is: 'How long calls took until their end was known here, failed ones included; not those that were given back as not executed and made again.',
  },
  spent: {
    group: 'vendors',
    unit: 'yuan_10000th',
    of: ['vendor'],
    on: 'event',
    is: 'What calls were booked against the limit of the day; a call whose charge is unknown stays in it.',
    from: 'the shares in which the sum of a day is kept',
  },
  spend_limit: {
    group: 'vendors',
    unit: 'yuan_10000th',
    of: ['vendor'],
    on: 'event',
    is: 'What they could come to, as the setting was when the day was counted last. Over several days: the sum of their limits. None for a vendor without one.',
    from: 'the settings identity.dailySpend, face.dailySpend, company.dailySpend and company.readingDailySpend',
  },
  breaker_openings: {
    group: 'vendors',
    unit: 'count',
    of: ['vendor', 'why'],
    on: 'event',
    is: 'How often nobody was to ask a vendor for a while: as it refused us, still refused us after a pause, its sum of the day was spent, or what calling it takes could not be used.',
    from: 'an item written with each opening',
  },
  texts: {
    ...text,
    unit: 'count',
    of: ['vendor', 'purpose', 'outcome'],
    is: 'Texts with a code that a vendor was given, by the best that is known of each: `answered` (its code was typed in), `delivered` or `undelivered` (what the carrier said; asked only where somebody waits for the text), `sent` (the vendor took it, and nothing more is known), `in_doubt` (it may have taken it), `not_taken`.',
  },
  texts_not_taken: { ...text, unit: 'count', of: ['vendor', 'because'], is: 'Of those, not taken: why.' },
  texts_undelivered: { ...text, unit: 'count', of: ['vendor', 'because'], is: 'Of those, undelivered: why.' },
  text_ms: {
    ...text,
    unit: 'ms',
    of: ['vendor'],
    is: 'Of those that the carrier said were delivered: from when the vendor was given them to when they were on the phone.',
  },
  faces_ended: {
    ...face,
    unit: 'count',
    of: ['vendor', 'outcome', 'because'],
    is: 'Confirmations by face that are over, and why they did not confirm.',
  },
  face_ms: { ...face, unit: 'ms', of: ['vendor'], is: 'Of those that confirmed: from when they were begun.' },
  complaints_opened: { ...complaint, unit: 'count', of: ['channel'], is: 'Complaints opened at a channel.' },
  complaints_answered: {
    ...complaint,
    unit: 'count',
    of: ['channel', 'when'],
    is: 'Of those, answered for the first time: within the time that the channel allows, or late. By when we knew of the answer.',
  },
  complaints_ended: {
    ...complaint,
    unit: 'count',
    of: ['channel', 'outcome'],
    is: 'Of those, ended: by us, without us, or with money given back by the channel.',
  },
  complaints_malicious: {
    ...complaint,
    unit: 'count',
    of: ['channel'],
    is: 'Of those, found malicious by an operator.',
  },
  answer_ms: { ...complaint, unit: 'ms', of: ['channel'], is: 'From when a complaint was opened to its first answer.' },
  alarms_begun: { ...alarm, unit: 'count', of: ['alarm'], is: 'How often an alarm of this deployment began to ring.' },
  alarm_seconds: {
    ...alarm,
    unit: 's',
    of: ['alarm'],
    is: 'For how long it rang on the day, also if it began before.',
  },
  unreadable: {
    group: 'reading',
    unit: 'count',
    of: ['source'],
    on: 'event',
    is: 'Items that could not be read, and are in none of the other numbers.',
    from: 'everything that is counted',
  },
} as const satisfies Record<string, Measure>

export type MeasureName = keyof typeof measures

/** Their names, in the order in which they are told. */
export const measureNames = Object.keys(measures) as MeasureName[]

/** The row of a measure. */
export const measureNamed = (name: MeasureName): Measure => measures[name]

/** The values by which a measure is told apart, one for each of what it is told apart by. */
export type Values<M extends MeasureName> = Words<(typeof measures)[M]['of']>

type Words<T extends readonly string[]> = { readonly [D in keyof T]: string }
