import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Complaint,
  complaintAfter,
  complaintName,
  complaintStatuses,
  complaintTransitions,
  isComplaintId,
  isEnded,
  isNews,
} from '../../functions/complaints/complaint.ts'
import type { ChannelComplaint } from '../../functions/complaints/complaint-desk.ts'
import { sources, target } from '../../shared/kernel/states.ts'
import { HOUR } from '../../shared/kernel/time.ts'
import { NOON } from '../kit.ts'
import { eventsOf, movesIn, reachable } from '../state-moves.ts'

const complaint: Complaint = {
  channel: 'wechat_pay',
  complaintId: '200201820261120000000000001',
  status: 'open',
  openedAt: NOON,
  roundAt: NOON,
  waitingSince: NOON,
  toldAt: NOON,
  followUps: 1,
  fullyRefunded: false,
  orders: [],
  rung: [],
  answers: [],
  changes: 3,
}

const told: ChannelComplaint = {
  channel: 'wechat_pay',
  complaintId: complaint.complaintId,
  state: 'processing',
  openedAt: NOON,
  text: '退钱',
  orders: [],
  fullyRefunded: false,
  awaitsReply: false,
  followUps: 1,
  problem: 'REFUND',
}

const arbitraryTold = fc.record({
  state: fc.constantFrom('pending', 'processing', 'processed'),
  awaitsReply: fc.boolean(),
  fullyRefunded: fc.boolean(),
  followUps: fc.integer({ min: 1, max: 4 }),
})

const arbitraryKnown = fc.record({
  status: fc.constantFrom(...complaintStatuses),
  completedAt: fc.constantFrom(undefined, NOON),
  forcedFen: fc.constantFrom(undefined, 0, 100),
  toldAt: fc.constantFrom(undefined, NOON),
})

const answered = { state: 'processing', awaitsReply: false } as const
const waits = { state: 'processing', awaitsReply: true } as const
const over = { state: 'processed', awaitsReply: false } as const

/** What brings each event about: what the channel tells, and of what. */
const causes: Record<
  (typeof complaintTransitions)[number]['on'],
  { known?: Partial<Complaint>; news: Partial<ChannelComplaint> }
> = {
  answered: { news: answered },
  written_again: { news: waits },
  completed: { known: { completedAt: NOON }, news: over },
  withdrawn: { news: over },
  forced: { known: { forcedFen: 100 }, news: over },
  gone_on: { news: waits },
  answered_there: { news: answered },
}

describe('P12 M1 states of a complaint', () => {
  it.each(eventsOf(complaintTransitions))('%s leads from all its states to where its row says', (event) => {
    const { known, news } = causes[event]
    for (const status of sources(complaintTransitions, event)) {
      const after = complaintAfter({ ...complaint, ...known, status }, { ...told, ...news }, NOON + HOUR)
      expect(after.status).toBe(target(complaintTransitions, event))
    }
  })

  it('can all be reached from the beginning', () => {
    expect(reachable(complaintTransitions, 'open')).toEqual([...complaintStatuses].sort())
  })

  it('move exactly as the table says, whatever the channel tells of whatever is known', () => {
    const moves = new Set<string>()
    fc.assert(
      fc.property(arbitraryKnown, arbitraryTold, (known, news) => {
        const before = { ...complaint, ...known }
        const after = complaintAfter(before, { ...told, ...news }, NOON + HOUR)
        if (after.status !== before.status) moves.add(`${before.status} → ${after.status}`)
      }),
      { numRuns: 3000 },
    )
    expect([...moves].sort()).toEqual(movesIn(complaintTransitions))
  })

  it('are the same if the same is told twice', () => {
    fc.assert(
      fc.property(arbitraryKnown, arbitraryTold, (known, news) => {
        const once = complaintAfter({ ...complaint, ...known }, { ...told, ...news }, NOON + HOUR)
        expect(complaintAfter(once, { ...told, ...news }, NOON + HOUR)).toEqual(once)
      }),
    )
  })

  it.each([
    ['pending', true, 'open'],
    ['processing', true, 'open'],
    ['processing', false, 'replied'],
    ['processed', false, 'withdrawn'],
    ['processed', true, 'withdrawn'],
  ] as const)('%s at the channel, an answer awaited: %s, is %s here', (state, awaitsReply, status) => {
    expect(complaintAfter(complaint, { ...told, state, awaitsReply }, NOON).status).toBe(status)
  })

  it('an end we asked for is completed, one with money forced out of us is forced', () => {
    const over = { ...told, state: 'processed' } as const
    expect(complaintAfter({ ...complaint, completedAt: NOON }, over, NOON).status).toBe('completed')
    expect(complaintAfter({ ...complaint, completedAt: NOON, forcedFen: 100 }, over, NOON).status).toBe('forced')
    expect(complaintAfter({ ...complaint, forcedFen: 0 }, over, NOON).status).toBe('withdrawn')
    expect(complaintAfter({ ...complaint, forcedFen: 1 }, over, NOON).status).toBe('forced')
  })
})

describe('P12 what the channel tells', () => {
  it('replaces our guess of when it was opened, at the first look only', () => {
    const heard = { ...complaint, openedAt: NOON + HOUR, roundAt: NOON + HOUR, waitingSince: NOON + HOUR }
    const first = complaintAfter({ ...heard, toldAt: undefined }, { ...told, awaitsReply: true }, NOON + HOUR)
    expect(first).toMatchObject({ openedAt: NOON, roundAt: NOON, waitingSince: NOON })
    const later = complaintAfter({ ...heard, roundAt: NOON + 5 }, { ...told, awaitsReply: true }, NOON + HOUR)
    expect(later).toMatchObject({ openedAt: NOON, roundAt: NOON + 5 })
  })

  it('begins a new round when the payer goes on after the end', () => {
    const ended = { ...complaint, status: 'completed', waitingSince: undefined, completedAt: NOON } as const
    const again = complaintAfter(ended, { ...told, awaitsReply: true, followUps: 2 }, NOON + HOUR)
    expect(again).toMatchObject({ status: 'open', roundAt: NOON + HOUR, waitingSince: NOON + HOUR, followUps: 2 })
    expect(again.completedAt).toBeUndefined()
    expect(complaintAfter({ ...complaint, completedAt: NOON }, told, NOON + HOUR).completedAt).toBe(NOON)
  })

  it('begins a new round when the payer goes on with what we ended and the channel never showed as ended', () => {
    const replied = { ...complaint, status: 'replied', waitingSince: undefined, completedAt: NOON } as const
    const again = complaintAfter(replied, { ...told, awaitsReply: true, followUps: 2 }, NOON + HOUR)
    expect(again).toMatchObject({ status: 'open', roundAt: NOON + HOUR, waitingSince: NOON + HOUR })
    expect(again.completedAt).toBeUndefined()
    expect(complaintAfter(again, { ...told, state: 'processed' }, NOON + HOUR).status).toBe('withdrawn')
  })

  it('does not restart the time for an answer while one is awaited', () => {
    const waiting = complaintAfter(complaint, { ...told, awaitsReply: true, followUps: 2 }, NOON + HOUR)
    expect(waiting.waitingSince).toBe(NOON)
  })

  it('is news only about what we hold for ended', () => {
    const ended = { ...complaint, status: 'withdrawn' } as const
    expect(isEnded(ended)).toBe(true)
    const over = { ...told, state: 'processed' } as const
    expect(isNews(ended, over)).toBe(false)
    expect(isNews(ended, told)).toBe(true)
    expect(isNews(ended, { ...over, followUps: 2 })).toBe(true)
    expect(isNews(ended, { ...over, fullyRefunded: true })).toBe(true)
    expect(isNews({ ...ended, fullyRefunded: true }, { ...over, fullyRefunded: true })).toBe(false)
    expect(isNews(complaint, { ...told, followUps: 9 })).toBe(false)
  })
})

describe('the name of a complaint', () => {
  it('holds the channel, because each numbers its own', () => {
    expect(complaintName(complaint)).toBe('wechat_pay#200201820261120000000000001')
  })

  it.each(['0', '9', 'A', 'Z', 'a', 'z', '_', '-', 'x'.repeat(64)])('%j can be one', (text) => {
    expect(isComplaintId(text)).toBe(true)
  })

  it.each(['', 'a.b', 'a#b', 'a/b', 'é', 'x'.repeat(65), 'a b', 'a\n'])('%j cannot be one', (text) => {
    expect(isComplaintId(text)).toBe(false)
  })
})
