import { describe, expect, it } from 'vitest'
import type { TalkLine } from '../../../functions/complaints/complaint-desk.ts'
import { hasArrived, TALK_VERSION, talkOf, wentOn } from '../../../functions/complaints/talk/talk.ts'
import { HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'

const complained: TalkLine = { at: NOON, by: 'payer', event: 'complained', text: '要求退款' }
const said = (text: string, at: number): TalkLine => ({ at, by: 'merchant', event: 'answered', text })
const answer = (text: string, at: number, operatorId: string) => ({ text, at, operatorId })
const whole = (...lines: TalkLine[]) => ({ lines, total: lines.length })

describe('the talk', () => {
  it('tells who answered, also where two said the same, and of what was answered elsewhere nobody', () => {
    const answers = [answer('甲', NOON + MINUTE, 'sue'), answer('甲', NOON + 2 * HOUR, 'mia')]
    const talk = whole(complained, said('甲', NOON + MINUTE), said('乙', NOON + HOUR), said('甲', NOON + 2 * HOUR))
    expect(talkOf({ answers }, talk).lines.map(({ operatorId }) => operatorId)).toEqual([
      undefined,
      'sue',
      undefined,
      'mia',
    ])
  })

  it('has an answer that the channel does not show yet, in its place', () => {
    const talk = talkOf({ answers: [answer('甲', NOON + MINUTE, 'sue')] }, whole(complained))
    expect(talk.lines).toMatchObject([{ event: 'complained' }, { event: 'answered', text: '甲', operatorId: 'sue' }])
  })

  it('whose beginning is left out has no answer of that beginning, and says that something is missing', () => {
    const answers = [answer('甲', NOON - HOUR, 'sue'), answer('乙', NOON + MINUTE, 'mia')]
    const talk = talkOf({ answers }, { lines: [complained], total: 9 })
    expect(talk).toMatchObject({ isWhole: false, lines: [{ event: 'complained' }, { text: '乙' }] })
  })

  it('has a version of a form of its own, also while the channel cannot be asked', () => {
    const answers = [answer('甲', NOON, 'sue')]
    for (const talk of [talkOf({ answers }, whole(complained)), talkOf({ answers: [] }, undefined)])
      expect(talk.version).toMatch(TALK_VERSION)
  })
})

describe('whether a talk went on', () => {
  const read = (answers: ReturnType<typeof answer>[], talk?: ReturnType<typeof whole>) =>
    talkOf({ answers }, talk).version
  const one = [answer('甲', NOON, 'sue')]

  it.each([
    ['nothing happened', read([], whole(complained)), whole(complained), [], false],
    ['the payer wrote', read([], whole(complained)), whole(complained, complained), [], true],
    [
      'somebody answered, and the channel does not show it yet',
      read([], whole(complained)),
      whole(complained),
      one,
      true,
    ],
    ['the channel cannot be asked now', read(one, whole(complained)), undefined, one, false],
    ['it could not be asked then', read(one), whole(complained), one, false],
    ['it could not be asked then, and somebody answered', read([]), whole(complained), one, true],
  ])('%s', (_, seen, talk, answers, expected) => {
    expect(wentOn(seen, talk, { answers })).toBe(expected)
  })
})

describe('whether what was said last has arrived', () => {
  const before = [answer('甲', NOON, 'sue')]
  const last = answer('甲', NOON + HOUR, 'mia')

  it.each([
    ['the channel shows it', whole(said('甲', NOON), said('甲', NOON + HOUR)), before, true],
    ['its clock is late', whole(said('甲', NOON), said('甲', NOON + HOUR - MINUTE)), before, true],
    ['the payer wrote since', whole(said('甲', NOON + HOUR), complained), [], true],
    ['it shows only what was said before', whole(said('甲', NOON)), before, false],
    ['that was said elsewhere', whole(said('甲', NOON)), [], false],
    ['it shows other words', whole(said('乙', NOON + HOUR)), before, false],
    ['it shows nothing', whole(), [], false],
    ['what was said before is left out', { lines: [said('甲', NOON + HOUR)], total: 9 }, before, true],
  ])('%s: %#', (_, talk, answers, expected) => {
    expect(hasArrived(talk, answers, last)).toBe(expected)
  })
})
