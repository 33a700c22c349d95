import { describe, expect, it } from 'vitest'
import { askUser } from '../../../functions/review/deciding/ask-user.ts'
import { type ListAsked, listCases } from '../../../functions/review/deciding/list-cases.ts'
import { readCase } from '../../../functions/review/deciding/read-case.ts'
import { takeClaim } from '../../../functions/review/deciding/take-claim.ts'
import { followCase } from '../../../functions/review/following/follow-case.ts'
import { reviewKeys } from '../../../functions/review/keys.ts'
import { DAY, HOUR, MINUTE, rfc3339 } from '../../../shared/kernel/time.ts'
import { cursorOf } from '../../../shared/table/list-cursor.ts'
import { update } from '../../../shared/table/write.ts'
import { codeOf, NOON, refusalOf, valueIn } from '../../kit.ts'
import { ACCOUNT, decided, LIN, opened, refusing, reviewWorld, SUPPORT, seconded, WANG } from '../fixture.ts'

type At = ReturnType<typeof reviewWorld>

const asked = (status: ListAsked['status'], more: Partial<ListAsked> = {}): ListAsked => ({
  ...{ status, limit: 50, language: 'zh' },
  ...more,
})
const list = async (at: At, status: ListAsked['status'], who = LIN, more: Partial<ListAsked> = {}) =>
  valueIn(await listCases(at, who, asked(status, more)))
const names = async (at: At, status: ListAsked['status'], who = LIN) =>
  (await list(at, status, who)).reviews.map(({ id, status: is }) => [id, is])

const silent = async (at: At, subject: string) => {
  const made = await opened(at, 'photos', { subject })
  valueIn(await takeClaim(at, LIN, made.name))
  const { waitUntil = 0 } = valueIn(await askUser(at, LIN, { name: made.name, what: ['clearer'] }))
  return { ...made, waitUntil }
}

describe('M8 the queue of cases', () => {
  it('has what waits for people, the most urgent first, with who is on it, of the kinds they may decide', async () => {
    const at = reviewWorld()
    const help = await opened(at, 'help')
    at.time.now += MINUTE
    const photos = await opened(at, 'photos')
    const two = await opened(at, 'names')
    valueIn(await decided(at, two.name, LIN))
    valueIn(await takeClaim(at, WANG, photos.name))
    const { reviews } = await list(at, 'open')
    expect(reviews.map(({ id, status, title }) => [id, status, title])).toEqual([
      ...[photos, two].map((one) => [one.name, one === two ? 'seconding' : 'open', '证件照片']).toSorted(),
      [help.name, 'open', '人工帮助'],
    ])
    expect(reviews.find(({ id }) => id === photos.name)).toEqual({
      ...{ id: photos.name, accountId: ACCOUNT, kind: 'photos', title: '证件照片', subject: photos.subject },
      ...{ status: 'open', openedAt: rfc3339(NOON + MINUTE), answerBy: rfc3339(NOON + MINUTE + 8 * HOUR) },
      ...{ waitUntil: null, endedAt: null, appeal: false, verdict: null },
      claim: { by: 'wang', until: rfc3339(NOON + MINUTE + at.settings.review.claimMs) },
    })
    expect(await names(at, 'open', SUPPORT)).toEqual([[help.name, 'open']])
    expect((await list(at, 'open', LIN, { kind: 'help' })).reviews.map(({ id }) => id)).toEqual([help.name])
    at.time.now += at.settings.review.claimMs
    expect((await list(at, 'open')).reviews.map(({ claim }) => claim)).toEqual([null, null, null])
  })

  it('tells what the clock has ended as over at once, in the same way before it is written down and after', async () => {
    const at = reviewWorld()
    const { name, waitUntil } = await silent(at, 'a')
    at.time.now += HOUR
    const later = await silent(at, 'b')
    expect(await names(at, 'waiting')).toEqual([name, later.name].map((id) => [id, 'waiting']))
    at.time.now = waitUntil
    expect(await names(at, 'waiting')).toEqual([[later.name, 'waiting']])
    const before = await list(at, 'decided')
    expect(before.reviews).toMatchObject([
      { id: name, status: 'decided', verdict: 'no_answer', endedAt: rfc3339(waitUntil) },
    ])
    const seen = valueIn(await readCase(at, LIN, name, 'zh'))
    expect(await followCase(at, name)).toBe('no_answer')
    expect(await list(at, 'decided')).toEqual(before)
    expect(valueIn(await readCase(at, LIN, name, 'zh'))).toEqual(seen)
  })

  it('has what is over, the newest first, a page at a time', async () => {
    const at = reviewWorld()
    const made = []
    for (const subject of ['a', 'b', 'c']) {
      made.unshift(await opened(at, 'photos', { subject }))
      valueIn(await decided(at, made[0]?.name ?? '', LIN, refusing))
      at.time.now += MINUTE
    }
    const first = await list(at, 'decided', LIN, { limit: 2 })
    const rest = await list(at, 'decided', LIN, { limit: 2, cursor: first.nextCursor ?? '' })
    const ids = [...first.reviews, ...rest.reviews].map(({ id }) => id)
    expect(ids).toEqual(made.map(({ name }) => name))
  })

  it('names what cannot be read, and refuses the cursor of another list', async () => {
    const at = reviewWorld()
    const { id } = await opened(at, 'photos')
    const key = reviewKeys.case(ACCOUNT, id)
    await at.table.commit([update(key, { set: { status: 'nonsense' } })])
    expect(await list(at, 'open')).toEqual({ reviews: [], unreadable: [`${key.pk} ${key.sk}`], nextCursor: null })
    for (const cursor of ['x', cursorOf(JSON.stringify([1, 'ORDER#a', 'ORDER']))])
      expect(codeOf(await listCases(at, LIN, asked('open', { cursor })))).toBe('invalid_cursor')
  })
})

describe('M8 a case as an operator opens it', () => {
  it('P11 has the words of its user with numbers masked, and the texts as that user will read them', async () => {
    const at = reviewWorld()
    const { name } = await opened(at, 'photos', {
      language: 'en',
      said: '电话 13800138000',
      materials: ['1'.repeat(32)],
    })
    const seen = valueIn(await readCase(at, LIN, name, 'zh'))
    expect(seen).toMatchObject({
      ...{ said: '电话 138****8000', materials: ['1'.repeat(32)], language: 'en', title: '证件照片' },
      ...{ mine: false, needsAnother: false, first: null, decision: null, asked: [] },
    })
    expect(seen.choices).toEqual({
      second: false,
      reservations: [],
      askMs: 3 * DAY,
      verdicts: [
        { word: 'approved', label: '已通过。', text: 'Approved.' },
        { word: 'refused', label: '未通过。', text: 'Refused.' },
      ],
      checklist: [
        { word: 'is_sharp', label: '照片清楚' },
        { word: 'is_theirs', label: '是本人的' },
      ],
      reasons: [
        {
          ...{ word: 'blurred', label: '照片不清楚。', ends: 'correct' },
          text: 'Refused.\nThe picture is blurred.\nCorrect this, and you can come again.',
        },
        {
          ...{ word: 'not_theirs', label: '不是本人的证件。', ends: 'final' },
          text: 'Refused.\nIt is not their card.\nThis is final.',
        },
        {
          ...{ word: 'too_early', label: '资料还在更新。', ends: 'later' },
          text: 'Refused.\nThe records are being renewed.\nYou can come again later.',
        },
      ],
      asks: [
        { word: 'back_side', label: '请补充背面。', text: 'The back, please.' },
        { word: 'clearer', label: '请重新拍摄。', text: 'Take it again.' },
      ],
    })
  })

  it('says who decided what, of two both, and that somebody else must go on', async () => {
    const at = reviewWorld()
    const { name } = await opened(at, 'names')
    valueIn(await takeClaim(at, LIN, name))
    expect(valueIn(await readCase(at, LIN, name, 'zh')).mine).toBe(true)
    valueIn(await decided(at, name, LIN, { ...refusing, words: '谢谢' }))
    const lin = { kind: 'operator', id: 'lin' }
    const first = { verdict: 'refused', reason: 'blurred', text: '未通过。\n照片不清楚。\n改正后可以重新提交。\n谢谢' }
    expect(valueIn(await readCase(at, LIN, name, 'zh'))).toMatchObject({
      ...{ status: 'seconding', mine: false, needsAnother: true, first: { ...first, by: lin, checked: [] } },
    })
    expect(valueIn(await readCase(at, WANG, name, 'zh')).needsAnother).toBe(false)
    valueIn(await seconded(at, name, WANG))
    expect(valueIn(await readCase(at, LIN, name, 'zh')).decision).toEqual({
      ...{ ...first, ends: 'correct', at: rfc3339(NOON) },
      ...{ by: { kind: 'operator', id: 'wang' }, first: lin },
    })
  })

  it('is for whoever may decide it', async () => {
    const at = reviewWorld()
    const { name } = await opened(at, 'photos')
    expect(refusalOf(await readCase(at, SUPPORT, name, 'zh'))).toMatchObject({ extra: { right: 'review_cases' } })
    expect(codeOf(await readCase(at, LIN, 'x', 'zh'))).toBe('not_found')
  })
})
