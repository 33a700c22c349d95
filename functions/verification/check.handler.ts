import { setTimeout as sleep } from 'node:timers/promises'
import { worker } from '../../shared/queue/worker.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { seldomQueue as queue } from '../../shared/runtime/seldom-queue.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { noticeSent } from '../messaging/sending/notice-store.ts'
import { messagingSettings } from '../messaging/settings.ts'
import { identityCheckers } from '../vendors/identity-checkers.ts'
import { identityVendorsIn, recheckersIn } from '../vendors/identity-vendors.ts'
import { vendorSettings } from '../vendors/settings.ts'
import type { CheckDeps } from './check/read-work.ts'
import { runCheck } from './check/run-check.ts'
import { verificationSettings } from './settings.ts'

const settings = deployed(messagingSettings, vendorSettings, verificationSettings)
const { vendor: limits, identity } = settings
const checker = identityCheckers({ secret: keptSecret, env: optionalEnv, limits, clock, ids, identity })
const { alarm, note } = observer
const table = tableNamed('TABLE')
const PAUSE_MS = 300
const pause = () => sleep(PAUSE_MS)
const vendors = identityVendorsIn(settings)
const recheckers = recheckersIn(settings)
const publicUrl = env('PUBLIC_URL')
const told: CheckDeps['told'] = (accountId, letter, now) =>
  noticeSent({ accountId, id: ids.id(), ...letter }, settings.keeping, now)
const asking = { vendors, recheckers, checker, pause }
const deps = { table, vault, queue, clock, ids, settings, ...asking, alarm, note, publicUrl, told }

export const handler = worker(observer, 'check', (job) => runCheck(deps, job))
