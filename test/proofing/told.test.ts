import { describe, expect, it } from 'vitest'
import { notMeKind } from '../../functions/proofing/case/kind.ts'
import { proofingKeys } from '../../functions/proofing/keys.ts'
import { takeClaim } from '../../functions/review/deciding/take-claim.ts'
import { codeOf, valueIn } from '../kit.ts'
import { clearing, LIN, lettersTo, type ReviewWorld, decided as reviewDecided, WANG } from '../review/fixture.ts'
import {
  handed,
  papersAt,
  caseAt as papersCaseAt,
  decided as papersDecided,
  world,
} from '../verification/papers/fixture.ts'
import { decided, itemAt, person, type User } from '../world.ts'
import { disputed, proofingAt, proofingWorld, twice, verified } from './fixture.ts'

const titles = (at: ReturnType<typeof proofingWorld>, accountId: string) =>
  lettersTo(at, accountId).map(({ title }) => String(title).split(' / ')[0])

describe('P11 whoever is verified is told', () => {
  it('in the very commit, masked, with the way to say that it was not them', async () => {
    const at = proofingWorld()
    const { user, id } = await verified(at)
    const [letter] = lettersTo(at, user.accountId)
    expect(letter?.content).toContain(`https://shiming.test/not-me/${id}`)
    const { name, idNumber } = person('match')
    expect(JSON.stringify(letter)).not.toContain(name)
    expect(JSON.stringify(letter)).not.toContain(idNumber)
    expect(await proofingAt(at, id)).toMatchObject({
      status: 'told',
      receivers: [user.accountId],
      until: at.time.now + at.settings.proofing.disputeMs,
    })
  })

  it('on every other account of the same person, and the earlier is not told again', async () => {
    const at = proofingWorld()
    const { first, second } = await twice(at)
    expect(titles(at, first.user.accountId)).toEqual(['您的账号已完成实名认证', '您的身份在另一个账号上完成了实名认证'])
    expect(titles(at, second.user.accountId)).toEqual(['您的账号已完成实名认证'])
    expect((await proofingAt(at, second.id)).receivers).toEqual([second.user.accountId, first.user.accountId])
    expect((await proofingAt(at, first.id)).receivers).toEqual([first.user.accountId])
  })

  it('also where people looked at papers', async () => {
    const at = world()
    const { user, answer } = await handed(at)
    if (!answer.ok) throw new Error(answer.refusal.code)
    const papers = papersAt(at, answer.value.papers)
    expect(papersCaseAt(at, papers).status).toBe('open')
    expect(await papersDecided(at, papers, 'approved')).toMatchObject({ kind: 'committed' })
    expect(itemAt(at, proofingKeys.proofing(papers.id))).toMatchObject({
      byPeople: true,
      receivers: [user.accountId],
      status: 'told',
    })
  })

  it('and nobody is where nothing was proven', async () => {
    const at = proofingWorld()
    const { user, verification } = await decided(at, { who: person('mismatch') })
    expect(lettersTo(at, user.accountId)).toEqual([])
    expect(itemAt(at, proofingKeys.proofing(verification.id))).toBeUndefined()
  })

  it('by papers, is heard by others than who had looked at them', async () => {
    const at = world()
    const { papers } = valueIn((await handed(at)).answer)
    const kinds = { ...at.kinds, not_me: notMeKind(at.settings, clearing) }
    const its = { ...at, kinds } as unknown as ReviewWorld
    const name = `${papers.accountId}.${papers.case}`
    const checked = ['readable', 'name_same', 'number_same', 'still_valid', 'same_face']
    valueIn(await reviewDecided(its, name, WANG, { verdict: 'approved', checked }))
    expect((await proofingAt(its, papers.id)).deciders).toEqual(['wang'])
    const { user } = { user: { accountId: papers.accountId } as User }
    const dispute = await disputed(its, user, papers.id)
    expect(codeOf(await takeClaim(its, WANG, dispute))).toBe('review_needs_another')
    expect(codeOf(await takeClaim(its, LIN, dispute))).toBe('ok')
  })
})
