import { appealRoute } from '../../../functions/account/appeal.route.ts'
import { complainRoute } from '../../../functions/sandbox/control-channels.route.ts'
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

/** Their appeal, while they are banned. */
export const appealOf = async ({ platform }: Instance, { user }: Customer, text: string): Promise<void> => {
  await platform.must(appealRoute, { token: user.token, body: { text } })
}
