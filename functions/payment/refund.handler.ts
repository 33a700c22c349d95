import { worker } from '../../shared/queue/worker.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { vendorSecret } from '../../shared/runtime/secret.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { settingsOf } from '../settings.ts'
import { paymentChannels } from '../vendors/payment-channels.ts'
import { notifyUrlAt } from './notification.route.ts'
import { giveBack } from './refunds/give-back.ts'

const settings = settingsOf(env('STAGE'), optionalEnv('SETTINGS'))
const provider = paymentChannels({ secret: vendorSecret, env: optionalEnv, limits: settings.vendor, clock, ids })
const notifyUrl = notifyUrlAt(env('PUBLIC_URL'))
const repair = (code: string) => observer.note('payment_channel_needs_repair', { code })
const { alarm } = observer
const deps = { table: tableNamed('TABLE'), clock, provider, notifyUrl, repair, alarm, settings }

export const handler = worker(observer, 'refund', (job) => giveBack(deps, job.id))
