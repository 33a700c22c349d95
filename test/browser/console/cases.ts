import { appealRoute } from '../../../functions/account/appeal.route.ts'
import { answerReviewRoute, askForHelpRoute, getReviewRoute } from '../../../functions/review/user.route.ts'
import { complainRoute } from '../../../functions/sandbox/control-channels.route.ts'
import { signIn } from '../../../local/demo/user.ts'
import type { Instance } from '../../flows/instance.ts'
import { verifiedUser } from '../../flows/way.ts'

/** Somebody verified, with a month of membership, who can complain about what they got. */
export const customer = (instance: Instance) => verifiedUser(instance, 'membership')

type Customer = Awaited<ReturnType<typeof customer>>

/** A complaint of theirs at WeChat Pay, as it is known here. */
export const complaintOf = async ({ platform }: Instance, { outTradeNo }: Customer, text: string): Promise<string> => {
  const { complaintId } = await platform.must(complainRoute, { body: { outTradeNo, text } })
  await platform.pass('1m')
  return complaintId
}

/** Somebody who asks a person for help, how they see what became of it, and what they answer. */
export const helped = async (instance: Instance, text: string) => {
  const { platform } = instance
  const { phone } = await instance.person('match')
  const { token } = await signIn(platform, phone)
  const { id } = await platform.must(askForHelpRoute, { token, body: { subject: 'sign_in', text } })
  const params = { id }
  return {
    ...{ id, token },
    seen: () => platform.must(getReviewRoute, { token, params }),
    answer: (said: string) => platform.must(answerReviewRoute, { token, params, body: { text: said } }),
  }
}

/** Their appeal, while they are banned. */
export const appealOf = async ({ platform }: Instance, { user }: Customer, text: string): Promise<void> => {
  await platform.must(appealRoute, { token: user.token, body: { text } })
}
