import { describe, expect, it } from 'vitest'
import { everythingHandedOn, everythingSaid } from './said.ts'
import { told } from './told.ts'

const said = everythingSaid()
const handedOn = everythingHandedOn()
const listed = Object.entries(told)

/** What `deskRecords` is made for. */
const desksOf = ['company', 'face', 'transfer']

/** Where the event is no text of the call itself: what it can be. Empty where it was handed in, so that its callers say it. */
const elsewhere: Record<string, readonly string[]> = {
  'functions/bookkeeping/reconciliation/ring.ts: event': [],
  'functions/complaints/following/follow-complaint.ts: event': [],
  'functions/complaints/following/follow-complaint.ts: complaint_{duty}_{word}': ['reply', 'complete'].flatMap((duty) =>
    ['half', 'late', 'missed'].map((word) => `complaint_${duty}_${word}`),
  ),
  'functions/payment/refunds/give-back.ts: event': [],
  'functions/payment/refunds/give-back.ts: late': ['refund_late', 'refund_overdue'],
  'functions/payment/refunds/absorb-forced-refund.ts: refused': ['more_than_paid'],
  ...Object.fromEntries(
    ['needs_repair', 'recovered', 'spent'].map((word) => [
      `functions/verification/vendors/record-desk.ts: {of}_vendor_${word}`,
      desksOf.map((of) => `${of}_vendor_${word}`),
    ]),
  ),
  'functions/vendors/account-alarm.ts: event': ['payment_channel_needs_repair', 'payment_channel_word_unknown'],
}

const eventsOf = ({ file, says, event }: (typeof said)[number]): readonly (string | undefined)[] =>
  event === undefined ? (elsewhere[`${file}: ${says}`] ?? [undefined]) : [event]

const sorted = (texts: Iterable<string | undefined>) => [...new Set(texts)].toSorted()

describe('what the service tells people', () => {
  it('is on the list, all of it, and nothing else is', () => {
    const events = said.flatMap(eventsOf)
    expect(sorted(events)).toEqual(sorted(Object.keys(told)))
    const indirect = said.flatMap(({ file, says, event }) => (event === undefined ? [`${file}: ${says}`] : []))
    expect(sorted(indirect)).toEqual(sorted(Object.keys(elsewhere)))
  })

  it('by `note` is what is only noted, and by anything else what rings', () => {
    const noted = said.filter(({ by }) => by === 'note').flatMap(eventsOf)
    expect(sorted(noted)).toEqual(sorted(listed.flatMap(([event, { does }]) => (does === 'noted' ? [event] : []))))
  })

  it('happens in a flow, or there is a reason why not', () => {
    for (const [event, { by, because }] of listed) {
      if (by.length > 0) expect(because, event).toBeUndefined()
      else expect(because?.length, event).toBeGreaterThan(60)
    }
  })
})

describe('an entry', () => {
  it('hands on the very alarm and the very note of its function', () => {
    expect(new Set(handedOn.map(({ fn }) => fn)).size).toBeGreaterThan(15)
    for (const { fn, name, is } of handedOn) expect([fn, name, is]).toEqual([fn, name, `observer.${name}`])
  })

  it('that hands on an alarm is heard to ring in a flow', () => {
    const ringing = new Set(listed.flatMap(([, { does, by }]) => (does === 'rings' ? by : [])))
    const silent = handedOn.filter(({ fn, name }) => name === 'alarm' && !ringing.has(fn)).map(({ fn }) => fn)
    // Nothing that Alipay notifies of rings: it never says of a refund how it ended, and to read it nobody is asked. Whoever moves people
    // to a new version of the key rings in a release without the old one (test/flows/index-versions.deep.test.ts), and whoever has cards or
    // licences read where a vendor reads them (test/flows/documents-outside.deep.test.ts, test/flows/licences.deep.test.ts), and whoever has accounts of
    // companies proven where somebody transfers (test/flows/account-proof-faults.deep.test.ts).
    expect(silent).toEqual([
      ...['certification-account', 'certification-licence', 'documents-open', 'documents-read'],
      'payment-alipay-notification',
      'verification-gather',
    ])
  })
})
