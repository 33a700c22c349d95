import { describe, expect, it } from 'vitest'
import { pagePaths } from '../../functions/pages/page-paths.ts'
import { problems } from '../../functions/problems.ts'
import { runCheck } from '../../functions/verification/check/run-check.ts'
import { verificationKeys } from '../../functions/verification/keys.ts'
import { nextStep, nextStepNames, stepsAfter } from '../../functions/verification/next-steps.ts'
import { verificationOf } from '../../functions/verification/verification-store.ts'
import { listVerification } from '../../functions/verification/view.ts'
import { problemAnswer } from '../../shared/http/problem-answer.ts'
import { bought, decided, itemAt, job, person, world } from '../world.ts'

const answerTo = async (code: 'identity_unavailable' | 'verified_as_another' | 'banned', acceptLanguage?: string) => {
  const told = { acceptLanguage, requestId: 'r', now: 0 }
  return JSON.parse((await problemAnswer(async () => problems, { code }, told)).text ?? '')
}

describe('X5 what leads on from a conflict', () => {
  it('is told with the refusal: words for programs, a sentence in the language asked for, and where it is done', async () => {
    const { next } = await answerTo('identity_unavailable', 'en')
    expect(next.map(({ step }: { step: string }) => step)).toEqual([...stepsAfter.identity_unavailable])
    expect(next[1]).toEqual({
      step: 'sign_in_with_your_number',
      detail: nextStep('sign_in_with_your_number').en,
      page: '/sign-in',
    })
    expect((await answerTo('verified_as_another')).next[0].detail).toBe(nextStep('use_verified_identity').zh)
    expect(await answerTo('banned')).not.toHaveProperty('next')
  })

  it('is one direction for whoever comes late, and another for an account that is somebody else', () => {
    const [taken, another] = [
      new Set<string>(stepsAfter.identity_unavailable),
      new Set<string>(stepsAfter.verified_as_another),
    ]
    expect([...taken].filter((step) => another.has(step))).toEqual(['ask_a_person'])
    expect(stepsAfter.identity_in_use).toEqual(stepsAfter.identity_unavailable)
  })

  it('leads to pages there are, always to a person last, and nowhere twice', () => {
    const paths: readonly string[] = pagePaths
    for (const { page } of nextStepNames.map(nextStep)) if (page) expect(paths).toContain(page.split('?')[0])
    for (const steps of Object.values(stepsAfter)) {
      expect(steps.at(-1)).toBe('ask_a_person')
      expect(new Set(steps).size).toBe(steps.length)
    }
  })

  it('is told with a check that found the person verified elsewhere, and with no other', async () => {
    const at = world()
    const second = await bought(at)
    const first = await decided(at)
    await runCheck(at, job(second.checkId))
    const wrong = await decided(at, { who: person('mismatch') })
    const shown = ({ user, verification }: typeof first) =>
      listVerification(
        verificationOf(itemAt(at, verificationKeys.verification(user.accountId, verification.id)) as never),
      )
    expect(shown(second).next).toEqual([...stepsAfter.identity_in_use])
    expect([shown(first).next, shown(wrong).next]).toEqual([[], []])
  })
})
