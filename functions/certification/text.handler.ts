import { worker } from '../../shared/queue/worker.ts'
import { clock, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { accountSettings } from '../account/settings.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { smsSenders } from '../vendors/sms-senders.ts'
import { sendResult } from './texting/send-result.ts'
import { resultTextSettings } from './texting/settings.ts'

const settings = deployed(accountSettings, resultTextSettings, vendorSettings)
const sms = smsSenders({ secret: keptSecret, env: optionalEnv, limits: settings.vendor, clock, ids })
const { alarm, note } = observer
const deps = { table: tableNamed('TABLE'), vault, clock, ids, sms, settings, alarm, note }

export const handler = worker(observer, 'result_text', ({ id }) => sendResult(deps, id))
