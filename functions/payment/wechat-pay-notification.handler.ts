import { answering, provenInside } from '../../shared/http/callers.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { queue } from '../../shared/runtime/queue.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { hearComplaint } from '../complaints/following/hear-complaint.ts'
import { goods } from '../goods.ts'
import { serve } from '../serve.ts'
import { paymentProviders } from '../vendors/payment-channels.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { acknowledgement } from '../vendors/wechat-pay/notification.ts'
import { wechatPayNotificationRoute } from './notification.route.ts'
import { type NotificationDeps, takeNotification } from './paying/take-notification.ts'

const { alarm } = observer
const limits = deployed(vendorSettings).vendor
const channels = paymentProviders({ secret: keptSecret, env: optionalEnv, limits, clock, ids, alarm })
const puzzled = (what: string) => observer.note('notification_not_understood', { what })
const means = { table: announcingTable('TABLE'), queue, clock }
const deps: NotificationDeps = {
  ...means,
  goods,
  provider: () => channels('wechat_pay'),
  hearComplaint: (channel, complaintId) => hearComplaint(means, channel, complaintId),
  alarm,
  puzzled,
}

const on = answering(provenInside('channel'))

export const handler = serve(
  on(wechatPayNotificationRoute, async ({ headers, rawBody }) =>
    ok(acknowledgement(await takeNotification(deps, headers, rawBody))),
  ),
)
