import type { Alarm } from '../../../shared/kernel/alarm.ts'
import { type Outcome, ok, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Key } from '../../../shared/table/write.ts'
import { whoseWechat } from '../../account/wechat/openid.ts'
import { openidIn } from '../../account/wechat/openid-store.ts'
import type { PaymentChannel, PaymentProvider } from './provider.ts'

export type FindOpenidDeps = {
  table: Table
  clock: Clock
  provider: (channel: PaymentChannel) => Promise<Pick<PaymentProvider, 'appId'>>
  alarm: Alarm
}

/**
 * Whose WeChat a session was found to be in, for a channel; undefined where that has to be found first. Refuses with
 * `payment_method_unavailable`, and rings, where our service account is not the one that our merchant is bound to. One database call.
 */
export const findOpenid = async (
  deps: FindOpenidDeps,
  session: Key,
  channel: PaymentChannel,
): Promise<Outcome<string | undefined>> => {
  const { appId } = await deps.provider(channel)
  const whose = whoseWechat(openidIn(await deps.table.get(session)), appId, deps.clock.now())
  if (whose.kind !== 'of_another_app') return ok(whose.kind === 'known' ? whose.openid : undefined)
  // It was found a moment ago, so that finding it once more leads here again.
  deps.alarm('wechat_apps_differ', { found: whose.appId, wanted: whose.wanted })
  return refusedField('/method', 'payment_method_unavailable')
}
