import { worker } from '../../shared/queue/worker.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { vendorSecret } from '../../shared/runtime/secret.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { settingsOf } from '../settings.ts'
import { giveBack } from './give-back.ts'
import { notifyUrlAt } from './notification.route.ts'
import { paymentChannels } from './providers/channels.ts'

const limits = settingsOf(env('STAGE'), optionalEnv('SETTINGS')).vendor
const provider = paymentChannels({ secret: vendorSecret, env: optionalEnv, limits, clock, ids })
const repair = (code: string) => observer.note('payment_channel_needs_repair', { code })
const deps = { table: tableNamed('TABLE'), clock, provider, notifyUrl: notifyUrlAt(env('PUBLIC_URL')), repair }

export const handler = worker(observer, 'refund', (job) => giveBack(deps, job.id))
