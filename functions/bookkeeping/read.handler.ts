import { serve } from '../../shared/http/endpoint.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { vendorSecret } from '../../shared/runtime/secret.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { operatorKeysIn } from '../account/api-keys/platform-secret.ts'
import { settingsOf } from '../settings.ts'
import { operatorReads } from './operator-reads.ts'

const settings = settingsOf(env('STAGE'), optionalEnv('SETTINGS'))
const deps = { table: tableNamed('TABLE'), clock, settings }

export const handler = serve(observer, ...operatorReads(deps, vendorSecret('SECRET_PLATFORM', operatorKeysIn)))
