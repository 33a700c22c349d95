import { askReviewRoute, claimReviewRoute, decideReviewRoute } from '../../../functions/review/operator.route.ts'
import { operatorAt } from '../../../local/demo/operator.ts'
import { handInPassport } from '../../../local/demo/papers.ts'
import { signIn, type User } from '../../../local/demo/user.ts'
import type { Instance } from '../../flows/instance.ts'

/** Papers of somebody, before a person who holds the case. */
export type HeldPapers = {
  user: User
  /** The case. */
  review: string
  /** More is asked of its user. */
  ask(...what: string[]): Promise<void>
  /** It is refused for that reason. */
  refuse(reason: string): Promise<void>
  /** It is approved. */
  approve(): Promise<void>
}

let numbers = 0

/** Somebody hands in a passport, and a reviewer of that name takes the case. */
export const heldPapers = async (instance: Instance, name: string): Promise<HeldPapers> => {
  const { platform } = instance
  numbers += 1
  const user = await signIn(platform, (await instance.person('match')).phone)
  const { review } = await handInPassport(platform, user, `E80000${String(numbers).padStart(2, '0')}`)
  const { token } = await operatorAt(instance, name, 'reviewer')
  const params = { id: review }
  const decide = async (body: { verdict: 'approved' | 'refused'; reason?: string; checked: string[] }) => {
    await platform.must(claimReviewRoute, { token, params })
    await platform.must(decideReviewRoute, { token, params, body: { ...body, note: '已核对照片' } })
  }
  return {
    ...{ user, review },
    async ask(...what) {
      await platform.must(claimReviewRoute, { token, params })
      await platform.must(askReviewRoute, { token, params, body: { what } })
    },
    refuse: (reason) => decide({ verdict: 'refused', reason, checked: [] }),
    approve: () =>
      decide({ verdict: 'approved', checked: ['readable', 'name_same', 'number_same', 'still_valid', 'same_face'] }),
  }
}
