import { setTimeout as sleep } from 'node:timers/promises'
import { worker } from '../../shared/queue/worker.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { seldomQueue as queue } from '../../shared/runtime/seldom-queue.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { notices } from '../messaging/sending/notice-store.ts'
import { messagingSettings } from '../messaging/settings.ts'
import { owedEffect } from '../owed-effects.ts'
import { proofingSettings } from '../proofing/settings.ts'
import { identityCheckers } from '../vendors/identity-checkers.ts'
import { identityVendorsIn, recheckersIn } from '../vendors/identity-vendors.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { runCheck } from './check/run-check.ts'
import { platformCheckSettings } from './owed/settings.ts'
import { verificationSettings } from './settings.ts'

const settings = deployed(
  messagingSettings,
  proofingSettings,
  vendorSettings,
  verificationSettings,
  platformCheckSettings,
)
const { vendor: limits, identity } = settings
const checker = identityCheckers({ secret: keptSecret, env: optionalEnv, limits, clock, ids, identity })
const { alarm, note } = observer
const table = announcingTable('TABLE')
const PAUSE_MS = 300
const pause = () => sleep(PAUSE_MS)
const vendors = identityVendorsIn(settings)
const recheckers = recheckersIn(settings)
const publicUrl = env('PUBLIC_URL')
const told = notices(ids, settings.keeping)
const asking = { vendors, recheckers, checker, pause, owedEffect }
const deps = { table, vault, queue, clock, ids, settings, ...asking, alarm, note, publicUrl, told }

export const handler = worker(observer, 'check', (job) => runCheck(deps, job))
