import { worker } from '../../shared/queue/worker.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { vendorSecret } from '../../shared/runtime/secret.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { settingsOf } from '../settings.ts'
import { giveBack } from './give-back.ts'
import { wechatPayFrom } from './providers/wechat-pay/from-secret.ts'
import { wechatPayNotifyUrl } from './wechat-pay-notification.route.ts'

const limits = settingsOf(env('STAGE'), optionalEnv('SETTINGS')).vendor
const channel = wechatPayFrom({ baseUrl: env('WECHAT_PAY_URL'), limits, clock, ids })
const provider = vendorSecret('SECRET_WECHAT_PAY', channel)
const repair = (code: string) => observer.note('payment_channel_needs_repair', { code })
const deps = { table: tableNamed('TABLE'), clock, provider, notifyUrl: wechatPayNotifyUrl(env('PUBLIC_URL')), repair }

export const handler = worker(observer, 'refund', (job) => giveBack(deps, job.id))
