import { describe, expect, it } from 'vitest'
import { identityPaper, isOver, papersOf, readPapers } from '../../../functions/certification/papers/paper.ts'
import { paperFaults } from '../../../functions/certification/papers/paper-faults.ts'
import {
  ALL_TOLD,
  afterReminding,
  nextReminderAt,
  owedReminders,
  papersCertified,
} from '../../../functions/certification/papers/reminders.ts'
import { beijingDay, beijingDayStart, DAY } from '../../../shared/kernel/time.ts'
import { codeOf, NOON, valueIn } from '../../kit.ts'

const settings = { letterMs: 90 * DAY }
const today = beijingDay(NOON)

const read = (kind: 'business_licence' | 'authorisation_letter', day: string) =>
  readPapers([{ kind, day }], settings, NOON)

describe('W4 until when a paper counts', () => {
  it('is the end of the last day of a licence, in Beijing, and never where it has none', () => {
    expect(valueIn(read('business_licence', '2027-02-28'))).toEqual([
      { kind: 'business_licence', day: '20270228', until: beijingDayStart('20270301') },
    ])
    expect(valueIn(read('business_licence', 'open'))).toEqual([{ kind: 'business_licence', day: 'open' }])
  })

  it('is 90 days from the day on which a letter was signed, which is not after today', () => {
    const [paper] = valueIn(read('authorisation_letter', today))
    expect(paper).toEqual({ kind: 'authorisation_letter', day: today, until: beijingDayStart(today) + 90 * DAY })
    const tomorrow = beijingDay(NOON + DAY)
    expect(codeOf(read('authorisation_letter', tomorrow))).toBe('invalid_paper_day')
    expect(codeOf(read('authorisation_letter', 'open'))).toBe('invalid_paper_day')
  })

  it.each(['20270230', '2027-2-3', '', '20271301', '00000000', 'never'])('is not %s', (day) => {
    const refused = read('business_licence', day)
    expect(refused).toMatchObject({ ok: false, refusal: { fields: [{ pointer: '/papers/0/day' }] } })
  })

  it('is what was said first of a kind', () => {
    const typed = ['20270101', '20280101'].map((day) => ({ kind: 'business_licence' as const, day }))
    expect(valueIn(readPapers(typed, settings, NOON))).toMatchObject([{ day: '20270101' }])
  })

  it('ends at the very millisecond', () => {
    expect(isOver({ until: NOON + 1 }, NOON)).toBe(false)
    expect(isOver({ until: NOON }, NOON)).toBe(true)
    expect(isOver({}, NOON)).toBe(false)
  })

  it('is of a person that of the document they proved last, and of nobody else', () => {
    const proof = { kind: 'id_document', at: NOON, validUntil: NOON + DAY, possession: false } as const
    expect(identityPaper([proof])).toMatchObject({ kind: 'identity', until: NOON + DAY })
    expect(identityPaper([{ kind: 'id_document', at: NOON, possession: false }])).toBeUndefined()
    expect(identityPaper([{ ...proof, kind: 'face' }])).toBeUndefined()
    const of = { materials: [], papers: [] }
    expect(papersOf({ ...of, kind: 'individual' }, [proof])).toHaveLength(1)
    expect(papersOf({ ...of, kind: 'enterprise' }, [proof])).toEqual([])
  })

  it('counts only of pictures that are there', () => {
    const papers = valueIn(read('business_licence', '20270101'))
    expect(papersOf({ kind: 'enterprise', materials: [], papers }, [])).toEqual([])
    expect(papersOf({ kind: 'enterprise', materials: [{ kind: 'business_licence' }], papers }, [])).toEqual(papers)
  })

  it('has to be said of each picture of a paper that runs out, and not to be over', () => {
    expect(paperFaults(['name_proof'], [], NOON)).toEqual([])
    expect(paperFaults(['business_licence'], [], NOON)).toEqual([
      { code: 'paper_day_missing', kind: 'business_licence' },
    ])
    const over = valueIn(read('business_licence', '20200101'))
    expect(paperFaults(['business_licence'], over, NOON)).toEqual([{ code: 'paper_over', kind: 'business_licence' }])
  })
})

describe('W4 reminders of a paper of a certified app', () => {
  const until = NOON + 100 * DAY
  const [certified] = papersCertified([{ kind: 'business_licence', day: '20280101', until }], NOON)
  const paper = certified ?? { kind: 'business_licence', day: '' }

  it('are due 30 and 7 days before it is over and when it is, once each, however late', () => {
    let papers = [paper]
    for (const at of [until - 30 * DAY, until - 7 * DAY, until]) {
      expect(nextReminderAt(papers)).toBe(at)
      expect(owedReminders(papers, at - 1)).toEqual([])
      expect(owedReminders(papers, at)).toHaveLength(1)
      papers = afterReminding(papers, at)
      expect(owedReminders(papers, at)).toEqual([])
    }
    expect(nextReminderAt(papers)).toBeUndefined()
    // Three are not told at once by whoever comes months later.
    expect(afterReminding([paper], until + DAY)).toMatchObject([{ told: ALL_TOLD }])
  })

  it('are not told of what lay behind when it was certified, and never of what has no end', () => {
    expect(papersCertified([paper], until - 10 * DAY)).toMatchObject([{ told: 1 }])
    expect(nextReminderAt(papersCertified([paper], until - 10 * DAY))).toBe(until - 7 * DAY)
    expect(nextReminderAt(papersCertified([{ kind: 'business_licence', day: 'open' }], NOON))).toBeUndefined()
    expect(nextReminderAt([{ kind: 'business_licence', day: '20280101', until }])).toBeUndefined()
  })
})
