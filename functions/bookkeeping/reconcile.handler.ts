import type { Round } from '../../shared/queue/scheduled.ts'
import { worker } from '../../shared/queue/worker.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { queue } from '../../shared/runtime/queue.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { goods } from '../goods.ts'
import { billSources } from '../vendors/bill-sources.ts'
import { paymentProviders } from '../vendors/payment-channels.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { reconcile } from './reconciliation/reconcile.ts'
import { bookkeepingSettings } from './settings.ts'

/** A bill is a whole file, not an answer. */
const BILL_MS = 60_000

const { vendor } = deployed(vendorSettings)
const { alarm } = observer
const parts = { secret: keptSecret, env: optionalEnv, clock, ids, alarm }
const provider = paymentProviders({ ...parts, limits: vendor })
const bills = billSources({ ...parts, limits: { ...vendor, totalMs: BILL_MS } })
const settings = deployed(bookkeepingSettings)
const KIND = 'reconciliation'
const fault: Round['fault'] = (error, id) => observer.fault(error, { kind: KIND, id })
const deps = { table: announcingTable('TABLE'), queue, clock, goods, provider, bills, settings, alarm, fault }

export const handler = worker(observer, KIND, (job) => reconcile(deps, job.id))
