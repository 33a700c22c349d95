import { describe, expect, it } from 'vitest'
import { askUser } from '../../../functions/review/deciding/ask-user.ts'
import { giveBackClaim, takeClaim } from '../../../functions/review/deciding/take-claim.ts'
import { takeNext } from '../../../functions/review/deciding/take-next.ts'
import { reviewKeys } from '../../../functions/review/keys.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { update } from '../../../shared/table/write.ts'
import { NOON, valueIn } from '../../kit.ts'
import { ACCOUNT, decided, LIN, opened, reviewWorld, SUPPORT, WANG } from '../fixture.ts'

type At = ReturnType<typeof reviewWorld>

const next = async (at: At, who = LIN, asked = {}) => valueIn(await takeNext(at, who, asked))?.id

/** A case a minute later than the one before, each about something else. */
const row = async (at: At, kind: string, count: number) => {
  const made = []
  for (let nth = 0; nth < count; nth += 1) {
    at.time.now += MINUTE
    made.push(await opened(at, kind, { subject: `s${nth}` }))
  }
  return made
}

describe('M8 the next case', () => {
  it('is the most urgent that nobody else holds; a second click finds the same', async () => {
    const at = reviewWorld()
    const [one, two, three] = await row(at, 'photos', 3)
    expect(await next(at)).toBe(one?.id)
    expect(await next(at)).toBe(one?.id)
    expect(await next(at, WANG)).toBe(two?.id)
    valueIn(await decided(at, one?.name ?? '', LIN))
    expect(await next(at)).toBe(three?.id)
  })

  it('goes on behind the one that is left, and is none behind the last', async () => {
    const at = reviewWorld()
    const [one, two] = await row(at, 'photos', 2)
    expect(await next(at, LIN, { after: one?.name })).toBe(two?.id)
    expect(await next(at, LIN, { after: two?.name })).toBeUndefined()
    expect(await next(at, LIN, { after: 'none' })).toBe(one?.id)
  })

  it('is of a kind that they may decide, and of the one they ask for', async () => {
    const at = reviewWorld()
    const [photos] = await row(at, 'photos', 1)
    const [help] = await row(at, 'help', 1)
    expect(await next(at, SUPPORT)).toBe(help?.id)
    expect(await next(at, SUPPORT, { kind: 'photos' })).toBeUndefined()
    valueIn(await giveBackClaim(at, SUPPORT, help?.name ?? ''))
    expect(await next(at, LIN, { kind: 'help' })).toBe(help?.id)
    expect(await next(at, LIN, { kind: 'photos' })).toBe(photos?.id)
  })

  it('is none that waits for its user, that somebody else must decide, or that cannot be read', async () => {
    const at = reviewWorld()
    const [waits, seconding, broken, last] = await row(at, 'names', 4)
    valueIn(await takeClaim(at, LIN, waits?.name ?? ''))
    valueIn(await askUser(at, LIN, { name: waits?.name ?? '', what: ['clearer'] }))
    valueIn(await decided(at, seconding?.name ?? '', LIN))
    await at.table.commit([update(reviewKeys.case(ACCOUNT, broken?.id ?? ''), { set: { status: 'nonsense' } })])
    expect(await next(at)).toBe(last?.id)
    expect(await next(at, WANG)).toBe(seconding?.id)
  })

  it('is found behind more than a page of what others hold', async () => {
    const at = reviewWorld()
    const all = await row(at, 'photos', 30)
    for (const { name } of all.slice(0, 28)) valueIn(await takeClaim(at, WANG, name))
    expect(await next(at)).toBe(all[28]?.id)
    expect(at.time.now).toBe(NOON + 30 * MINUTE)
  })
})
