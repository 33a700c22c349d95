import { worker } from '../../shared/queue/worker.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { paymentProviders } from '../vendors/payment-channels.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { notifyUrlAt } from './paying/notify-url.ts'
import { giveBack } from './refunds/give-back.ts'
import { paymentSettings } from './settings.ts'

const { alarm } = observer
const settings = deployed(paymentSettings, vendorSettings)
const provider = paymentProviders({ secret: keptSecret, env: optionalEnv, limits: settings.vendor, clock, ids, alarm })
const notifyUrl = notifyUrlAt(env('PUBLIC_URL'))
const deps = { table: announcingTable('TABLE'), clock, provider, notifyUrl, alarm, settings }

export const handler = worker(observer, 'refund', (job) => giveBack(deps, job.id))
