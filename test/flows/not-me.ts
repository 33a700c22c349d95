import { inboxRoute } from '../../functions/messaging/read.route.ts'
import { disputeProofingRoute } from '../../functions/proofing/user.route.ts'
import { claimReviewRoute, decideReviewRoute } from '../../functions/review/operator.route.ts'
import { operatorAt } from '../../local/demo/operator.ts'
import type { User } from '../../local/demo/user.ts'
import type { Instance } from './instance.ts'

const VERIFIED = '您的账号已完成实名认证'

/** Whoever has the account says that its verification was not them, and a reviewer finds the same: from that commit on the account is nobody. */
export const clearedAsNotMe = async (instance: Instance, { token }: User, reviewer: string): Promise<void> => {
  const { platform } = instance
  const { messages } = await platform.must(inboxRoute, { token })
  const letter = messages.find(({ title }) => title.startsWith(VERIFIED))
  const id = /\/not-me\/([0-9a-f]{32})/.exec(letter?.content ?? '')?.[1] ?? ''
  const review = await platform.must(disputeProofingRoute, { token, params: { id }, body: { text: '不是我' } })
  const operator = await operatorAt(instance, reviewer, 'reviewer')
  const asked = { token: operator.token, params: { id: review.id } }
  await platform.must(claimReviewRoute, asked)
  const checked = ['account_looked_at', 'somebody_else', 'will_be_cleared']
  await platform.must(decideReviewRoute, { ...asked, body: { verdict: 'approved', checked, note: '已核查' } })
}
